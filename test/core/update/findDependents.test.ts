import fc from 'fast-check';
import { correspond } from '../../../src/core/settle/correspond';
import { CommonGrid } from '../../../src/core/align/CommonGrid';
import { findReferences } from '../../../src/core/formula/findReferences';
import { findDependents } from '../../../src/core/update/findDependents';
import { parseRange } from '../../../src/core/workbook/Address';
import type { Snapshot } from '../../../src/core/workbook/Snapshot';
import { model, snapshotOf, type Model } from '../../support/model';
import { workbook } from '../../support/workbook';

test('finds every cell that an edit reaches through formulas, and no other', () => {
  const place = fc.record({
    sheet: fc.constantFrom('One', 'Two'),
    row: fc.integer({ min: 1, max: 9 }),
    column: fc.integer({ min: 1, max: 6 }),
  });
  fc.assert(
    fc.property(model, place, (model, { sheet, row, column }) => {
      const range = { firstRow: row, lastRow: row, firstColumn: column, lastColumn: column };
      expect(found(snapshotOf(model), { sheet, range })).toEqual([...reached(model, `${sheet} ${row},${column}`)].sort());
    }),
    { numRuns: 500 },
  );
});

const address = (text: string) => ({ sheet: 'Model', range: parseRange(text)! });

test('goes through names, tables, arrays and what Excel calculates each time', () => {
  const table = {
    name: 'Sales',
    sheet: 'Model',
    range: parseRange('A1:B3')!,
    headerRow: true,
    totalsRow: false,
    columns: ['Team', 'Seats'].map((name) => ({ name, formula: null })),
  };
  const book = workbook(
    {
      Model: {
        A1: 'Team',
        B1: 'Seats',
        A2: 'North',
        B2: 1,
        A3: 'South',
        B3: 2,
        C1: '=SUM(Sales[Seats])',
        D1: '=NOW()',
        D2: '=Rate*2',
        D3: '=E1',
        E1: ['=F1:F2*2', 1],
        E2: 2,
        F1: 5,
        G1: '=B9',
      },
      Summary: { A1: '=Model!C1+1' },
    },
    { names: { Rate: 'Model!$B$2' }, tables: [table], sheets: { Model: { arrays: [{ kind: 'array', range: parseRange('E1:E2')! }] } } },
  );
  const volatile = ['Model 1,4'];
  expect(found(book, address('B2'))).toEqual(['Model 1,3', ...volatile, 'Model 2,4', 'Summary 1,1']);
  expect(found(book, address('F2'))).toEqual([...volatile, 'Model 1,5', 'Model 2,5', 'Model 3,4']);
  expect(found(book, address('H9'))).toEqual(volatile);
});

test('a chain against the order of the sheet is followed to its end', () => {
  const length = 60;
  const chain = Object.fromEntries(Array.from({ length }, (_, k) => [`A${k + 1}`, k + 1 === length ? 1 : `=A${k + 2}`]));
  expect(found(workbook({ Model: chain }), address(`A${length}`))).toHaveLength(length - 1);
});

function found(local: Snapshot, edited: { sheet: string; range: NonNullable<ReturnType<typeof parseRange>> }): string[] {
  const grid = new CommonGrid(local, local, correspond(local, local).sheets);
  return findDependents(grid, [edited])
    .flatMap(({ sheet, range }) => {
      const cells: string[] = [];
      for (let row = range.firstRow; row <= range.lastRow; row++)
        for (let column = range.firstColumn; column <= range.lastColumn; column++) cells.push(`${sheet} ${row},${column}`);
      return cells;
    })
    .sort();
}

/** The same the slow way, from the formulas as they are written. */
function reached({ sheets, names: _ }: Model, start: string): Set<string> {
  const touched = new Set([start]);
  const reached = new Set<string>();
  for (let more = true; more;) {
    more = false;
    for (const [sheet, cells] of Object.entries(sheets)) {
      for (const [key, text] of cells) {
        if (reached.has(`${sheet} ${key}`) || typeof text !== 'string' || !text.startsWith('=')) continue;
        const reads = findReferences(text).some(({ prefix, first, last }) => {
          const on = prefix === null ? sheet : text.slice(prefix.start, prefix.end - 1);
          for (let row = first.row; row <= last.row; row++)
            for (let column = first.column; column <= last.column; column++) if (touched.has(`${on} ${row},${column}`)) return true;
          return false;
        });
        if (!reads) continue;
        more = true;
        touched.add(`${sheet} ${key}`);
        reached.add(`${sheet} ${key}`);
      }
    }
  }
  return reached;
}
