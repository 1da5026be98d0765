import { Unknowable } from '../../model/interruptions';
import type { DateSystem } from '../../values/calendar';
import type { Basis, DatedDay } from '../dates/dayCounts';
import { daysBetween, monthsFrom } from './CouponPeriod';

/** How far days are behind a coupon, in coupon periods; null where dates go beyond what Excel knows. */
export function periodsForward(start: DatedDay, to: readonly DatedDay[], schedule: Schedule): readonly number[] | null {
  const { times, basis, system } = schedule;
  const last = Math.max(...to.map(({ serial }) => serial));
  const sums = to.map(() => 0);
  for (let k = 0, from = start; from.serial < last; k++) {
    const next = monthsFrom(start, ((k + 1) * 12) / times, system);
    if (next === null) return null;
    const days = lengthOf(from, next, schedule);
    to.forEach((day, at) => {
      if (day.serial <= from.serial) return;
      sums[at]! += day.serial >= next.serial ? 1 : daysBetween(from, day, basis) / days;
    });
    from = next;
  }
  return sums;
}

/** When a security pays, and how its days are counted. */
export interface Schedule {
  readonly times: number;
  readonly basis: Basis;
  readonly system: DateSystem;
}

/** The days of a whole coupon period. */
export function lengthOf(from: DatedDay, to: DatedDay, { times, basis }: Schedule): number {
  return basis === 1 ? to.serial - from.serial : 360 / times;
}

/** Where days are counted as they are and years are not, Excel departs from its documented formula in ways that are not known. */
export function refuseUnknownCount(name: string, basis: Basis): void {
  if (basis === 2 || basis === 3) throw new Unknowable('function', name);
}
