import { Inflate } from 'fflate';
import { crc32 } from './crc32';
import { damaged, tooLarge } from '../read/ReadError';
import type { ZipEntry } from './readZip';

/** From this packed size on the platform's own inflate is worth its start: it is twice as fast and runs on another thread. */
const WORTH_STREAMING = 100_000;
/** Packed bytes handed over at once; 16 KB unpack to 16 MB at most. */
const PUSH = 16_384;
const MOST_WHOLE = 1024 * 1024 * 1024;

/**
 * Unpacks a zip entry and hands its bytes to `consume` piece by piece; a piece is only valid during the call. Stops
 * with a `ReadError` as soon as there is more than the directory says, and at the end when size or checksum are wrong.
 */
export async function unpack(entry: ZipEntry, consume: (piece: Uint8Array) => void): Promise<void> {
  const sized = new Sized(entry, consume);
  const aside = entry.deflated && entry.packed.length >= WORTH_STREAMING && typeof DecompressionStream !== 'undefined';
  if (aside) await unpackAside(entry, sized.take);
  else unpackHere(entry, sized.take);
  sized.end();
}

/** The content of a zip entry, at once and on this thread; throws a `ReadError` as `unpack` does. */
export function unpackWhole(entry: ZipEntry): Uint8Array {
  // No deflated byte stands for more than 1032: what claims to is not even given the room.
  if (entry.size > MOST_WHOLE || entry.size > entry.packed.length * 1032 + 64)
    throw tooLarge(`“${entry.name}” in it claims ${entry.size} bytes`);
  const whole = new Uint8Array(entry.size);
  let at = 0;
  const sized = new Sized(entry, (piece) => {
    whole.set(piece, at);
    at += piece.length;
  });
  unpackHere(entry, sized.take);
  sized.end();
  return whole;
}

/** Lets no more through than the directory says, and in the end no less. */
class Sized {
  #size = 0;

  constructor(
    private readonly entry: ZipEntry,
    private readonly consume: (piece: Uint8Array) => void,
  ) {}

  readonly take = (piece: Uint8Array): void => {
    this.#size += piece.length;
    if (this.#size > this.entry.size) throw damaged(`“${this.entry.name}” in it holds more than the file says`);
    this.consume(piece);
  };

  end(): void {
    if (this.#size !== this.entry.size) throw damaged(`“${this.entry.name}” in it is cut short`);
  }
}

function checkPiece(entry: ZipEntry, consume: (piece: Uint8Array) => void): (piece: Uint8Array) => void {
  let crc = 0;
  let left = entry.size;
  return (piece) => {
    consume(piece);
    crc = crc32(piece, crc);
    left -= piece.length;
    if (left === 0 && crc !== entry.crc) throw checksumWrong(entry);
  };
}

function unpackHere(entry: ZipEntry, consume: (piece: Uint8Array) => void): void {
  if (!entry.deflated) return checkPiece(entry, consume)(entry.packed);
  const inflate = new Inflate(checkPiece(entry, consume));
  for (let at = 0; at < entry.packed.length; at += PUSH) {
    const last = at + PUSH >= entry.packed.length;
    try {
      inflate.push(entry.packed.subarray(at, at + PUSH), last);
    } catch (error) {
      // fflate's own errors have a code; ours come from `consume` and say more.
      throw error instanceof Error && 'code' in error ? checksumWrong(entry) : error;
    }
  }
}

/** The platform checks the checksum by itself when the deflated bytes are dressed as gzip: its head before, checksum and size behind. */
async function unpackAside(entry: ZipEntry, consume: (piece: Uint8Array) => void): Promise<void> {
  const stream = new DecompressionStream('gzip');
  const writing = feed(stream.writable.getWriter(), entry);
  // What goes wrong in writing shows in reading too.
  writing.catch(() => undefined);
  const reader: ReadableStreamDefaultReader<Uint8Array> = stream.readable.getReader();
  for (;;) {
    let piece: Uint8Array | undefined;
    try {
      piece = (await reader.read()).value;
    } catch {
      throw checksumWrong(entry);
    }
    if (piece === undefined) return;
    try {
      consume(piece);
    } catch (error) {
      void reader.cancel().catch(() => undefined);
      throw error;
    }
  }
}

async function feed(writer: WritableStreamDefaultWriter<BufferSource>, entry: ZipEntry): Promise<void> {
  await writer.write(new Uint8Array([31, 139, 8, 0, 0, 0, 0, 0, 0, 255]));
  for (let at = 0; at < entry.packed.length; at += PUSH) await writer.write(entry.packed.slice(at, at + PUSH));
  const end = new DataView(new ArrayBuffer(8));
  end.setUint32(0, entry.crc, true);
  end.setUint32(4, entry.size >>> 0, true);
  await writer.write(new Uint8Array(end.buffer));
  await writer.close();
}

function checksumWrong(entry: ZipEntry): Error {
  return damaged(`“${entry.name}” in it cannot be unpacked`);
}
