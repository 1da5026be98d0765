import type { CommonGrid, Place } from '../align/CommonGrid';
import { RefSheet } from '../formula/FormulaShapes';
import { nameKey } from '../explain/Precedents';
import { parseRange } from '../workbook/Address';
import { findCell, valueAt } from '../workbook/cellAt';
import type { CellValue } from '../workbook/CellValue';
import type { DefinedName, Snapshot } from '../workbook/Snapshot';
import type { ComparedName } from './Comparison';
import { plainSide, type DifferenceDraft } from './DifferenceSink';

/** The defined names that differ; what Excel keeps for itself (print areas, filters) is left out. */
export interface NameDifferences {
  readonly names: readonly ComparedName[];
  readonly drafts: readonly DifferenceDraft[];
  /** Keys (see `nameKey`) of the names that differ, as either workbook has them. */
  readonly keys: ReadonlySet<string>;
}

/** Compares defined names, in any case, by what they stand for on the common grid. */
export function compareNames(grid: CommonGrid): NameDifferences {
  const names: ComparedName[] = [];
  const drafts: DifferenceDraft[] = [];
  const keys = new Set<string>();
  const unpaired = new Map(ownNames(grid.local).map((name) => [commonKey(grid, 'local', name), name]));
  const note = (official: DefinedName | null, local: DefinedName | null, phrase: string): void => {
    const either = (official ?? local)!;
    for (const name of [official, local]) if (name !== null) keys.add(nameKey(name.name, name.scope));
    names.push({ name: either.name, scope: either.scope, official: official?.formula ?? null, local: local?.formula ?? null });
    drafts.push({
      kind: 'name',
      cells: 1,
      official: official && nameSide(grid.official, official),
      local: local && nameSide(grid.local, local),
      note: phrase,
    });
  };
  for (const official of ownNames(grid.official)) {
    const key = commonKey(grid, 'official', official);
    const local = unpaired.get(key);
    unpaired.delete(key);
    if (local === undefined) note(official, null, '');
    else if (!sameMeaning(grid, official, local)) note(official, local, '');
  }
  for (const local of unpaired.values()) note(null, local, '');
  return { names, drafts, keys };
}

function ownNames({ names }: Snapshot): DefinedName[] {
  return names.filter(({ name }) => !/^_xl/i.test(name));
}

function commonKey(grid: CommonGrid, side: 'official' | 'local', { name, scope }: DefinedName): string {
  if (scope === null) return name.toLowerCase();
  const snapshot = side === 'official' ? grid.official : grid.local;
  const sheet = snapshot.sheets.findIndex((other) => other.name.toLowerCase() === scope.toLowerCase());
  const pair = sheet < 0 ? -1 : (side === 'official' ? grid.officialPair : grid.localPair)[sheet]!;
  return `${pair < 0 ? scope.toLowerCase() : pair}!${name.toLowerCase()}`;
}

function sameMeaning(grid: CommonGrid, official: DefinedName, local: DefinedName): boolean {
  const ours = grid.officialShapes.ofText(official.formula, 1, 1);
  const theirs = grid.localShapes.ofText(local.formula, 1, 1);
  const place: Place = { pair: RefSheet.Missing, officialRow: 1, officialColumn: 1, localRow: 1, localColumn: 1 };
  return grid.sameShape(ours, theirs) && grid.sameTargets(ours, theirs, place);
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
