import { DEFAULT_TOLERANCE, type NamedTolerance } from './Tolerances';

/** How far numbers may differ and be equal, as the user set it for a workbook. JSON-safe. */
export interface EqualWithin {
  /** Relative to the larger of two numbers. */
  readonly tolerance: number;
  /** The same for single sheets and headlines. */
  readonly tolerances: readonly OwnTolerance[];
}

/** How far numbers of one sheet, or one headline, may differ. */
export type OwnTolerance = Required<NamedTolerance>;

/** Nothing set: numbers are equal where they differ by the noise of calculating alone. */
export const EXACT: EqualWithin = { tolerance: DEFAULT_TOLERANCE, tolerances: [] };

/** Whether two settings say the same, in whatever order. */
export function isSameWithin(one: EqualWithin, other: EqualWithin): boolean {
  const told = ({ tolerances }: EqualWithin): string =>
    JSON.stringify(tolerances.map(({ of, kind, tolerance }) => `${kind} ${tolerance} ${of.toLowerCase()}`).sort());
  return one.tolerance === other.tolerance && told(one) === told(other);
}
