// Fields at rest: AES-256-GCM with the key's id and the row's identity as associated data; HMAC-SHA-256 for looking values up.
import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  createSecretKey,
  type KeyObject,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto';

/** One 32-byte master key and the four keys derived from it; key objects, since raw keys are read anew at each use. */
type Key = { id: string; seal: KeyObject; index: KeyObject; pin: KeyObject };

/** Encryption keys: the first writes, all read; look-ups and PINs use the last (oldest), so that rotation does not lose them. */
export type Keys = { writer: Key; readers: ReadonlyMap<string, Key>; index: KeyObject; pin: KeyObject };

const derive = (master: Buffer, purpose: string): Buffer =>
  createHmac('sha256', master).update(`limen ${purpose}`).digest();

const toKey = (master: Buffer): Key => ({
  id: derive(master, 'id').toString('hex').slice(0, 8),
  seal: createSecretKey(derive(master, 'seal')),
  index: createSecretKey(derive(master, 'index')),
  pin: createSecretKey(derive(master, 'pin')),
});

/** Reads keys from their base64 texts (32 bytes each, newest first). Throws when there is none or one is too short. */
export function readKeys(texts: readonly string[]): Keys {
  const masters = texts.map((text) => Buffer.from(text, 'base64'));
  if (masters.length === 0 || masters.some((m) => m.length !== 32))
    throw new Error('LIMEN_KEYS must hold one or more base64 keys of 32 bytes, newest first');
  const keys = masters.map(toKey);
  const [writer] = keys;
  const oldest = keys.at(-1);
  if (!writer || !oldest) throw new Error('no keys');
  return {
    writer,
    readers: new Map(keys.map((k) => [k.id, k])),
    index: oldest.index,
    pin: oldest.pin,
  };
}

/** The same keys with the look-ups and PINs of one of them. */
export const withIndexOf = (keys: Keys, key: Key): Keys => ({ ...keys, index: key.index, pin: key.pin });

/** A fresh key as base64, for `LIMEN_KEYS`. */
export const makeKey = (): string => randomBytes(32).toString('base64');

/** Encrypts a value for one place, e.g. `relatives.name:<row id>`; it opens nowhere else. */
export function seal(keys: Keys, place: string, value: string): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', keys.writer.seal, nonce);
  cipher.setAAD(Buffer.from(`${keys.writer.id} ${place}`));
  const body = Buffer.concat([nonce, cipher.update(value, 'utf8'), cipher.final(), cipher.getAuthTag()]);
  return `${keys.writer.id}.${body.toString('base64url')}`;
}

/** Decrypts what `seal` made for the same place. Throws when the key is unknown or anything was changed or moved. */
export function unseal(keys: Keys, place: string, sealed: string): string {
  const dot = sealed.indexOf('.');
  const key = keys.readers.get(sealed.slice(0, dot));
  if (!key) throw new Error(`no key ${sealed.slice(0, dot)} to open ${place.split(':')[0]}`);
  const body = Buffer.from(sealed.slice(dot + 1), 'base64url');
  const decipher = createDecipheriv('aes-256-gcm', key.seal, body.subarray(0, 12));
  decipher.setAAD(Buffer.from(`${key.id} ${place}`));
  decipher.setAuthTag(body.subarray(-16));
  return decipher.update(body.subarray(12, -16), undefined, 'utf8') + decipher.final('utf8');
}

/** The blind index of a value: equal values give equal texts, nothing else can be read from it. */
export const blindIndex = (keys: Keys, value: string): string =>
  createHmac('sha256', keys.index).update(value).digest('base64url');

/** The HMAC of a PIN or one-time code of one relative, under a key used for nothing else. */
export const pinHash = (keys: Keys, relativeId: string, pin: string): string =>
  createHmac('sha256', keys.pin).update(`${relativeId} ${pin}`).digest('base64url');

/** SHA-256 of a link or session token, as stored. */
export const tokenHash = (token: string): string => createHash('sha256').update(token).digest('base64url');

/** Compares two hashes in constant time. */
export function sameHash(a: string, b: string): boolean {
  const [x, y] = [Buffer.from(a), Buffer.from(b)];
  return x.length === y.length && timingSafeEqual(x, y);
}

/** SHA-256 of a chain link: the hash before it and this row's canonical text. */
export const chainHash = (previous: string, row: string): string =>
  createHash('sha256').update(`${previous}\n${row}`).digest('base64url');
