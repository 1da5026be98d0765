import { compare } from '../../../src/core/compare/compare';
import type { Snapshot } from '../../../src/core/workbook/Snapshot';
import { workbook, type CellText } from '../../support/workbook';

const ROWS = [1, 2, 3, 4, 5, 6];

/** A sheet of these columns, each a text with `#` for the row. */
function sheet(...columns: readonly string[]): Snapshot {
  const cells: Record<string, CellText> = {};
  columns.forEach((text, k) => {
    for (const row of ROWS) cells[`${'ABCDEFGH'[k]!}${row}`] = text.replaceAll('#', String(row));
  });
  return workbook({ Model: cells });
}

function listed(official: Snapshot, local: Snapshot): string[] {
  return compare(official, local).differences.map(({ kind, official: ours, local: theirs }) =>
    [kind, ours?.address ?? '–', theirs?.address ?? '–'].join(' '),
  );
}

describe('sheets of formulas that read the column before', () => {
  const official = sheet('=ROW()', '=A#*#', '=B#*#', '=C#*#', '=D#*#', '=E#*#', '=E#*#');
  const local = sheet('=ROW()', '=A#*#', '=B#*#', '=C#*#', '=C#*#', '=E#*#', '=F#*#');

  it('a copy of a column inserted in either workbook is two columns and no formula', () => {
    expect(listed(official, local).map((line) => line.split(' ')[0])).toEqual(['column', 'column']);
    expect(listed(local, official).map((line) => line.split(' ')[0])).toEqual(['column', 'column']);
  });

  it('a column edited in either workbook stays where it is', () => {
    const edited = (column: number): Snapshot =>
      sheet(...['=ROW()', '=A#+1', '=B#+1', '=C#+1'].map((text, k) => (k === column ? `=(${text.slice(1)})*${40 + k}` : text)));
    expect(listed(edited(1), edited(3))).toEqual(['formula B1:B6 B1:B6', 'formula D1:D6 D1:D6']);
  });
});

describe('lines in another order', () => {
  it('a column of formulas that moved is one column, seen from either side', () => {
    const official = sheet('=ROW()+4', '=A#*2', '=B#*2', '=C#*2', '=E9+1');
    const local = sheet('=ROW()+4', '=D#*2', '=B#*2', '=A#*2', '=E9+1');
    expect(listed(official, local)).toEqual(['column B:B D:D']);
    expect(listed(local, official)).toEqual(['column D:D B:B']);
  });

  it('a row that is there again elsewhere is no row that moved where that is more to read', () => {
    const rows = (texts: string): Snapshot =>
      workbook({
        Seats: Object.fromEntries(
          [...texts].flatMap((letter, k): [string, CellText][] => {
            const cells: Record<string, readonly CellText[]> = { L: ['Line', 'Jan', 'Feb'], S: ['Seat', 2, 3], A: ['Add-on', 1, 3] };
            return (cells[letter] ?? []).map((cell, c) => [`${'ABC'[c]!}${k + 1}`, cell]);
          }),
        ),
      });
    const kinds = listed(rows('LSASSASAL-S-S-AAASAA'), rows('LSASSASS-S-ALAASAA')).map((line) => line.split(' '));
    expect(kinds.filter(([, ours, theirs]) => ours !== '–' && theirs !== '–')).toEqual([]);
  });

  it('a row of a statement that moved is told, though its rows are told apart by their labels', () => {
    const statement = (...labels: readonly string[]): Snapshot =>
      workbook({
        PL: Object.fromEntries<CellText>([
          ['B1', 'Q1'],
          ['C1', 'Q2'],
          ...labels.flatMap((label, k): [string, CellText][] => [
            [`A${k + 2}`, label],
            [`B${k + 2}`, label.length * 7],
            [`C${k + 2}`, label.length * 11 + 1],
          ]),
        ]),
      });
    const official = statement('Marketing', 'Support', 'Salaries 2', 'Rent', 'Renewals 42');
    expect(listed(official, statement('Marketing', 'Salaries 2', 'Rent', 'Renewals 42', 'Support'))).toEqual(['row 3:3 6:6']);
  });
});

it('a total that is summed up in another way is the total, though rows came before it', () => {
  const rows = (lines: readonly (readonly CellText[])[]): Snapshot =>
    workbook({
      Data: Object.fromEntries(lines.flatMap((line, k) => line.map((cell, c): [string, CellText] => [`${'ABC'[c]!}${k + 1}`, cell]))),
    });
  const official = rows([
    ['Country', 'Q1', 'Q2'],
    ['Germany', 10, 12],
    ['France', 20, 22],
    ['Japan', 5, 6],
    ['India', 7, 8],
    ['US', 100, 110],
    ['Canada', 15, 16],
    ['Grand total', '=SUM(B2:B7)', '=SUM(C2:C7)'],
  ]);
  const local = rows([
    ['Country', 'Q1', 'Q2'],
    ['Germany', 10, 12],
    ['France', 20, 22],
    ['EMEA total', '=SUM(B2:B3)', '=SUM(C2:C3)'],
    ['Japan', 5, 6],
    ['India', 7, 8],
    ['APAC total', '=SUM(B5:B6)', '=SUM(C5:C6)'],
    ['US', 100, 110],
    ['Canada', 15, 16],
    ['AMER total', '=SUM(B8:B9)', '=SUM(C8:C9)'],
    ['Grand total', '=B4+B7+B10', '=C4+C7+C10'],
  ]);
  expect(listed(official, local)).toEqual(['row – 4:4', 'row – 7:7', 'row – 10:10', 'formula B8:C8 B11:C11']);
});

