import checksums from 'crc-32';

/** The CRC-32 that zip uses, of bytes that follow those which gave `before`. */
export function crc32(bytes: Uint8Array, before = 0): number {
  return checksums.buf(bytes, before) >>> 0;
}
