import { splitRange } from './splitRange';
import type { CellContent, SyncStep, WriteStep } from '../../core/sync/SyncPlan';

type Structural = Exclude<SyncStep, WriteStep>;

/** What is done between two looks at whether the user cancelled. */
export type Batch =
  { readonly kind: 'writes'; readonly steps: readonly WriteStep[] } | { readonly kind: 'structure'; readonly step: Structural };

const CELLS = 8_000;
const BLOCKS = 400;
/** Characters of a request's cells; with what the protocol adds this is well under Excel's 5 MB. */
const CHARACTERS = 1_000_000;

/** The steps in order, writes cut and joined into batches that fit well into one request. No two blocks of a batch overlap. */
export function batchWrites(steps: readonly SyncStep[]): Batch[] {
  const batches: Batch[] = [];
  let open: WriteStep[] = [];
  let cells = 0;
  let characters = 0;
  const close = () => {
    if (open.length > 0) batches.push({ kind: 'writes', steps: open });
    open = [];
    cells = characters = 0;
  };
  for (const step of steps) {
    if (step.kind !== 'write') {
      close();
      batches.push({ kind: 'structure', step });
      continue;
    }
    for (const part of partsOf(step)) {
      const size = weigh(part);
      const full = cells + size.cells > CELLS || characters + size.characters > CHARACTERS || open.length >= BLOCKS;
      if (full || open.some((other) => overlaps(other, part))) close();
      open.push(part);
      cells += size.cells;
      characters += size.characters;
    }
  }
  close();
  return batches;
}

function partsOf(step: WriteStep): WriteStep[] {
  const { range } = step;
  return splitRange(range, CELLS).map((part) => {
    const cut = (rows: WriteStep['before']) =>
      rows
        .slice(part.firstRow - range.firstRow, part.lastRow - range.firstRow + 1)
        .map((row) => row.slice(part.firstColumn - range.firstColumn, part.lastColumn - range.firstColumn + 1));
    return { ...step, range: part, before: cut(step.before), after: cut(step.after) };
  });
}

function weigh({ after }: WriteStep): { cells: number; characters: number } {
  let cells = 0;
  let characters = 0;
  for (const row of after) {
    for (const content of row) {
      cells++;
      characters += content ? lengthOf(content) : 5;
    }
  }
  return { cells, characters };
}

function lengthOf({ formula, value }: CellContent): number {
  return 24 + (formula?.length ?? (typeof value === 'string' ? value.length * 2 : 0));
}

function overlaps(a: WriteStep, b: WriteStep): boolean {
  return (
    a.sheet === b.sheet &&
    a.range.firstRow <= b.range.lastRow &&
    b.range.firstRow <= a.range.lastRow &&
    a.range.firstColumn <= b.range.lastColumn &&
    b.range.firstColumn <= a.range.lastColumn
  );
}
