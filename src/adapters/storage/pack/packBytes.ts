import { deflateSync } from 'fflate';
import { checksum } from './checksum';

/** What base64 makes four letters of, times a number of bytes that a call can take as arguments. */
const PIECE = 3 * 8192;

/** Bytes, deflated, as a text of letters that XML and JSON leave as they are. */
export function packBytes(bytes: Uint8Array): string {
  const packed = deflateSync(bytes, { level: 9 });
  const pieces: string[] = [];
  for (let at = 0; at < packed.length; at += PIECE) pieces.push(btoa(String.fromCharCode(...packed.subarray(at, at + PIECE))));
  return `${checksum(bytes)}.${pieces.join('')}`;
}
