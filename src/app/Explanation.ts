import type { Bridge } from '../core/explain/Bridge';
import type { Driver } from '../core/explain/Driver';
import type { FewestOfAll } from './fewestOfAll';
import type { DoubtfulCell } from './ports/ModelCalculator';

/** Why the headlines differ. JSON-safe. */
export interface Explanation {
  readonly drivers: readonly Driver[];
  /** Of the headlines that differ and are numbers in both workbooks, in their order. */
  readonly bridges: readonly Bridge[];
  /** Headlines that some mixture of the two models gives no number for, so that they have no bridge. */
  readonly unbridged: readonly string[];
  /** Names of drivers that were to be shown apart and cannot: their parts alone give no numbers. */
  readonly whole: readonly string[];
  /** The fewest drivers that bring all headlines to official; null when there are none or it cannot be told. */
  readonly fewest: FewestOfAll | null;
  /** Cells whose part in the gaps cannot be told. */
  readonly doubts: readonly DoubtfulCell[];
}
