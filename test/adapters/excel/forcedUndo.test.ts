import type { ApplyOutcome } from '../../../src/app/ports/WorkbookHost';
import type { SyncStep } from '../../../src/core/sync/SyncPlan';
import { closeExcel, cleanSync, contentsOf, inExcel, valueOf, WATCH } from '../../support/faultySync';
import { revisedPair } from '../../support/revisedPair';

let all = 0;
afterAll(() => {
  closeExcel();
  expect(all).toBeGreaterThan(50);
});

const undoOf = (inverse: readonly SyncStep[]): ApplyOutcome => ({ cells: 0, skipped: [], inverse });

const MOVES: ReadonlySet<SyncStep['kind']> = new Set(['insert', 'delete', 'move', 'addSheet', 'deleteSheet']);

/** Cells that an undo fills before lines come or go: they stand where its steps say, and lines that are to go hold none of them. */
function written(inverse: readonly SyncStep[]): { readonly sheet: string; readonly row: number; readonly column: number }[] {
  const end = inverse.findIndex(({ kind }) => MOVES.has(kind));
  return inverse.slice(0, end < 0 ? undefined : end).flatMap((step) => {
    if (step.kind !== 'write') return [];
    const { sheet, range, after } = step;
    return after.flatMap((row, i) =>
      row.flatMap((content, j) =>
        content && (content.formula ?? content.value) !== null ? [{ sheet, row: range.firstRow + i, column: range.firstColumn + j }] : [],
      ),
    );
  });
}

test.each(Array.from({ length: 24 }, (_, seed) => [seed]))(
  'revision %i: what an undo left because somebody wrote there gets back what it held, where it stands by then, and that can be taken back',
  async (seed) => {
    const { open, plan, before } = await cleanSync(revisedPair(seed));
    const moves = plan.steps.some(({ kind }) => kind === 'move');
    await inExcel(open(), async ({ book, host }) => {
      const synced = valueOf(await host.apply(plan, WATCH));
      const typed = written(synced.inverse).filter((_, at) => seed % 2 === 0 || at % 3 === 0);
      typed.forEach(({ sheet, row, column }, at) => {
        const content = at % 2 === 0 ? { formula: null, value: 4711 + at } : { formula: `=B${row}+${at}`, value: null };
        const range = { firstRow: row, lastRow: row, firstColumn: column, lastColumn: column };
        book.setCells(sheet, range, [[{ ...content, format: null }]], 'user');
      });
      const mixed = contentsOf(book);
      all += typed.length;

      const undone = valueOf(await host.undo(synced, WATCH));
      const left = undone.left ?? [];
      // Where lines are moved after the cells were left, some cannot be told any more.
      if (!moves) expect(left.flatMap(({ after }) => after.flat())).toHaveLength(undone.skipped.length);
      const forced = valueOf(await host.undo(undoOf(left), WATCH));
      expect(forced.skipped).toEqual([]);
      if (!moves) expect(contentsOf(book)).toEqual(before);

      valueOf(await host.undo(undoOf([...forced.inverse, ...undone.inverse]), WATCH));
      expect(contentsOf(book)).toEqual(mixed);
    });
  },
);

test('a cell that is written once more after it was left stays as it is and is listed again', async () => {
  const { open, plan } = await cleanSync(revisedPair(4));
  await inExcel(open(), async ({ book, host }) => {
    const synced = valueOf(await host.apply(plan, WATCH));
    const { sheet, row, column } = written(synced.inverse)[0]!;
    const type = (at: { readonly row: number; readonly column: number }, value: string) =>
      book.setCells(
        sheet,
        { firstRow: at.row, lastRow: at.row, firstColumn: at.column, lastColumn: at.column },
        [[{ formula: null, value, format: null }]],
        'user',
      );
    type({ row, column }, 'first');
    const [step] = valueOf(await host.undo(synced, WATCH)).left!;
    const [place] = [{ row: step!.range.firstRow, column: step!.range.firstColumn }];
    type(place, 'second');
    const forced = valueOf(await host.undo(undoOf([step!]), WATCH));
    expect([forced.cells, forced.skipped.length]).toEqual([0, 1]);
    expect(forced.left![0]!.before).toEqual([[expect.objectContaining({ value: 'second' })]]);
    expect(book.getCell(sheet, place.row, place.column).value).toBe('second');
  });
});
