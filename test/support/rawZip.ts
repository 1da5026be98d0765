import { constants, deflateRawSync } from 'node:zlib';
import { crc32 } from '../../src/adapters/xlsx/zip/crc32';

/** A file for a zip that may lie: packed bytes with whatever size and checksum the zip shall claim. */
export interface RawEntry {
  readonly packed: Uint8Array;
  readonly method: 0 | 8;
  readonly size: number;
  readonly crc: number;
}

/** A zip of entries as they are given. */
export function rawZip(entries: Readonly<Record<string, RawEntry>>): Uint8Array {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [path, { packed, method, size, crc }] of Object.entries(entries)) {
    const name = Buffer.from(path);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(method, 4);
    common.writeUInt32LE(crc, 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(size, 18);
    common.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, name, packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), common, tail, name]));
    files.push(local);
    offset += local.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(directory.length, 8);
  end.writeUInt16LE(directory.length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...files, list, end]);
}

/** Honest entries of the parts. */
export function honestEntries(parts: Readonly<Record<string, Uint8Array>>): Record<string, RawEntry> {
  return Object.fromEntries(
    Object.entries(parts).map(([path, bytes]) => [
      path,
      { packed: deflateRawSync(bytes), method: 8, size: bytes.length, crc: crc32(bytes) },
    ]),
  );
}

/** Deflated bytes that unpack to `head`, then `megabytes` times a megabyte of spaces; about a thousandth of that in size. */
export function bomb(head: string, megabytes: number): Uint8Array {
  // Each full flush ends a block that stands for itself, so the same block can follow again and again.
  const options = { finishFlush: constants.Z_FULL_FLUSH };
  const block = deflateRawSync(Buffer.alloc(1 << 20, ' '), options);
  return Buffer.concat([deflateRawSync(Buffer.from(head), options), ...Array<Buffer>(megabytes).fill(block), Buffer.from([3, 0])]);
}
