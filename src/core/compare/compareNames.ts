import type { CommonGrid } from '../align/CommonGrid';
import { nameKey } from '../explain/Precedents';
import { parseRange } from '../workbook/Address';
import { findCell, valueAt } from '../workbook/cellAt';
import type { CellValue } from '../workbook/CellValue';
import type { DefinedName, Snapshot } from '../workbook/Snapshot';
import type { ComparedName } from './Comparison';
import { plainSide, type DifferenceDraft } from './DifferenceSink';
import { isBroken, sameMeaning, sameScope, type NamePair } from './pairNames';

/** The defined names that differ; what Excel keeps for itself (print areas, filters) is left out. */
export interface NameDifferences {
  readonly names: readonly ComparedName[];
  readonly drafts: readonly DifferenceDraft[];
  /** Keys (see `nameKey`) of the names that differ, as either workbook has them. */
  readonly keys: ReadonlySet<string>;
}

/** Compares paired names by what they stand for on the common grid. */
export function compareNames(grid: CommonGrid, pairs: readonly NamePair[]): NameDifferences {
  const names: ComparedName[] = [];
  const drafts: DifferenceDraft[] = [];
  const keys = new Set<string>();
  for (const { official, local } of pairs) {
    const same = official !== null && local !== null && sameMeaning(grid, official, local);
    const notes = official !== null && local !== null ? notesOf(grid, official, local) : [];
    if (same && notes.length === 0) continue;
    const either = (official ?? local)!;
    if (!same) for (const name of [official, local]) if (name !== null) keys.add(nameKey(name.name, name.scope));
    if (!same) notes.push(...brokenNotes(official, local));
    if (either.hidden) notes.push('a hidden name');
    names.push({ name: either.name, scope: either.scope, official: official?.formula ?? null, local: local?.formula ?? null });
    drafts.push({
      kind: 'name',
      cells: 1,
      official: official && nameSide(grid.official, official),
      local: local && nameSide(grid.local, local),
      note: notes.join('; '),
    });
  }
  return { names, drafts, keys };
}

function notesOf(grid: CommonGrid, official: DefinedName, local: DefinedName): string[] {
  const notes: string[] = [];
  if (official.name.toLowerCase() !== local.name.toLowerCase()) notes.push(`renamed: ${official.name} in official, ${local.name} in yours`);
  if (!sameScope(grid, official, local)) notes.push(`belongs to ${owner(official)} in official, to ${owner(local)} in yours`);
  return notes;
}

function owner({ scope }: DefinedName): string {
  return scope === null ? 'the whole workbook' : `the sheet ${scope}`;
}

function brokenNotes(official: DefinedName | null, local: DefinedName | null): string[] {
  const [ours, theirs] = [official !== null && isBroken(official), local !== null && isBroken(local)];
  if (!ours && !theirs) return [];
  if (official === null || local === null) return ['its cells were deleted'];
  return [`its cells were deleted in ${ours ? 'official' : 'yours'}`];
}

function nameSide(snapshot: Snapshot, { name, scope, formula }: DefinedName): DifferenceDraft['official'] {
  return plainSide(scope ?? '', name, valueOfName(snapshot, formula), `=${formula}`);
}

/** The value of the one cell that a name's formula points at; null when it points at no single cell. */
function valueOfName(snapshot: Snapshot, formula: string): CellValue {
  const cell = cellOfName(snapshot, formula);
  return cell === null ? null : valueAt(snapshot, snapshot.sheets[cell.sheet]!.cells, cell.position);
}

/** The one cell that a formula such as `Inputs!$B$3` points at, by sheet index, row, column and position (-1 when blank); or null. */
export function cellOfName(
  snapshot: Snapshot,
  formula: string,
): { readonly sheet: number; readonly row: number; readonly column: number; readonly position: number } | null {
  const match = /^(?:'((?:[^']|'')+)'|([^'!]+))!(\$?[A-Z]{1,3}\$?\d+)$/i.exec(formula);
  const range = match === null ? null : parseRange(match[3]!);
  if (match === null || range === null) return null;
  const name = (match[1]?.replace(/''/g, "'") ?? match[2]!).toLowerCase();
  const sheet = snapshot.sheets.findIndex((other) => other.name.toLowerCase() === name);
  if (sheet < 0) return null;
  const { firstRow: row, firstColumn: column } = range;
  return { sheet, row, column, position: findCell(snapshot.sheets[sheet]!.cells, row, column) };
}
