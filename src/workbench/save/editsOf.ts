import type { CellEdit } from '../../adapters/xlsx/edit/CellEdit';
import type { PackageEdit } from '../../adapters/xlsx/editWorkbook';
import type { DefinedName, SheetSnapshot } from '../../core/workbook/Snapshot';
import type { HostBook } from '../book/HostBook';
import type { HostSheet } from '../book/HostSheet';
import type { JournalEntry } from '../book/JournalEntry';

/** What of the loaded file is needed to tell what was changed. */
export interface Loaded {
  readonly names: readonly DefinedName[];
  readonly sheets: readonly Pick<SheetSnapshot, 'name' | 'visibility'>[];
}

/** What was done to the book since it was loaded, as edits of the file it was loaded from, in the order to make them; none when nothing was done. */
export function editsOf(book: HostBook, loaded: Loaded): PackageEdit[] {
  const visibilities = new Map(loaded.sheets.map(({ name, visibility }) => [sheetNow(name, book.journal), visibility]));
  return [
    ...book.journal,
    ...book.sheets
      .filter(({ name, visibility }) => visibility !== (visibilities.get(name) ?? 'visible'))
      .map(({ name, visibility }): PackageEdit => ({ kind: 'setVisibility', sheet: name, visibility })),
    ...nameEdits(book, loaded.names),
    ...book.sheets.flatMap((sheet): PackageEdit[] => {
      const cells = cellEdits(sheet);
      return cells.length === 0 ? [] : [{ kind: 'cells', sheet: sheet.name, cells }];
    }),
  ];
}

function cellEdits(sheet: HostSheet): CellEdit[] {
  const edits: CellEdit[] = [];
  sheet.grid.forEach((row, column, { formula, value, format, touched }) => {
    if (touched === 'content') edits.push({ kind: 'content', row, column, formula, value, format });
    if (touched === 'look') edits.push({ kind: 'format', row, column, format });
    if (touched === 'value' || (touched === 'look' && formula !== null)) edits.push({ kind: 'result', row, column, value });
  });
  return edits.sort((a, b) => a.row - b.row || a.column - b.column);
}

function nameEdits(book: HostBook, loaded: readonly DefinedName[]): PackageEdit[] {
  const edits: PackageEdit[] = [];
  const before = new Map(loaded.map((name) => [keyOf(name.name, sheetNow(name.scope, book.journal)), name]));
  for (const { name, scope, formula, comment, hidden } of book.names.items) {
    const key = keyOf(name, scope?.name ?? null);
    const known = before.get(key);
    before.delete(key);
    if (known && known.formula === formula && known.comment === comment && known.hidden === hidden) continue;
    edits.push({ kind: 'setName', name, scope: scope?.name ?? null, after: { formula, comment, hidden } });
  }
  for (const { name, scope } of before.values()) {
    const now = sheetNow(scope, book.journal);
    if (now !== undefined) edits.push({ kind: 'setName', name, scope: now, after: null });
  }
  return edits;
}

function keyOf(name: string, scope: string | null | undefined): string {
  return `${scope ?? ''}!${name}`.toLowerCase();
}

/** What a sheet of the loaded file is called now; undefined when it is gone. */
function sheetNow(sheet: string | null, journal: readonly JournalEntry[]): string | null | undefined {
  let now: string | null | undefined = sheet;
  for (const entry of journal) {
    if (now === null || now === undefined || entry.sheet.toLowerCase() !== now.toLowerCase()) continue;
    if (entry.kind === 'renameSheet') now = entry.name;
    if (entry.kind === 'deleteSheet') now = undefined;
  }
  return now;
}
