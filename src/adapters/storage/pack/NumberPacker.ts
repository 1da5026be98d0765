import { ByteWriter } from './ByteWriter';

/** The tag of a number that is written in full; those below it are numbers of decimal places. */
export const IN_FULL = 7;
/** Twice as large, numbers still stand for themselves. */
const LARGEST = 2 ** 51;

/** Writes numbers, those with few decimal places as whole ones, so that what people type takes two bytes or three. */
export class NumberPacker {
  readonly #tags = new ByteWriter();
  readonly #wholes = new ByteWriter();
  readonly #full: number[] = [];

  add(value: number): void {
    const places = Object.is(value, -0) ? IN_FULL : decimalPlaces(value);
    this.#tags.byte(places);
    if (places === IN_FULL) this.#full.push(value);
    else this.#wholes.signed(Math.round(value * 10 ** places));
  }

  /** Writes all of them, the first bytes of those in full beside each other, as these are much alike. */
  finish(into: ByteWriter): void {
    into.block(this.#tags.bytes);
    into.block(this.#wholes.bytes);
    const planes = new Uint8Array(this.#full.length * 8);
    const view = new DataView(new ArrayBuffer(8));
    this.#full.forEach((value, at) => {
      view.setFloat64(0, value);
      for (let plane = 0; plane < 8; plane++) planes[plane * this.#full.length + at] = view.getUint8(plane);
    });
    into.block(planes);
  }
}

function decimalPlaces(value: number): number {
  for (let places = 0, scale = 1; places < IN_FULL; places++, scale *= 10) {
    const whole = Math.round(value * scale);
    if (whole / scale === value && Math.abs(whole) <= LARGEST) return places;
  }
  return IN_FULL;
}
