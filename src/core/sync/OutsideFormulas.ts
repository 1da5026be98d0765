import { toRelative } from '../formula/toRelative';
import { stringifyAddress, type CellAddress } from '../workbook/Address';
import type { MovedFormula } from './moveReferences';
import type { OutsideFormula } from './SyncPlan';

/** Where a formula comes to stand, and what it is in official. */
interface Placed {
  readonly sheet: string;
  readonly cell: CellAddress;
  readonly from: CellAddress;
  readonly official: string;
}

/** Official's formulas that reach outside the workbook, as a plan meets them: written only for differences which are allowed to. */
export class OutsideFormulas {
  private readonly found = new Map<string, OutsideFormula>();

  constructor(private readonly allowed: ReadonlySet<string>) {}

  /** The formula to write for this difference: the refused one too, where only a tick was missing and it has one. */
  weigh(difference: string, { sheet, cell, from, official }: Placed, moved: MovedFormula): MovedFormula {
    if (moved.formula !== null || moved.allowed === undefined) return moved;
    // One that is filled down is told once.
    const key = JSON.stringify([difference, sheet, toRelative(official, from.row, from.column)]);
    const known = this.found.get(key);
    const allowed = this.allowed.has(difference);
    this.found.set(
      key,
      known
        ? { ...known, cells: known.cells + 1 }
        : { difference, sheet, address: stringifyAddress(cell), formula: moved.allowed, cells: 1, allowed },
    );
    return allowed ? { formula: moved.allowed, reason: null } : moved;
  }

  all(): readonly OutsideFormula[] {
    return [...this.found.values()];
  }
}
