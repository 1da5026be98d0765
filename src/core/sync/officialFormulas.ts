import type { Snapshot } from '../workbook/Snapshot';
import { contentAt } from './cellContent';
import type { OfficialFormulas } from './clearingEffect';
import { moveReferences } from './moveReferences';
import type { PlannedLayout } from './planLayout';
import { movesFromOfficial, nameKey, type LayoutIndex } from './referenceMoves';
import { fromOfficial, type SheetLayout } from './SheetLayout';

interface Sources {
  readonly official: Snapshot;
  readonly planned: PlannedLayout;
  readonly layouts: LayoutIndex;
}

/** Returns how official's formulas are found by where they come to stand, each re-expressed for the local workbook once lines were added. */
export function officialFormulas({ official, planned, layouts }: Sources): OfficialFormulas {
  const moves = movesFromOfficial(official, planned.tables, layouts, () => true);
  const positions = new Map<SheetLayout, ReadonlyMap<string, number>>();
  const nameFormula = (scope: string | null, name: string): string | null => {
    const from = scope === null ? null : officialName(official, layouts.ofLocal(scope));
    const found = official.names.find((each) => nameKey(each.name, each.scope) === nameKey(name, from));
    return found ? moveReferences(found.formula, found.scope, moves(found.scope, null)).formula : null;
  };
  return (sheet, at) => {
    if (typeof at === 'string') return nameFormula(sheet, at);
    const layout = sheet === null ? null : layouts.ofLocal(sheet);
    const from = officialName(official, layout);
    if (!layout || from === null) return null;
    let known = positions.get(layout);
    if (known === undefined) positions.set(layout, (known = formulaPositions(official, layout)));
    const position = known.get(`${at.row}:${at.column}`);
    if (position === undefined) return null;
    const content = contentAt(official, official.sheets[layout.official!]!, position);
    return moveReferences(content.formula!, from, moves(from, { sheet: layout.name, cell: at })).formula;
  };
}

function officialName(official: Snapshot, layout: SheetLayout | null): string | null {
  return layout?.official == null ? null : official.sheets[layout.official]!.name;
}

/** The formulas of an official sheet by the cell where each comes to stand. */
function formulaPositions(official: Snapshot, layout: SheetLayout): Map<string, number> {
  const { cells } = official.sheets[layout.official!]!;
  const positions = new Map<string, number>();
  for (let position = 0; position < cells.count; position++) {
    if (cells.formula[position]! < 0) continue;
    const target = fromOfficial(layout, { row: cells.row[position]!, column: cells.column[position]! });
    if (target) positions.set(`${target.row}:${target.column}`, position);
  }
  return positions;
}
