import { Unreadable } from './Unreadable';

/** Reads what a `ByteWriter` wrote; throws `Unreadable` where that is not what the bytes hold. */
export class ByteReader {
  #at = 0;

  constructor(private readonly bytes: Uint8Array) {}

  /** How many bytes are left. */
  get left(): number {
    return this.bytes.length - this.#at;
  }

  byte(): number {
    const value = this.bytes[this.#at++];
    if (value === undefined) throw new Unreadable();
    return value;
  }

  whole(): number {
    let value = 0;
    for (let scale = 1; scale <= 2 ** 49; scale *= 128) {
      const byte = this.byte();
      value += (byte % 128) * scale;
      if (byte < 128) return checked(value, 2 ** 53);
    }
    throw new Unreadable();
  }

  /** A whole number up to `most`. */
  atMost(most: number): number {
    return checked(this.whole(), most);
  }

  signed(): number {
    const value = this.whole();
    return value % 2 === 1 ? -(value + 1) / 2 : value / 2;
  }

  block(): Uint8Array {
    const length = this.atMost(this.left);
    return this.bytes.subarray(this.#at, (this.#at += length));
  }

  /** Throws when something is left. */
  end(): void {
    if (this.left !== 0) throw new Unreadable();
  }
}

function checked(value: number, most: number): number {
  if (value > most) throw new Unreadable();
  return value;
}
