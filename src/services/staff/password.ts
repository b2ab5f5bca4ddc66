// Passwords as NIST 800-63B-4 wants them: long, none that is common or follows from the context, no rules of composition.
import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';

/** Shortest and longest password, characters. */
export const MIN_PASSWORD = 12;
export const MAX_PASSWORD = 200;

/** log2 N, r, p of new hashes: 32 MB and three rounds, as OWASP's password storage cheat sheet allows. */
const COST = { log2N: 15, r: 8, p: 3 };
const SALT_BYTES = 16;
const HASH_BYTES = 32;

/** The same password however a keyboard composes it. */
const normalized = (password: string): string => password.normalize('NFKC');

type Cost = typeof COST;

const derive = (password: string, salt: Buffer, { log2N, r, p }: Cost): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const N = 2 ** log2N;
    scrypt(normalized(password), salt, HASH_BYTES, { N, r, p, maxmem: 256 * N * r }, (error, key) =>
      error ? reject(error) : resolve(key),
    );
  });

/** The hash of a password with its parameters and salt: `scrypt$15$8$3$<salt>$<hash>`; only tests make it cheaper. */
export async function hashPassword(password: string, log2N = COST.log2N): Promise<string> {
  const salt = randomBytes(SALT_BYTES);
  const key = await derive(password, salt, { ...COST, log2N });
  return ['scrypt', log2N, COST.r, COST.p, salt.toString('base64url'), key.toString('base64url')].join('$');
}

/** Nobody's password, at the cost of a new one, so that no answer comes sooner. */
const nobody = (log2N: number): string =>
  ['scrypt', log2N, COST.r, COST.p, 'A'.repeat(22), 'A'.repeat(43)].join('$');

/** Whether the password is the hashed one; it takes as long where there is no hash. */
export async function isPassword(
  password: string,
  hash: string | undefined,
  log2NOfNew = COST.log2N,
): Promise<boolean> {
  const [, log2N, r, p, salt = '', expected = ''] = (hash ?? nobody(log2NOfNew)).split('$');
  const cost = { log2N: Number(log2N), r: Number(r), p: Number(p) };
  const key = await derive(password.slice(0, MAX_PASSWORD), Buffer.from(salt, 'base64url'), cost);
  const same = timingSafeEqual(key, Buffer.from(expected, 'base64url'));
  return hash !== undefined && same;
}

/** What people make passwords of when they are asked for a long one, in Danish and English; folded. */
const COMMON =
  `password passwort adgangskode kodeord kode hemmelig welcome velkommen login admin administrator
  limen paaroerende kommune kommunen vejleder raadgiver plejehjem botilbud danmark denmark kobenhavn
  qwertyuiopa qwertyuiop qwerty asdfghjkl asdfgh zxcvbnm abcdefghijklmnopqrstuvwxyz abcdefgh abcdef abcd abc iloveyou
  letmein monkey dragon football fodbold sunshine princess trustno secret master superman computer internet
  sommer vinter foraar efteraar summer winter spring autumn januar februar marts april maj juni juli august september
  oktober november december mandag tirsdag onsdag torsdag fredag jeg elsker dig hej test`.split(/\s+/);

const fold = (text: string): string =>
  normalized(text)
    .toLowerCase()
    .replaceAll('æ', 'ae')
    .replaceAll('ø', 'oe')
    .replaceAll('å', 'aa')
    .replace(/[@4]/g, 'a')
    .replace(/[3€]/g, 'e')
    .replace(/[1!|]/g, 'i')
    .replace(/0/g, 'o')
    .replace(/[5$]/g, 's')
    .replace(/[^a-z]/g, '');

/** How many characters differ from the two before them in more than a step: rows such as 123456 and aaaa count little. */
function surprises(text: string): number {
  const codes = Array.from(normalized(text).toLowerCase(), (character) => character.codePointAt(0) ?? 0);
  return codes.filter((code, i) => i === 0 || Math.abs(code - (codes[i - 1] ?? 0)) > 1).length;
}

/** What must be left of a password without common and context words. */
const LEAST_LEFT = 6;
const LEAST_DIFFERENT = 6;

/** Whether the password is too easy: common words, rows, repetitions, or what is known of the context (name, e-mail, municipality). */
export function isWeakPassword(password: string, context: readonly string[]): boolean {
  const words = [...context.flatMap((text) => text.split(/[\s@.,_-]+/)).map(fold), ...COMMON.map(fold)]
    .filter((word) => word.length >= 3)
    .sort((a, b) => b.length - a.length);
  const letters = words.reduce((text, word) => text.replaceAll(word, ''), fold(password));
  const others = password.replace(/(?:19|20)\d\d/g, '').replace(/[\p{L}0-9\s]/gu, '').length;
  const digits = /^[\d\s.-]+$/.test(password) ? password.replace(/\D/g, '').length : 0;
  const different = new Set(normalized(password).toLowerCase()).size;
  return (
    Math.max(letters.length + others, digits) < LEAST_LEFT ||
    different < LEAST_DIFFERENT ||
    surprises(password) < LEAST_LEFT
  );
}
