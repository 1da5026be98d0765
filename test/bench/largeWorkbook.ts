import { columnName } from '../../src/core/workbook/Address';
import { xlsxFile } from '../support/xlsxFile';

const ROWS = 50_000;
const COLUMNS = 20;
const TEXTS = 20_000;

/**
 * The bytes of a workbook with a million cells: 30% shared formulas with long results, 20% texts, 50% numbers.
 * `changed` gives the number in column J of a row another value.
 */
export function largeWorkbook(changed: ReadonlySet<number> = new Set()): Uint8Array {
  const rows: string[] = [];
  for (let row = 1; row <= ROWS; row++) {
    const cells: string[] = [];
    for (let column = 1; column <= COLUMNS; column++) cells.push(cell(row, column, changed.has(row)));
    rows.push(`<row r="${row}" spans="1:${COLUMNS}">${cells.join('')}</row>`);
  }
  const strings = Array.from({ length: TEXTS }, (_, at) => `Account ${at} of the ${at % 7} region`);
  return xlsxFile({ sheets: { Model: rows.join('') }, strings, formats: ['#,##0', '0.0%', '#,##0.00'] });
}

function cell(row: number, column: number, changed: boolean): string {
  const address = columnName(column) + row;
  // Digits that do not repeat, so that the file packs like a real one.
  const noise = (Math.imul(row * COLUMNS + column, 2_654_435_761) >>> 8) / 1000;
  switch (column % 10) {
    case 2:
    case 3:
    case 4: {
      const source = columnName(column + (column % 10 === 2 ? 3 : -1));
      const formula =
        row === 1
          ? `<f t="shared" ref="${address}:${columnName(column)}${ROWS}" si="${column}">${source}1*$A$1</f>`
          : `<f t="shared" si="${column}"/>`;
      return `<c r="${address}" s="3">${formula}<v>${noise * 1.1}</v></c>`;
    }
    case 1:
    case 6:
      return `<c r="${address}" t="s"><v>${(row * 31 + column * 7) % TEXTS}</v></c>`;
    case 0:
      return `<c r="${address}" s="1"><v>${changed && column === 10 ? -1 : row * column}</v></c>`;
    default:
      return `<c r="${address}" s="${column % 3}"><v>${noise}</v></c>`;
  }
}
