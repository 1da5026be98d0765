import { dateOf, daysInMonth, serialOf, type DateSystem } from '../../values/calendar';
import { americanDays, europeanDays, type Basis, type DatedDay } from '../dates/dayCounts';

/** The day so many months before or after another; of the last day of a month, the last day of that month. */
export function monthsFrom(day: DatedDay, months: number, system: DateSystem): DatedDay | null {
  const index = day.year * 12 + day.month - 1 + months;
  const [year, month] = [Math.floor(index / 12), (((index % 12) + 12) % 12) + 1];
  const last = daysInMonth(year, month);
  const wanted = day.day === daysInMonth(day.year, day.month) ? last : Math.min(day.day, last);
  const serial = serialOf(year, month, wanted, system);
  const date = serial === null ? null : dateOf(serial, system);
  return date === null ? null : { ...date, serial: serial! };
}

/** The days from one to another as a basis counts them. */
export function daysBetween(from: DatedDay, to: DatedDay, basis: Basis): number {
  if (basis === 0) return americanDays(from, to);
  return basis === 4 ? europeanDays(from, to) : to.serial - from.serial;
}

/** The time between two coupons of a security in which it is bought. */
export class CouponPeriod {
  private constructor(
    readonly settlement: DatedDay,
    readonly previous: DatedDay,
    readonly next: DatedDay,
    /** How many coupons are still paid. */
    readonly coupons: number,
    readonly frequency: number,
    readonly basis: Basis,
  ) {}

  /** The period that a settlement falls into; null where dates go beyond what Excel knows. */
  static at(settlement: DatedDay, maturity: DatedDay, frequency: number, basis: Basis, system: DateSystem): CouponPeriod | null {
    const step = 12 / frequency;
    const months = (maturity.year - settlement.year) * 12 + maturity.month - settlement.month;
    let count = Math.max(0, Math.floor(months / step) - 1);
    for (let next = monthsFrom(maturity, -count * step, system); next !== null;) {
      const previous = monthsFrom(maturity, -(count + 1) * step, system);
      if (previous === null) return null;
      if (previous.serial <= settlement.serial) return new CouponPeriod(settlement, previous, next, count + 1, frequency, basis);
      next = previous;
      count++;
    }
    return null;
  }

  /** The days of the whole period. */
  get days(): number {
    if (this.basis === 1) return this.next.serial - this.previous.serial;
    return (this.basis === 3 ? 365 : 360) / this.frequency;
  }

  /** The days from the last coupon to the settlement. */
  get daysBefore(): number {
    return daysBetween(this.previous, this.settlement, this.basis);
  }

  /** The days from the settlement to the next coupon. */
  get daysAfter(): number {
    return this.basis === 0 || this.basis === 4 ? this.days - this.daysBefore : this.next.serial - this.settlement.serial;
  }
}
