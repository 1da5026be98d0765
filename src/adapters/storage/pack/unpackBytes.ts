import { Inflate } from 'fflate';
import { checksum } from './checksum';
import { Unreadable } from './Unreadable';

/** Packed bytes handed over at once; 16 KB unpack to 16 MB at most. */
const PUSH = 16_384;

/** The bytes that `packBytes` packed; throws `Unreadable`, also when they are more than `most`. */
export function unpackBytes(text: string, most: number): Uint8Array {
  const parts = /^([0-9a-f]{8})\.([A-Za-z0-9+/]*={0,2})$/.exec(text.trim());
  // Four letters are three bytes, and packing makes nothing larger by more than a few bytes.
  if (parts === null || parts[2]!.length > most * 1.4 + 64) throw new Unreadable();
  const bytes = inflate(fromBase64(parts[2]!), most);
  if (checksum(bytes) !== parts[1]) throw new Unreadable();
  return bytes;
}

function fromBase64(text: string): Uint8Array {
  let binary: string;
  try {
    binary = atob(text);
  } catch {
    throw new Unreadable();
  }
  const bytes = new Uint8Array(binary.length);
  for (let at = 0; at < binary.length; at++) bytes[at] = binary.charCodeAt(at);
  return bytes;
}

function inflate(packed: Uint8Array, most: number): Uint8Array {
  const pieces: Uint8Array[] = [];
  let length = 0;
  const inflater = new Inflate((piece) => {
    pieces.push(piece);
    length += piece.length;
    if (length > most) throw new Unreadable();
  });
  try {
    for (let at = 0; at < packed.length; at += PUSH) inflater.push(packed.subarray(at, at + PUSH), at + PUSH >= packed.length);
  } catch {
    throw new Unreadable();
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
