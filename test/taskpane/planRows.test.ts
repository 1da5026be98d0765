import type { CellContent, SyncPlan, SyncStep } from '../../src/core/sync/SyncPlan';
import { planRows, withOpened } from '../../src/taskpane/lists/planRows';
import { createStrings } from '../../src/taskpane/strings';

const value = (number: number): CellContent => ({ formula: null, value: number, format: null });
const formula = (text: string): CellContent => ({ formula: text, value: 0, format: null });
const write = (sheet: string, firstRow: number, before: (CellContent | null)[][], after: (CellContent | null)[][]): SyncStep => ({
  kind: 'write',
  sheet,
  range: { firstRow, firstColumn: 3, lastRow: firstRow + after.length - 1, lastColumn: 2 + after[0]!.length },
  before,
  after,
  differences: ['d'],
});
const planOf = (...steps: SyncStep[]): SyncPlan => ({ steps, refused: [], cells: 0, sheets: [] });
const lines = (plan: SyncPlan, open: readonly string[] = []) =>
  withOpened(planRows(plan), new Set(open)).map((row) => {
    if (row.row === 'sheet') return `${row.sheet || 'workbook'}: ${row.cells}`;
    if (row.row !== 'cells') return row.row;
    const side = (content: CellContent | null) => content?.formula ?? content?.value ?? 'values';
    return `${row.inner ? '  ' : ''}${row.address} ×${row.cells} ${side(row.before)} → ${side(row.after)}`;
  });

test('the same edit over a rectangle is one row, and the sheet counts its cells', () => {
  const rows = [12, 13, 14];
  const plan = planOf(
    write(
      'Model',
      12,
      rows.map((row) => [value(row)]),
      rows.map((row) => [formula(`=SUM(A${row}:B${row})`)]),
    ),
    write('Model', 20, [[value(1), null, value(5)]], [[value(2), null, value(6)]]),
  );
  expect(lines(plan)).toEqual(['Model: 5', 'C12:C14 ×3 values → =SUM(A12:B12)', 'C20 ×1 1 → 2', 'E20 ×1 5 → 6']);
});

test('a rectangle can be opened, and then lists each of its cells as it is', () => {
  const plan = planOf(write('Model', 1, [[value(1)], [value(2)]], [[formula('=A1')], [formula('=A2')]]));
  const [, folded] = planRows(plan);
  expect(lines(plan, [folded!.id])).toEqual(['Model: 2', 'C1:C2 ×2 values → =A1', '  C1 ×1 1 → =A1', '  C2 ×1 2 → =A2']);
});

test('a rectangle that the steps cut in two is one row, unless something else happens to the sheet in between', () => {
  const half = (row: number) => write('Model', row, [[value(1)]], [[value(2)]]);
  const other = write('Other', 1, [[value(1)]], [[value(2)]]);
  const insert: SyncStep = { kind: 'insert', axis: 'row', sheet: 'Model', at: 9, count: 1 };
  expect(lines(planOf(half(1), other, half(2)))).toEqual(['Model: 2', 'C1:C2 ×2 1 → 2', 'Other: 1', 'C1 ×1 1 → 2']);
  expect(lines(planOf(half(1), insert, half(2)))).toEqual(['Model: 2', 'C1 ×1 1 → 2', 'lines', 'C2 ×1 1 → 2']);
});

test('names of the workbook come last, those of a sheet with it', () => {
  const name = (scope: string | null): SyncStep => ({ kind: 'setName', name: 'Rate', scope, before: null, after: null });
  expect(lines(planOf(name(null), name('Model'), write('Model', 1, [[value(1)]], [[value(2)]])))).toEqual([
    'Model: 1',
    'name',
    'C1 ×1 1 → 2',
    'workbook: 0',
    'name',
  ]);
});

test.each([
  [
    { kind: 'insert', axis: 'column', at: 10, count: 2, across: { first: 285, last: 552 } },
    'Insert cells J285:K552; those to the right move right',
  ],
  [
    { kind: 'delete', axis: 'column', at: 10, count: 1, across: { first: 285, last: 552 } },
    'Delete cells J285:J552; those to the right move left',
  ],
  [{ kind: 'insert', axis: 'row', at: 3, count: 2, across: { first: 2, last: 4 } }, 'Insert cells B3:D4; those below move down'],
  [{ kind: 'delete', axis: 'row', at: 3, count: 1, across: { first: 2, last: 2 } }, 'Delete cells B3; those below move up'],
] as const)('which cells come or go, and where the others move: %j', (step, said) => {
  const words = createStrings('en-US').plan;
  const row = planRows(planOf({ ...step, sheet: 'Data' }))[1];
  if (row?.row !== 'shift') throw new Error('no such line');
  expect(words[row.act === 'insert' ? 'insertCells' : 'deleteCells'](row.axis, row.address)).toBe(said);
});

test('a block of rows that moves is one row, by where it stands and where it will, without what is put aside meanwhile', () => {
  const aside = (step: SyncStep): SyncStep => ({ ...step, aside: true }) as SyncStep;
  const name = { kind: 'setName', name: 'Costs', scope: null, before: null, after: null } as const;
  const move = (at: number, to: number): SyncStep[] => [
    { kind: 'insert', axis: 'row', sheet: 'Model', at: to, count: 2 },
    { kind: 'move', axis: 'row', sheet: 'Model', at, count: 2, to },
    { kind: 'delete', axis: 'row', sheet: 'Model', at, count: 2 },
  ];
  const plan = planOf(
    aside(name),
    aside(write('Model', 1, [[formula('=A1')]], [[formula('=0')]])),
    ...move(5, 20),
    ...move(30, 4),
    aside(write('Model', 1, [[formula('=0')]], [[formula('=A1')]])),
    { kind: 'insert', axis: 'row', sheet: 'Model', at: 8, count: 1 },
  );
  const words = createStrings('en-US').plan;
  const said = planRows(plan).flatMap((row) => (row.row === 'moved' ? [words.moveLines(row.from, row.to)] : [row.row]));
  expect(said).toEqual(['sheet', 'Move rows 5–6 to rows 18–19', 'Move rows 28–29 to rows 4–5', 'lines']);
});

test('columns of tables that come or go are told with their table', () => {
  const { plan } = createStrings('en-US');
  const before = { firstRow: 1, firstColumn: 1, lastRow: 4, lastColumn: 3 };
  const columns = ['Net', 'Margin'].map((name) => ({ name, calculated: false }));
  const rows = planRows(
    planOf(
      { kind: 'insert', axis: 'column', sheet: 'S', at: 2, count: 1, heads: { table: 'Deals', row: 1, columns: columns.slice(1) } },
      { kind: 'resizeTable', sheet: 'S', table: 'Deals', before, after: { ...before, lastColumn: 5 }, columns },
      { kind: 'resizeTable', sheet: 'S', table: 'Deals', before, after: { ...before, lastRow: 3 } },
    ),
  );
  const words = rows.flatMap((row) => {
    if (row.row === 'table') return plan.resizeTable(row.table, row.grows, row.rows, row.columns);
    return row.row === 'lines' ? plan[row.act](row.axis, row.count, row.at, row.table) : [];
  });
  expect(words).toEqual([
    'Insert a column at B, in the table Deals',
    'Let the table Deals take in the columns Net, Margin',
    'Take a row out of the table Deals',
  ]);
});
