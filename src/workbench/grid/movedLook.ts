import type { JournalEntry } from '../book/JournalEntry';
import { shiftCell, shiftLine, type LineShift } from '../book/LineShift';
import type { FileLook, SheetLook } from './fileLook';

/** How the file looks after what was done to its rows, columns and sheets since loading; lines put in look like those before them. */
export function movedLook(look: FileLook, journal: readonly JournalEntry[]): FileLook {
  const sheets = new Map(look.sheets);
  for (const entry of journal) {
    const sheet = sheets.get(entry.sheet);
    if (!sheet) continue;
    if (entry.kind === 'deleteSheet' || entry.kind === 'renameSheet') sheets.delete(entry.sheet);
    if (entry.kind === 'renameSheet') sheets.set(entry.name, sheet);
  }
  const shifts = shiftsBySheet(journal);
  return { ...look, sheets: new Map([...sheets].map(([name, sheet]) => [name, moved(sheet, shifts.get(name) ?? [])])) };
}

/** By the name that a sheet has now. */
function shiftsBySheet(journal: readonly JournalEntry[]): Map<string, LineShift[]> {
  const shifts = new Map<string, LineShift[]>();
  for (const entry of journal) {
    const known = shifts.get(entry.sheet) ?? [];
    if (entry.kind === 'deleteSheet' || entry.kind === 'renameSheet') shifts.delete(entry.sheet);
    if (entry.kind === 'renameSheet') shifts.set(entry.name, known);
    if (entry.kind === 'insert' || entry.kind === 'delete' || entry.kind === 'cut') shifts.set(entry.sheet, [...known, entry]);
  }
  return shifts;
}

type Styles = Map<number, Map<number, number>>;

function moved(sheet: SheetLook, shifts: readonly LineShift[]): SheetLook {
  if (shifts.length === 0) return sheet;
  let styles: Styles = new Map();
  sheet.forEachStyled((row, column, style) => void cellsOf(styles, row).set(column, style));
  let { heights, widths } = sheet;
  for (const shift of shifts) {
    styles = shift.across
      ? shiftedCells(styles, shift)
      : shift.axis === 'row'
        ? shiftedLines(styles, shift)
        : shiftedColumns(styles, shift);
    if (shift.across) continue;
    if (shift.axis === 'row') heights = shiftedLines(heights, shift);
    else widths = shiftedLines(widths, shift);
  }
  return {
    ...sheet,
    heights,
    widths,
    styleAt: (row, column) => styles.get(row)?.get(column) ?? -1,
    forEachStyled: (visit) => styles.forEach((cells, row) => cells.forEach((style, column) => visit(row, column, style))),
  };
}

function cellsOf(styles: Styles, row: number): Map<number, number> {
  let cells = styles.get(row);
  if (!cells) styles.set(row, (cells = new Map()));
  return cells;
}

function shiftedLines<Line>(lines: ReadonlyMap<number, Line>, shift: LineShift): Map<number, Line> {
  const shifted = new Map<number, Line>();
  for (const [line, content] of lines) {
    const target = shiftLine(line, shift);
    if (target !== null) shifted.set(target, content);
  }
  const model = lines.get(shift.at - 1);
  if (shift.kind === 'insert' && model !== undefined) for (let i = 0; i < shift.count; i++) shifted.set(shift.at + i, model);
  return shifted;
}

function shiftedColumns(styles: Styles, shift: LineShift): Styles {
  return new Map([...styles].map(([row, cells]) => [row, shiftedLines(cells, shift)]));
}

function shiftedCells(styles: Styles, shift: LineShift): Styles {
  const shifted: Styles = new Map();
  styles.forEach((cells, row) =>
    cells.forEach((style, column) => {
      const target = shiftCell({ row, column }, shift);
      if (target) cellsOf(shifted, target.row).set(target.column, style);
    }),
  );
  return shifted;
}
