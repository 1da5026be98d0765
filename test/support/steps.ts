import { BLANK } from '../../src/core/sync/cellContent';
import type { CellContent, SyncPlan, SyncStep, WriteStep } from '../../src/core/sync/SyncPlan';
import { parseRange } from '../../src/core/workbook/Address';
import type { CellValue } from '../../src/core/workbook/CellValue';

/** A cell as a test writes it: `'=A1*2'` is a formula, everything else a constant, null a blank. */
export type Notation = CellValue | CellContent;

/** One write step in a line: `write('Data', 'B2:C2', [[1, 2]], [[3, '=B2*2']])`. */
export function write(
  sheet: string,
  address: string,
  before: readonly (readonly Notation[])[],
  after: readonly (readonly Notation[])[],
): WriteStep {
  const range = parseRange(address);
  if (!range) throw new Error(`${address} is no range`);
  return {
    kind: 'write',
    sheet,
    range,
    before: before.map((row) => row.map(content)),
    after: after.map((row) => row.map(content)),
    differences: [],
  };
}

/** The plan of these steps. */
export function planOf(...steps: readonly SyncStep[]): SyncPlan {
  return { steps, refused: [], cells: 0, sheets: [] };
}

function content(notation: Notation): CellContent {
  if (typeof notation === 'object' && notation !== null && 'formula' in notation) return notation;
  if (typeof notation === 'string' && notation.startsWith('=')) return { formula: notation, value: null, format: null };
  return notation === null ? BLANK : { formula: null, value: notation, format: null };
}
