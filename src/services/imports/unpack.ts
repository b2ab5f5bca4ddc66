// A packed spreadsheet (zip) is unpacked within bounds and packed anew, plainly: whatever the old one claims of itself, the reader meets nothing larger.
import { crc32, inflateRawSync } from 'node:zlib';
import { AppError } from '../app-error.ts';

/** What all parts may weigh once they are unpacked, bytes, and how many there may be. */
const MOST_UNPACKED = 48 * 1024 * 1024;
const MOST_PARTS = 200;

type Part = { name: string; bytes: Buffer };

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;

function findEnd(zip: Buffer): number {
  for (let at = zip.length - 22; at >= Math.max(0, zip.length - 22 - 0xffff); at -= 1)
    if (zip.readUInt32LE(at) === END) return at;
  throw new AppError('file-unreadable');
}

/** The bytes of one part as the directory tells them; never more than `most`. */
function unpackPart(zip: Buffer, at: number, most: number): Buffer {
  const method = zip.readUInt16LE(at + 10);
  const packed = zip.readUInt32LE(at + 20);
  const local = zip.readUInt32LE(at + 42);
  if (zip.readUInt32LE(local) !== LOCAL) throw new AppError('file-unreadable');
  const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
  const bytes = zip.subarray(from, from + packed);
  if (method === 8) return inflateRawSync(bytes, { maxOutputLength: Math.max(1, most) });
  if (method === 0 && bytes.length <= most) return bytes;
  throw new AppError('file-unreadable');
}

const isNeeded = (name: string): boolean => name.endsWith('.xml') || name.endsWith('.xml.rels');

/** The XML parts of a packed spreadsheet. Throws `file-unreadable` and `file-too-large`. */
export function unpack(bytes: Uint8Array): Part[] {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const end = findEnd(zip);
    const count = zip.readUInt16LE(end + 10);
    if (count > MOST_PARTS) throw new AppError('file-too-large');
    const parts: Part[] = [];
    let left = MOST_UNPACKED;
    for (let at = zip.readUInt32LE(end + 16), n = 0; n < count; n += 1) {
      if (zip.readUInt32LE(at) !== ENTRY) throw new AppError('file-unreadable');
      const length = zip.readUInt16LE(at + 28);
      const name = zip.toString('utf8', at + 46, at + 46 + length);
      if (isNeeded(name)) {
        const part = unpackPart(zip, at, left);
        left -= part.length;
        parts.push({ name, bytes: part });
      }
      at += 46 + length + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
    }
    return parts;
  } catch (error) {
    if (error instanceof AppError) throw error;
    const isBounded = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
    throw new AppError(isBounded ? 'file-too-large' : 'file-unreadable');
  }
}

const header = (signature: number, size: number): Buffer => {
  const bytes = Buffer.alloc(size);
  bytes.writeUInt32LE(signature, 0);
  return bytes;
};

function localHeader({ bytes }: Part, name: Buffer): Buffer {
  const local = header(LOCAL, 30);
  local.writeUInt16LE(20, 4);
  local.writeUInt32LE(crc32(bytes), 14);
  local.writeUInt32LE(bytes.length, 18);
  local.writeUInt32LE(bytes.length, 22);
  local.writeUInt16LE(name.length, 26);
  return local;
}

function directoryEntry({ bytes }: Part, name: Buffer, at: number): Buffer {
  const entry = header(ENTRY, 46);
  entry.writeUInt16LE(20, 4);
  entry.writeUInt16LE(20, 6);
  entry.writeUInt32LE(crc32(bytes), 16);
  entry.writeUInt32LE(bytes.length, 20);
  entry.writeUInt32LE(bytes.length, 24);
  entry.writeUInt16LE(name.length, 28);
  entry.writeUInt32LE(at, 42);
  return entry;
}

/** Packs parts without compression. */
export function pack(parts: readonly Part[]): Buffer {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const part of parts) {
    const name = Buffer.from(part.name);
    const file = Buffer.concat([localHeader(part, name), name, part.bytes]);
    files.push(file);
    directory.push(directoryEntry(part, name, at), name);
    at += file.length;
  }
  const entries = Buffer.concat(directory);
  const end = header(END, 22);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(entries.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...files, entries, end]);
}
