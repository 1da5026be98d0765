import { columnName } from '../../src/core/workbook/Address';
import { xlsxFile } from '../support/xlsxFile';

/** What a model made for measuring is like, and how far local is from official. */
export interface LargeModel {
  /** Of 20 cells each, the headers' row among them. */
  readonly rows: number;
  /** `various`: labels and numbers of their own in each row; `repeated`: the same in all. */
  readonly content: 'various' | 'repeated';
  /** Rows that only local has, spread evenly. */
  readonly inserted: number;
  /** Cells that were given another content in local, at most two a row; one of ten is a formula. */
  readonly edits: number;
}

export const COLUMNS = 20;
const TEXTS = 20_000;
const FORMATS = ['#,##0', '0.0%', '#,##0.00'];
/** Numbers that no formula reads, so that an edit has no consequences and the truth is plain; and a formula. */
const EDITED = [8, 19] as const;
const EDITED_FORMULA = 14;

/** The bytes of either workbook: 30% formulas (two of three shared as Excel writes them, the others in full), 20% texts, 50% numbers. */
export function largeWorkbook(model: LargeModel, side: 'official' | 'local'): Uint8Array {
  const lines = linesOf(model, side);
  const isEdited = side === 'local' ? editsOf(model) : () => false;
  const header = Array.from({ length: COLUMNS }, (_, at) => inline(columnName(at + 1) + 1, `Measure ${at + 1}`));
  const rows = [`<row r="1">${header.join('')}</row>`];
  /** Where the row before stands, as official has it: an inserted row is skipped by what refers past it. */
  let before = 1;
  lines.forEach((source, at) => {
    const row = at + 2;
    const cells: string[] = [];
    for (let column = 1; column <= COLUMNS; column++) {
      cells.push(cell({ model, source, row, before, last: lines.length + 1, column, edited: isEdited(source, column) }));
    }
    rows.push(`<row r="${row}" spans="1:${COLUMNS}">${cells.join('')}</row>`);
    if (source > 0) before = row;
  });
  const strings = Array.from({ length: TEXTS }, (_, at) => `Account ${at} of the ${at % 7} region`);
  return xlsxFile({ sheets: { Model: rows.join('') }, strings, formats: FORMATS });
}

/** Below the headers, official's row of each row; a negative number for one that only local has. */
function linesOf({ rows, inserted }: LargeModel, side: 'official' | 'local'): number[] {
  const every = Math.floor(rows / (inserted + 1));
  const lines: number[] = [];
  for (let row = 2; row <= rows; row++) {
    lines.push(row);
    if (side === 'local' && row % every === 0 && row / every <= inserted) lines.push(-row);
  }
  return lines;
}

function editsOf({ rows, edits }: LargeModel): (row: number, column: number) => boolean {
  const perRow = edits > rows - 2 ? 2 : 1;
  const step = Math.max(1, Math.floor((perRow * (rows - 2)) / edits));
  return (row, column) => {
    const at = Math.floor((row - 3) / step);
    if (row < 3 || (row - 3) % step !== 0 || at * perRow >= edits) return false;
    if (perRow === 2) return column === EDITED[0] || column === EDITED[1];
    return column === (at % 10 === 9 ? EDITED_FORMULA : EDITED[0]);
  };
}

interface Placed {
  readonly model: LargeModel;
  readonly source: number;
  readonly row: number;
  readonly before: number;
  readonly last: number;
  readonly column: number;
  readonly edited: boolean;
}

function cell({ model, source, row, before, last, column, edited }: Placed): string {
  const address = columnName(column) + row;
  const seed = model.content === 'repeated' ? column : source * COLUMNS + column;
  // Digits that do not repeat, so that the file packs like a real one.
  const noise = (Math.imul(seed, 2_654_435_761) >>> 8) / 1000 + (edited ? 0.5 : 0);
  switch (column % 10) {
    case 1:
    case 6:
      return `<c r="${address}" t="s"><v>${Math.abs(seed * 31) % TEXTS}</v></c>`;
    case 2:
    case 3: {
      const formula = `${columnName(column + (column % 10 === 2 ? 3 : -1))}2*(1+$E$2)`;
      const shared = row === 2 ? `ref="${address}:${columnName(column)}${last}" si="${column}">${formula}</f>` : `si="${column}"/>`;
      return `<c r="${address}" s="3"><f t="shared" ${shared}<v>${noise}</v></c>`;
    }
    case 4: {
      const formula =
        before === 1 ? `${columnName(column - 1)}${row}` : `${columnName(column)}${before}*1.02+${columnName(column - 1)}${row}`;
      return `<c r="${address}" s="3"><f>${formula}${edited ? '*2' : ''}</f><v>${noise}</v></c>`;
    }
    default:
      return `<c r="${address}" s="${column % 3}"><v>${noise}</v></c>`;
  }
}

function inline(address: string, text: string): string {
  return `<c r="${address}" t="inlineStr"><is><t>${text}</t></is></c>`;
}
