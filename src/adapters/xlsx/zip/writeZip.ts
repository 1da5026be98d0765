import { deflateSync } from 'fflate';
import { crc32 } from './crc32';
import type { ZipEntry } from './readZip';

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const UTF8 = 0x800;
const NEW_YEAR_1980 = 0x00210000;
/** Of a worksheet the usual 6 makes 5 % less and takes 1.6 times as long; Excel itself packs with the quickest. */
const LEVEL = 4;

/** The zip of these files, in this order, each packed as it is: what was read and not changed stays the same byte for byte. */
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

/** A file for a zip with this content, deflated. */
export function packEntry(name: string, content: Uint8Array): ZipEntry {
  return {
    name,
    deflated: true,
    crc: crc32(content),
    packed: deflateSync(content, { level: LEVEL }),
    size: content.length,
    time: NEW_YEAR_1980,
  };
}

/** What the local header and the directory have in common: version needed to the length of the name. */
function writeHeader(view: DataView, at: number, entry: ZipEntry, name: Uint8Array): void {
  view.setUint16(at, 20, true);
  view.setUint16(at + 2, UTF8, true);
  view.setUint16(at + 4, entry.deflated ? 8 : 0, true);
  view.setUint32(at + 6, entry.time, true);
  view.setUint32(at + 10, entry.crc, true);
  view.setUint32(at + 14, entry.packed.length, true);
  view.setUint32(at + 18, entry.size, true);
  view.setUint16(at + 22, name.length, true);
}
