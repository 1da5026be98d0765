import { EXACT, type EqualWithin, type OwnTolerance } from '../../core/compare/EqualWithin';

/** The tolerances that the dialog offers. */
export const OFFERED: readonly number[] = [EXACT.tolerance, 1e-6, 1e-4, 1e-3, 1e-2];

/** What counts as equal while the user chooses it. */
export interface ToleranceDraft {
  /** One of those offered; null for the percentage that is typed. */
  readonly offered: number | null;
  /** The percentage as it is typed. */
  readonly typed: string;
  /** For single sheets and headlines. */
  readonly own: readonly OwnTolerance[];
}

/** A sheet or headline that can have a tolerance of its own. */
export type ToleranceHolder = Pick<OwnTolerance, 'of' | 'kind'>;

/** The draft that stands for what is in force, a percentage of one's own written for a locale. */
export function draftOf({ tolerance, tolerances }: EqualWithin, locale: string): ToleranceDraft {
  if (OFFERED.includes(tolerance)) return { offered: tolerance, typed: '', own: tolerances };
  // It has to be read again, so it is written in digits 0 to 9 everywhere.
  const digits = new Intl.NumberFormat(locale, { maximumSignificantDigits: 12, useGrouping: false, numberingSystem: 'latn' });
  return { offered: null, typed: digits.format(tolerance * 100), own: tolerances };
}

/** What a draft says; null while what is typed is no percentage. */
export function withinOf({ offered, typed, own }: ToleranceDraft): EqualWithin | null {
  const tolerance = offered ?? readPercentage(typed);
  return tolerance === null ? null : { tolerance, tolerances: own };
}

/** The sheets and headlines, out of all, that the draft says nothing of yet. */
export function holdersLeft({ own }: ToleranceDraft, all: readonly ToleranceHolder[]): readonly ToleranceHolder[] {
  return all.filter((one) => !own.some((taken) => isSameHolder(taken, one)));
}

/** Whether both are the same sheet or headline. */
export function isSameHolder(a: ToleranceHolder, b: ToleranceHolder): boolean {
  return a.kind === b.kind && a.of.toLowerCase() === b.of.toLowerCase();
}

/** `0.05`, `0,05` or `0.05 %` as a share; null when it is none from 0 to below 1. */
function readPercentage(text: string): number | null {
  const digits = text.trim().replace(/\s*%$/, '').replace(',', '.');
  if (!/^(?:\d+\.?\d*|\.\d+)$/.test(digits)) return null;
  // Of 0.07 / 100 the last digits are noise.
  const share = Number((Number(digits) / 100).toPrecision(12));
  return share < 1 ? share : null;
}
