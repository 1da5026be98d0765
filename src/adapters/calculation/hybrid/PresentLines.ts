import { fromCommon, toCommon } from '../../../core/align/axis';
import type { Axis } from '../../../core/align/Correspondence';

type Side = 'official' | 'local';

/**
 * The rows (or columns) of a sheet pair that are there while some drivers are on: those of both workbooks, those only official has
 * as long as taking them away is off, those only local has as soon as putting them in is on. Numbered from 1 as in a workbook.
 */
export class PresentLines {
  /** By common index, the driver that puts the line in or takes it out; -1 for none. */
  readonly drivers: Int32Array;
  /** True when all lines are the same in both workbooks, so that nothing ever has to be counted. */
  readonly isPlain: boolean;
  #numbers: Int32Array;
  #commons: Int32Array;
  #count = 0;

  constructor(readonly axis: Axis) {
    this.drivers = new Int32Array(axis.length + 1).fill(-1);
    this.#numbers = new Int32Array(axis.length + 2);
    this.#commons = new Int32Array(axis.length + 1);
    this.isPlain = axis.inOrder && axis.length === axis.fromOfficial.length - 1 && axis.length === axis.fromLocal.length - 1;
    this.arrange(() => false, false);
  }

  /** Numbers the lines anew; with `all` every line of either workbook is there. */
  arrange(isOn: (driver: number) => boolean, all: boolean): void {
    if (this.isPlain) return;
    const { length, toOfficial, toLocal } = this.axis;
    let number = 0;
    for (let common = 1; common <= length; common++) {
      const driver = this.drivers[common]!;
      const inBoth = toOfficial[common] !== 0 && toLocal[common] !== 0;
      const there = all || inBoth || (toOfficial[common] !== 0) !== (driver >= 0 && isOn(driver));
      this.#numbers[common] = there ? ++number : -(number + 1);
      if (there) this.#commons[number] = common;
    }
    this.#count = number;
  }

  /** The number of the line with a common index; 0 when it is not there. */
  numberOf(common: number): number {
    if (this.isPlain) return common;
    const { length } = this.axis;
    return common > length ? this.#count + common - length : Math.max(0, this.#numbers[common]!);
  }

  /** The common index of the line with a number. */
  commonOf(number: number): number {
    if (this.isPlain) return number;
    return number > this.#count ? this.axis.length + number - this.#count : this.#commons[number]!;
  }

  isThere(common: number): boolean {
    return this.isPlain || common > this.axis.length || this.#numbers[common]! > 0;
  }

  /** A bit for each driver that puts in or takes out any of the lines with these numbers. */
  driversBetween(first: number, last: number): number {
    let bits = 0;
    if (this.isPlain) return bits;
    for (let number = first; number <= last && number <= this.#count; number++) {
      const driver = this.drivers[this.#commons[number]!]!;
      if (driver >= 0) bits |= 1 << driver;
    }
    return bits;
  }

  /** The numbers of the first and last line there of a run of one workbook's lines; null when none of them is. */
  span(side: Side, first: number, last: number): { readonly first: number; readonly last: number } | null {
    if (this.isPlain) return { first, last };
    const [low, high] = this.#commonEnds(side, first, last);
    const from = low > this.axis.length ? this.numberOf(low) : Math.abs(this.#numbers[low]!);
    const end = high > this.axis.length ? this.numberOf(high) : this.#numbers[high]! > 0 ? this.#numbers[high]! : -this.#numbers[high]! - 1;
    return from <= end ? { first: from, last: end } : null;
  }

  /** The first and last common index of a run; of lines that moved any of them may be the first. */
  #commonEnds(side: Side, first: number, last: number): readonly [number, number] {
    const ends = [toCommon(this.axis, side, first), toCommon(this.axis, side, last)] as const;
    if (this.axis.inOrder || side === 'official' || first === last) return ends;
    const from = this.axis.fromLocal;
    let [low, high] = [Math.min(...ends), Math.max(...ends)];
    for (let own = first; own <= last && own < from.length; own++) {
      if (from[own]! < low) low = from[own]!;
      if (from[own]! > high) high = from[own]!;
    }
    return [low, high];
  }

  /** The index that a line has in one workbook; 0 when it lacks it. */
  ownOf(side: Side, number: number): number {
    return fromCommon(this.axis, side, this.commonOf(number));
  }
}
