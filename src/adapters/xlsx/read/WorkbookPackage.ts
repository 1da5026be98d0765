import { damaged, tooLarge } from './ReadError';
import { partPath } from '../zip/partPath';
import { readZip, type ZipEntry } from '../zip/readZip';
import { unpack } from '../zip/unpack';

const MB = 1024 * 1024;
/** What all parts together may unpack to. Real workbooks unpack to 5 to 60 times their size. */
const MOST = 1024 * MB;
const MOST_RATIO = 100;
const ALWAYS_ALLOWED = 64 * MB;
/** What a part that is taken whole, and is no cell data, may unpack to. */
const MOST_OF_SMALL_PART = 48 * MB;

/** The parts of an .xlsx file. Unpacking counts against one limit, so that no file can fill the memory. */
export class WorkbookPackage {
  /** By path; of two of one path the last counts. */
  readonly #entries = new Map<string, ZipEntry>();
  readonly #limit: number;
  #unpacked = 0;

  constructor(bytes: Uint8Array) {
    for (const entry of readZip(bytes)) {
      const path = partPath(entry.name);
      if (!path.endsWith('/')) this.#entries.set(path, entry);
    }
    this.#limit = Math.min(MOST, Math.max(ALWAYS_ALLOWED, bytes.length * MOST_RATIO));
  }

  has(path: string): boolean {
    return this.#entries.has(path.toLowerCase());
  }

  /** What the part unpacks to in bytes, as the file says; 0 when there is none. */
  size(path: string): number {
    return this.#entries.get(path.toLowerCase())?.size ?? 0;
  }

  /** All paths, in lower case. */
  get paths(): Iterable<string> {
    return this.#entries.keys();
  }

  /** A whole part, or null when the package has none of that path. */
  async read(path: string, most = MOST_OF_SMALL_PART): Promise<Uint8Array | null> {
    const entry = this.#entries.get(path.toLowerCase());
    if (entry === undefined) return null;
    if (entry.size > most) throw tooLarge(`“${entry.name}” in it would unpack to ${megabytes(entry.size)}`);
    this.#spend(entry);
    const whole = new Uint8Array(entry.size);
    let at = 0;
    await unpack(entry, (piece) => {
      whole.set(piece, at);
      at += piece.length;
    });
    return whole;
  }

  /** Hands a part to `consume` piece by piece, each valid only during the call. */
  async stream(path: string, consume: (piece: Uint8Array) => void): Promise<void> {
    const entry = this.#entries.get(path.toLowerCase());
    if (entry === undefined) throw damaged(`“${path}” is missing in it`);
    this.#spend(entry);
    await unpack(entry, consume);
  }

  #spend(entry: ZipEntry): void {
    this.#unpacked += entry.size;
    if (this.#unpacked > this.#limit) throw tooLarge(`it would unpack to more than ${megabytes(this.#limit)}`);
  }
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / MB).toLocaleString('en')} MB`;
}
