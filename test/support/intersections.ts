import { xlsxFile } from './xlsxFile';

/** Inputs, and what a person makes of them. */
export const EDITS: Readonly<Record<string, number>> = { A3: 100, A4: 200, A5: 300, A6: 400, D1: 7 };

const INPUTS: Readonly<Record<string, number>> = { B1: 1, C1: 2, D1: 3, E1: 4, F1: 5, A3: 10, A4: 20, A5: 30, A6: 40, A7: 50 };

/** Formulas which files of older Excel hold: of a range they take the cell in their own row or column, but not where a range is wanted. */
export const FORMULAS: readonly (readonly [address: string, formula: string, before: Value, after: Value])[] = [
  ['B3', 'A:A*2', 20, 200],
  ['C3', '$A$3:$A$7+1', 11, 101],
  ['D3', 'IF(ISNUMBER(outYear),outYear*Amount,"")', 30, 700],
  ['E3', 'SUM(A3:A7*2)', 20, 200],
  ['B4', 'SUMPRODUCT(A3:A7*2)', 300, 2100],
  ['C4', 'SUM(A3:A7)', 150, 1050],
  ['D4', 'VLOOKUP(A:A,A3:A7,1,FALSE)', 20, 200],
  ['E4', '-Amount', -20, -200],
  ['F4', 'Amount&"x"', '20x', '200x'],
  ['B5', 'COUNTIF(Amount,">"&Amount)', 2, 1],
  ['C5', 'INDEX(Amount,2)+ROW()', 25, 205],
  ['D5', 'IFERROR(Amount/0,Amount)', 30, 300],
  ['E5', 'MAX(Amount,outYear)', 50, 400],
  ['F5', 'MATCH(Amount,Amount,0)', 3, 3],
  ['B6', 'ABS(Amount)', 40, 400],
  ['C6', 'Other!A:A+Amount', 640, 1000],
  ['D6', 'IF(outYear>2,SUM(Amount),0)', 150, 1050],
  ['E6', 'SUM(IF(Amount>20,1,0))', 1, 1],
  ['F6', 'AND(ISNUMBER(outYear),Amount>0)', true, true],
  ['B7', 'CHOOSE(2,A3:A7,1:1)', 1, 1],
  ['C7', 'SUM(CHOOSE(1,A3:A7))', 150, 1050],
  ['B9', 'Amount+A3', '#VALUE!', '#VALUE!'],
  ['H1', 'outYear+A3', '#VALUE!', '#VALUE!'],
];

type Value = number | string | boolean;

/** A workbook of these formulas; `calculated` keeps what Excel made of them, without it they wait for a calculation. */
export function intersectionsFile(inputs: 'before' | 'after', calculated: boolean): Uint8Array {
  const cells = new Map<string, string>();
  for (const [address, value] of Object.entries({ ...INPUTS, ...(inputs === 'after' && EDITS) }))
    cells.set(address, `<c r="${address}"><v>${value}</v></c>`);
  for (const [address, formula, before] of FORMULAS) {
    const type = typeof before === 'boolean' ? 'b' : typeof before === 'number' ? 'n' : before.startsWith('#') ? 'e' : 'str';
    const value = calculated ? `<v>${Number.isNaN(Number(before)) ? before : Number(before)}</v>` : '';
    const text = formula.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
    cells.set(address, `<c r="${address}" t="${type}"><f>${text}</f>${value}</c>`);
  }
  cells.set('G3', `<c r="G3"><f t="array" ref="G3">SUM(A3:A7*2)</f>${calculated ? '<v>300</v>' : ''}</c>`);
  const rowOf = (address: string): number => Number(address.slice(1));
  const rows = [...new Set([...cells.keys()].map(rowOf))].sort((a, b) => a - b);
  const rowText = (row: number): string =>
    [...cells.entries()]
      .filter(([address]) => rowOf(address) === row)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, text]) => text)
      .join('');
  return xlsxFile({
    sheets: {
      Model: rows.map((row) => `<row r="${row}">${rowText(row)}</row>`).join(''),
      Other: '<row r="6"><c r="A6"><v>600</v></c></row>',
    },
    behindSheets:
      '<definedNames><definedName name="Amount">Model!$A$3:$A$7</definedName><definedName name="outYear">Model!$B$1:$F$1</definedName></definedNames>',
    // LibreOffice opens no file without it.
    parts: {
      '[Content_Types].xml':
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>' +
        [
          ['workbook', 'sheet.main'],
          ['sharedStrings', 'sharedStrings'],
          ['styles', 'styles'],
          ['worksheets/sheet1', 'worksheet'],
          ['worksheets/sheet2', 'worksheet'],
        ]
          .map(
            ([part, type]) =>
              `<Override PartName="/xl/${part}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${type}+xml"/>`,
          )
          .join('') +
        '</Types>',
    },
  });
}
