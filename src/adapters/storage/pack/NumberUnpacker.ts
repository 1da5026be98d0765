import { ByteReader } from './ByteReader';
import { IN_FULL } from './NumberPacker';
import { Unreadable } from './Unreadable';

/** Reads what a `NumberPacker` wrote, in the same order; throws `Unreadable`. */
export class NumberUnpacker {
  readonly #tags: ByteReader;
  readonly #wholes: ByteReader;
  readonly #planes: Uint8Array;
  readonly #view = new DataView(new ArrayBuffer(8));
  #full = 0;

  constructor(from: ByteReader) {
    this.#tags = new ByteReader(from.block());
    this.#wholes = new ByteReader(from.block());
    this.#planes = from.block();
    if (this.#planes.length % 8 !== 0) throw new Unreadable();
  }

  next(): number {
    const tag = this.#tags.byte();
    if (tag < IN_FULL) return this.#wholes.signed() / 10 ** tag;
    const count = this.#planes.length / 8;
    if (tag > IN_FULL || this.#full >= count) throw new Unreadable();
    for (let plane = 0; plane < 8; plane++) this.#view.setUint8(plane, this.#planes[plane * count + this.#full]!);
    this.#full++;
    const value = this.#view.getFloat64(0);
    if (Number.isNaN(value)) throw new Unreadable();
    return value;
  }

  /** Throws when numbers are left. */
  end(): void {
    this.#tags.end();
    this.#wholes.end();
    if (this.#full * 8 !== this.#planes.length) throw new Unreadable();
  }
}
