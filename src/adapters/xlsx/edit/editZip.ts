import { deflateSync, inflateSync } from 'fflate';
import { crc32 } from '../read/crc32';

/** One file of a zip archive, as compressed as it came. */
export interface ZipEntry {
  readonly name: string;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  readonly crc: number;
  readonly packed: Uint8Array;
  /** Bytes when unpacked. */
  readonly size: number;
  /** Date and time as the archive writes them. */
  readonly time: number;
  /** Bit 11: the name is UTF-8. */
  readonly flags: number;
}

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const UTF8 = 0x800;
const NEW_YEAR_1980 = 0x00210000;

/** The files of an archive in the order of its directory; null when the bytes are no such archive, or one in parts or encrypted. */
export function readZip(bytes: Uint8Array): ZipEntry[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end < 0) return null;
  try {
    const entries: ZipEntry[] = [];
    let at = view.getUint32(end + 16, true);
    for (let left = view.getUint16(end + 10, true); left > 0; left--) {
      if (view.getUint32(at, true) !== CENTRAL) return null;
      const flags = view.getUint16(at + 8, true);
      const nameLength = view.getUint16(at + 28, true);
      const extraLength = view.getUint16(at + 30, true);
      const name = decodeName(bytes.subarray(at + 46, at + 46 + nameLength), flags);
      const { packedSize, size, offset } = sizes(view, at, at + 46 + nameLength, extraLength);
      if (flags & 1 || view.getUint32(offset, true) !== LOCAL) return null;
      const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
      if (start + packedSize > bytes.length) return null;
      entries.push({
        name,
        method: view.getUint16(at + 10, true),
        crc: view.getUint32(at + 16, true),
        packed: bytes.subarray(start, start + packedSize),
        size,
        time: view.getUint32(at + 12, true),
        flags: flags & UTF8,
      });
      at += 46 + nameLength + extraLength + view.getUint16(at + 32, true);
    }
    return entries;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** The archive of these files, in this order. */
export function writeZip(entries: readonly ZipEntry[]): Uint8Array {
  const names = entries.map((entry) => new TextEncoder().encode(entry.name));
  const fixed = names.reduce((sum, name) => sum + 76 + 2 * name.length, 22);
  const bytes = new Uint8Array(entries.reduce((sum, entry) => sum + entry.packed.length, fixed));
  const view = new DataView(bytes.buffer);
  let at = 0;
  const offsets = entries.map((entry, i) => {
    const offset = at;
    view.setUint32(at, LOCAL, true);
    writeHeader(view, at + 4, entry, names[i]!);
    bytes.set(names[i]!, at + 30);
    bytes.set(entry.packed, at + 30 + names[i]!.length);
    at += 30 + names[i]!.length + entry.packed.length;
    return offset;
  });
  const directory = at;
  entries.forEach((entry, i) => {
    view.setUint32(at, CENTRAL, true);
    view.setUint16(at + 4, 20, true);
    writeHeader(view, at + 6, entry, names[i]!);
    view.setUint32(at + 42, offsets[i]!, true);
    bytes.set(names[i]!, at + 46);
    at += 46 + names[i]!.length;
  });
  view.setUint32(at, END, true);
  view.setUint16(at + 8, entries.length, true);
  view.setUint16(at + 10, entries.length, true);
  view.setUint32(at + 12, at - directory, true);
  view.setUint32(at + 16, directory, true);
  return bytes;
}

/** The file's content. */
export function unpack(entry: ZipEntry): Uint8Array {
  return entry.method === 0 ? entry.packed : inflateSync(entry.packed, { out: new Uint8Array(entry.size) });
}

/** A file of the archive with this content, deflated. */
export function pack(name: string, content: Uint8Array): ZipEntry {
  return { name, method: 8, crc: crc32(content), packed: deflateSync(content), size: content.length, time: NEW_YEAR_1980, flags: UTF8 };
}

/** What the local header and the directory have in common: version needed to the length of the name. */
function writeHeader(view: DataView, at: number, entry: ZipEntry, name: Uint8Array): void {
  view.setUint16(at, 20, true);
  view.setUint16(at + 2, UTF8, true);
  view.setUint16(at + 4, entry.method, true);
  view.setUint32(at + 6, entry.time, true);
  view.setUint32(at + 10, entry.crc, true);
  view.setUint32(at + 14, entry.packed.length, true);
  view.setUint32(at + 18, entry.size, true);
  view.setUint16(at + 22, name.length, true);
}

function findEnd(view: DataView): number {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 22 - 0xffff); at--) {
    if (view.getUint32(at, true) === END) return at;
  }
  return -1;
}

/** Sizes and offset, taken from the zip64 field where a streaming writer put them there. */
function sizes(view: DataView, at: number, extra: number, extraLength: number): { packedSize: number; size: number; offset: number } {
  const values = [view.getUint32(at + 24, true), view.getUint32(at + 20, true), view.getUint32(at + 42, true)];
  for (let field = extra; field + 4 <= extra + extraLength; field += 4 + view.getUint16(field + 2, true)) {
    if (view.getUint16(field, true) !== 1) continue;
    let wide = field + 4;
    for (let i = 0; i < 3; i++) {
      if (values[i] !== 0xffffffff) continue;
      values[i] = Number(view.getBigUint64(wide, true));
      wide += 8;
    }
  }
  return { size: values[0]!, packedSize: values[1]!, offset: values[2]! };
}

function decodeName(bytes: Uint8Array, flags: number): string {
  return new TextDecoder(flags & UTF8 ? 'utf-8' : 'latin1').decode(bytes);
}