it('columns known by their headings are not parted, whatever stands below', () => {
  const official = workbook({ Terms: { A1: 'Metric', B1: 'Meaning', C1: 'Formula', A2: 'ARR', A3: 'NRR', C3: 'B4', A4: 'Churn' } });
  const local = workbook({
    Terms: { A1: 'Metric', B1: 'Meaning', C1: 'Formula', A2: 'Churn', C2: 'B4', A3: 'NRR', B3: 'Kept', A4: 'ARR', B4: 'Sold' },
  });
  expect(listed(official, local).filter((line) => line.startsWith('column'))).toEqual([]);
});

it('values pasted over all formulas of a sheet stay where they are', () => {
  const formulas = ['A3+A4', 'A:A*2', '$A$3:$A$7+1', 'A3*A5', 'A4-A3', 'A5/A3', 'A6^2'];
  const cells = (pasted: boolean): Record<string, CellText> => ({
    ...Object.fromEntries([3, 4, 5, 6, 7].map((row) => [`A${row}`, row])),
    ...Object.fromEntries(
      ['B', 'C', 'D', 'E', 'F', 'G', 'H'].flatMap((column, k) =>
        [3, 4, 5].map((row) => [`${column}${row}`, pasted ? 0.5 : [`=${formulas[k]!}+${row}`, 1]] as const),
      ),
    ),
  });
  const found = listed(workbook({ Model: cells(false) }), workbook({ Model: cells(true) }));
  expect(new Set(found.map((line) => line.split(' ')[0]))).toEqual(new Set(['hardcoded']));
});

describe('copies that both workbooks insert near one another', () => {
  /** Months side by side, each by a number of its own and how far to the left it reads. */
  const months = (...columns: readonly (readonly [number, number])[]): Snapshot => {
    const cells: Record<string, CellText> = {
      A1: 'Month',
      B1: 45292,
      A2: 'Seats',
      B2: 19,
      A3: 'Rent',
      B3: 89,
      A4: 'Share',
      A5: 'Tools',
      B5: 64,
    };
    const letter = (column: number): string => String.fromCharCode(64 + column);
    columns.forEach(([number, back], k) => {
      const [own, other] = [letter(k + 3), letter(k + 3 - back)];
      Object.assign(cells, {
        [`${own}1`]: [`=${other}1+31`, 1],
        [`${own}2`]: number,
        [`${own}3`]: [`=${other}3*(1+$B$2)`, 1],
        [`${own}4`]: [`=SUM($B3:${own}3)/${own}2`, 1],
        [`${own}5`]: 3 * number + 1,
      });
    });
    return workbook({ Model: cells });
  };
  const plain = [74, 29, 82, 36, 88, 78].map((number) => [number, 1] as const);
  const behind = [17, 26].map((number) => [number, 1] as const);
  const official = months(...plain, [97, 2], [97, 2], [18, 1], ...behind);
  const local = months(...plain, [97, 1], [97, 1], [97, 1], [18, 3], ...behind);

  it('are columns of their own, as formulas behind them read past them', () => {
    expect(listed(official, local)).toEqual(['column I:I –', 'column – J:K']);
    expect(listed(local, official)).toEqual(['column J:K –', 'column – I:I']);
  });
});

it('blank rows put in at different places are not one that moved', () => {
  const rows = (blank: number): Snapshot => {
    const cells: Record<string, CellText> = {};
    for (let row = 1, at = 1; row <= 9; row++, at++) {
      if (row === blank) at++;
      cells[`A${at}`] = `Line ${row}`;
      cells[`B${at}`] = 10 * row;
    }
    return workbook({ Model: cells });
  };
  expect(listed(rows(3), rows(8))).toEqual(['row 3:3 –', 'row – 8:8']);
});

/** A sheet of these rows; null leaves a cell blank. */
function rowsOf(rows: readonly (readonly (CellText | null)[])[]): Snapshot {
  const cells: Record<string, CellText> = {};
  rows.forEach((row, r) =>
    row.forEach((cell, c) => {
      if (cell !== null) cells[`${'ABCDEFGH'[c]!}${r + 1}`] = cell;
    }),
  );
  return workbook({ Model: cells });
}

const QUARTERS = [null, 'Q1', 'Q2', 'Q3'] as const;
const revenue = (label: string, first: number): (CellText | null)[] => [label, first, first + 7, first + 31];
const total = (label: string, from: number, to: number): (CellText | null)[] => [
  label,
  ...['B', 'C', 'D'].map((letter): CellText => [to < from ? '=SUM(#REF!)' : `=SUM(${letter}${from}:${letter}${to})`, 1]),
];

it('a total stays itself when all rows that it sums are deleted', () => {
  const above = (rows: readonly (CellText | null)[][]): (CellText | null)[][] => [
    ['Profit and loss'],
    [],
    [...QUARTERS],
    ['Revenue'],
    ...rows,
    total('Total revenue', 5, 4 + rows.length),
    [],
    [],
    [...QUARTERS],
    ['Cost'],
    revenue('Salaries', 4100),
    revenue('Rent', 700),
    revenue('Travel', 90),
    total('Total cost', 10 + rows.length, 12 + rows.length),
    ['Net', ...['B', 'C', 'D'].map((letter): CellText => [`=${letter}${5 + rows.length}-${letter}${13 + rows.length}`, 1])],
  ];
  const books = [above([]), above([revenue('Licences', 6990), revenue('Renewals', 9440), revenue('Services', 9520)])].map(rowsOf);
  expect(listed(books[0]!, books[1]!)).toEqual(['row – 5:7', 'formula B5:D5 B8:D8']);
});
