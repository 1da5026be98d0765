import { weekdayOf, type DateSystem } from '../../values/calendar';

const LAST = 2_958_465;

/** The days on which work is done: those of a week, but for holidays. */
export class Workweek {
  /** Holidays that fall on working days, each once, in order. */
  readonly #holidays: readonly number[];
  /** How many working days lie among the first n days of a week that begins on the day with serial number 0. */
  readonly #before: readonly number[];

  /** Of the weekend, `0000011`, a digit says of each day, Monday first, whether it is free. */
  constructor(weekend: string, holidays: readonly number[], system: DateSystem) {
    const works = (day: number): boolean => weekend[(weekdayOf(day, system) + 6) % 7] === '0';
    const before = [0];
    for (let day = 0; day < 7; day++) before.push(before[day]! + (works(day) ? 1 : 0));
    this.#before = before;
    const working = holidays.filter(works);
    this.#holidays = [...new Set(working)].sort((a, b) => a - b);
  }

  /** True when no day is a working day. */
  get isEmpty(): boolean {
    return this.#before[7] === 0;
  }

  /** How many working days there are from the first day to the last, both counted. */
  count(first: number, last: number): number {
    return this.#until(last) - this.#until(first - 1);
  }

  /** The working day so many after a day, or before it; the day itself for none; null when there is none in Excel's time. */
  after(start: number, days: number): number | null {
    if (days === 0) return start;
    let [low, high] = days > 0 ? [start + 1, LAST] : [0, start - 1];
    const enough = (day: number): boolean => (days > 0 ? this.count(start + 1, day) >= days : this.count(day, start - 1) >= -days);
    if (low > high || !enough(days > 0 ? high : low)) return null;
    while (low < high) {
      const middle = days > 0 ? Math.floor((low + high) / 2) : Math.ceil((low + high) / 2);
      if (enough(middle)) [low, high] = days > 0 ? [low, middle] : [middle, high];
      else [low, high] = days > 0 ? [middle + 1, high] : [low, middle - 1];
    }
    return low;
  }

  /** How many working days there are from the day with serial number 0 to another. */
  #until(day: number): number {
    const days = day + 1;
    const weeks = Math.floor(days / 7);
    return weeks * this.#before[7]! + this.#before[days - weeks * 7]! - this.#holidaysUntil(day);
  }

  #holidaysUntil(day: number): number {
    let [low, high] = [0, this.#holidays.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#holidays[middle]! <= day) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
