const BLANKS = new Set([0x20, 0x09, 0x0a, 0x0d, 0xef, 0xbb, 0xbf]);
const BRACE = 0x7b;

/** Whether a file is meant as a catalog, and not as a workbook, which never begins as JSON does. */
export function isCatalog(bytes: Uint8Array): boolean {
  return bytes.find((byte) => !BLANKS.has(byte)) === BRACE;
}
