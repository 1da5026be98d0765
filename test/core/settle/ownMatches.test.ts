import { compare } from '../../../src/core/compare/compare';
import type { Snapshot } from '../../../src/core/workbook/Snapshot';
import { workbook, type CellText } from '../../support/workbook';

function sheetOf(rows: readonly (readonly CellText[])[]): Snapshot {
  const cells = rows.flatMap((row, r) => row.map((cell, c): [string, CellText] => [`${String.fromCharCode(65 + c)}${r + 1}`, cell]));
  return workbook({ Model: Object.fromEntries(cells) });
}

function listed(official: Snapshot, local: Snapshot): string[] {
  return compare(official, local)
    .differences.map(({ kind, official: ours, local: theirs }) => [kind, ours?.address ?? '–', theirs?.address ?? '–'].join(' '))
    .sort();
}

/** Rows of formulas: a number of its own in the first, the others read the row with this number. */
function chain(...rows: readonly (readonly [own: number, reads: number])[]): Snapshot {
  return sheetOf(
    rows.map(([own, reads], k): CellText[] => {
      const row = rows.findIndex(([other]) => other === reads) + 1;
      const read = (column: string): string => (row === 0 ? `=ROW()*${own}` : `=${column}${row}+$A$1`);
      return [`=ROW()+${own}`, `=A${k + 1}*2`, read('C'), read('D'), read('E')];
    }),
  );
}

it('rows of formulas that moved, others in each workbook, are known by a formula that only they have', () => {
  const reads = new Map([4, 7, 10, 13, 16, 19, 22, 25, 28, 31, 34, 37].map((own, k, all) => [own, all[k - 1] ?? 0]));
  const inOrder = (...order: number[]): Snapshot => chain(...order.map((own) => [own, reads.get(own)!] as const));
  const official = inOrder(4, 7, 25, 10, 13, 16, 19, 22, 28, 31, 34, 37);
  const local = inOrder(4, 7, 10, 13, 31, 16, 19, 22, 25, 28, 34, 37);
  expect(listed(official, local)).toEqual(['row 10:10 5:5', 'row 3:3 9:9']);
  expect(listed(local, official)).toEqual(['row 5:5 10:10', 'row 9:9 3:3']);
});

/** Months side by side, each with a number of its own and reading the month with this number. */
function months(...columns: readonly (readonly [own: number, reads: number])[]): Snapshot {
  const at = (own: number): string => String.fromCharCode(66 + columns.findIndex(([other]) => other === own));
  const row = (label: string, cell: (own: number, reads: string) => CellText): CellText[] => [
    label,
    ...columns.map(([own, reads]) => (reads === 0 ? 100 * own : cell(own, at(reads)))),
  ];
  return sheetOf([
    row('Month', (_, reads) => `=${reads}1+31`),
    row('Seats', (own) => own),
    row('Rent', (_, reads) => `=${reads}3*(1+$B$2)`),
    row('Tools', (_, reads) => `=${reads}4*(1+$B$2)`),
    row('Travel', (_, reads) => `=${reads}5*(1+$B$2)`),
  ]);
}

it('months that moved among others of the same formulas are known by their numbers', () => {
  const order = (...owns: readonly number[]): Snapshot =>
    months(...owns.map((own) => [own, [11, 12, 13, 14, 15, 16, 17, 18, 19, 20][own - 12] ?? 0] as const));
  const [official, local] = [order(11, 12, 13, 14, 15, 16, 17, 18, 19, 20), order(11, 12, 13, 14, 17, 18, 19, 15, 16, 20)];
  expect(listed(official, local)).toEqual(['column F:G I:J']);
  expect(listed(local, official)).toEqual(['column I:J F:G']);
});

it('rows put in with labels and numbers of their own are no rows put in elsewhere with others', () => {
  const columns = ['B', 'C', 'D', 'E', 'F', 'G', 'H', 'I', 'J', 'K'];
  const rows = (...lines: readonly (readonly [string, number])[]): Snapshot =>
    sheetOf([
      ['Month', 45_292, ...columns.map((column) => `=${column}1+31`)],
      ...lines.map(([label, number], k) => [label, number, ...columns.map((column) => `=${column}${k + 2}*(1+$B$2)`)]),
    ]);
  const before = [
    ['Salaries', 883],
    ['Licences', 810],
    ['Tools', 577],
  ] as const;
  const official = rows(...before, ['Fees', 428], ['Events', 27], ['Support', 917], ['Tools', 904]);
  const local = rows(...before, ['Support', 917], ['Rent', 288], ['Travel', 35], ['Cars', 763], ['Tools', 904]);
  expect(listed(official, local)).toEqual(['row 5:6 –', 'row – 6:8']);
});

it('a column stays itself by its heading when what it read was deleted, here and not there', () => {
  /** Columns, each with a number of its own above and a formula filled down below: `@` is its row, `^` the one above. */
  const sheet = (...columns: readonly (readonly [own: number, formula: string])[]): Snapshot =>
    sheetOf(
      Array.from({ length: 8 }, (_, r) =>
        columns.map(([own, formula]) => (r === 0 ? `=ROW()+${own}` : formula.replaceAll('@', String(r + 1)).replaceAll('^', String(r)))),
      ),
    );
  const official = sheet([5, '=#REF!*2'], [6, '=B^+#REF!'], [7, '=B@*2'], [8, '=D^+#REF!'], [9, '=D@*2']);
  const local = sheet([4, '=ROW()+3'], [5, '=A@*2'], [6, '=C^+$A$1'], [8, '=D^+$A$1'], [9, '=D@*2']);
  const columns = (lines: readonly string[]): string[] => lines.filter((line) => line.startsWith('column'));
  expect(columns(listed(official, local))).toEqual(['column C:C –', 'column – A:A']);
});
