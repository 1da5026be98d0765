import { damaged, ReadError } from '../read/ReadError';

/** One file inside a zip, still packed. */
export interface ZipEntry {
  readonly name: string;
  readonly deflated: boolean;
  readonly packed: Uint8Array;
  /** What the zip's directory says; the unpacking checks both. */
  readonly size: number;
  readonly crc: number;
  /** Date and time as the zip writes them. */
  readonly time: number;
}

const END = 0x06054b50;
const END_64 = 0x06064b50;
const END_64_LOCATOR = 0x07064b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_ENTRY = 0x04034b50;
const UNKNOWN_32 = 0xffffffff;
const LOCKED = 1;
const UTF8 = 0x800;

const CUT_SHORT = 'it is cut short or its list of contents cannot be read';

/**
 * The files inside a zip in the order of its directory, folders too. Sizes are the directory's, so that files which a streaming writer
 * put there without sizes read well. Throws a `ReadError` for what is no whole, unlocked zip.
 */
export function readZip(bytes: Uint8Array): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const entries: ZipEntry[] = [];
  let { at, count } = findDirectory(view);
  for (; count > 0; count--) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== DIRECTORY_ENTRY) throw damaged(CUT_SHORT);
    const nameLength = view.getUint16(at + 28, true);
    const extraLength = view.getUint16(at + 30, true);
    const nameEnd = at + 46 + nameLength;
    if (nameEnd + extraLength > bytes.length) throw damaged(CUT_SHORT);
    const name = nameOf(bytes.subarray(at + 46, nameEnd), view.getUint16(at + 8, true));
    entries.push(readEntry(bytes, view, at, name, nameEnd, extraLength));
    at = nameEnd + extraLength + view.getUint16(at + 32, true);
  }
  return entries;
}

function findDirectory(view: DataView): { at: number; count: number } {
  const lowest = Math.max(0, view.byteLength - 22 - 65_535);
  let end = view.byteLength - 22;
  while (end >= lowest && view.getUint32(end, true) !== END) end--;
  if (end < lowest) throw damaged(CUT_SHORT);
  const at = view.getUint32(end + 16, true);
  const count = view.getUint16(end + 10, true);
  const locator = end - 20;
  if ((at !== UNKNOWN_32 && count !== 0xffff) || locator < 0 || view.getUint32(locator, true) !== END_64_LOCATOR) return { at, count };
  const end64 = Number(view.getBigUint64(locator + 8, true));
  if (end64 + 56 > view.byteLength || view.getUint32(end64, true) !== END_64) throw damaged(CUT_SHORT);
  return { at: Number(view.getBigUint64(end64 + 48, true)), count: Number(view.getBigUint64(end64 + 32, true)) };
}

function readEntry(bytes: Uint8Array, view: DataView, at: number, name: string, extraStart: number, extraLength: number): ZipEntry {
  if (view.getUint16(at + 8, true) & LOCKED) {
    throw new ReadError(
      'password-protected',
      'The file is a zip locked with a password. Unlock it first, then try again. Nothing was changed.',
    );
  }
  const method = view.getUint16(at + 10, true);
  let packedSize = view.getUint32(at + 20, true);
  let size = view.getUint32(at + 24, true);
  let offset = view.getUint32(at + 42, true);
  // Zip64 gives the values that do not fit in an extra field, in this order.
  const large = zip64Values(view, extraStart, extraLength);
  if (size === UNKNOWN_32) size = large.shift() ?? size;
  if (packedSize === UNKNOWN_32) packedSize = large.shift() ?? packedSize;
  if (offset === UNKNOWN_32) offset = large.shift() ?? offset;
  if (offset + 30 > bytes.length || view.getUint32(offset, true) !== LOCAL_ENTRY) throw damaged(CUT_SHORT);
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  if (start + packedSize > bytes.length) throw damaged(CUT_SHORT);
  if (method !== 0 && method !== 8) throw damaged(`“${name}” in it is packed in a way that Excel does not use`);
  const packed = bytes.subarray(start, start + packedSize);
  return { name, deflated: method === 8, packed, size, crc: view.getUint32(at + 16, true), time: view.getUint32(at + 12, true) };
}

function zip64Values(view: DataView, start: number, length: number): number[] {
  const values: number[] = [];
  for (let at = start; at + 4 <= start + length; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue;
    const end = Math.min(at + 4 + view.getUint16(at + 2, true), start + length);
    for (let value = at + 4; value + 8 <= end; value += 8) values.push(Number(view.getBigUint64(value, true)));
    break;
  }
  return values;
}

/** Some writers do not say that a name is UTF-8; what is none was written in an older code page. */
function nameOf(bytes: Uint8Array, flags: number): string {
  try {
    return new TextDecoder('utf-8', { fatal: (flags & UTF8) === 0 }).decode(bytes);
  } catch {
    return new TextDecoder('latin1').decode(bytes);
  }
}
