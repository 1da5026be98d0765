import type { Difference } from '../compare/Difference';
import { isInside, parseRange, type CellAddress } from '../workbook/Address';
import type { CarriedMoves, Obstacle, TornFormula } from './carryMoves';
import type { Choice } from './chooseDifferences';
import type { PlannedContents } from './planContents';
import { parseLines } from './planLayout';
import type { SheetMoves } from './planMoves';
import { nameKey } from './referenceMoves';
import { localCell } from './SheetLayout';
import type { Refusal } from './SyncPlan';

/**
 * Returns the moves that cannot be, each with the reason: a formula that cannot be put aside meanwhile, or one that refers to lines which
 * would no longer stand together and that is not written for another difference anyway.
 */
export function findCulprits(
  { torn, obstacles }: CarriedMoves,
  { layouts, refused }: PlannedContents,
  { take, remove }: Pick<Choice, 'take' | 'remove'>,
  sheets: readonly SheetMoves[],
): readonly Refusal[] {
  if (torn.length + obstacles.length === 0) return [];
  const left = new Set(refused.map(({ difference }) => difference));
  const written = new Set<string>();
  for (const { id, kind, official, local } of take) {
    if (left.has(id)) continue;
    if (kind === 'name' && local) written.add(nameKey(local.address, local.sheet || null));
    const layout = official && layouts.ofOfficial(official.sheet);
    const range = official && kind !== 'name' && kind !== 'format' ? parseRange(official.address) : null;
    if (!layout || !range) continue;
    for (let row = range.firstRow; row <= range.lastRow; row++) {
      for (let column = range.firstColumn; column <= range.lastColumn; column++) {
        written.add(cellKey(layout.name, localCell(layout, { row, column })));
      }
    }
  }
  const gone = remove.filter(({ id }) => !left.has(id));
  const isWritten = ({ at }: TornFormula): boolean =>
    'name' in at
      ? written.has(nameKey(at.name, at.scope)) || gone.some((each) => isName(each, at))
      : written.has(cellKey(at.sheet, at)) || gone.some((each) => holds(each, at));
  return [...obstacles, ...torn.filter((each) => !isWritten(each))].flatMap((obstacle) => refuse(obstacle, sheets));
}

/** The moves of the lines that are referred to; where none of these moves, all that come to stand among them may. */
function refuse({ lines, reason }: Obstacle, sheets: readonly SheetMoves[]): Refusal[] {
  return lines.flatMap(({ sheet, axis, span }) => {
    const moves = sheets.find((each) => each.sheet === sheet)?.[axis].moves ?? [];
    const inside = moves.filter(({ block }) => block.first <= span.last && block.last >= span.first);
    return (inside.length > 0 ? inside : moves).map(({ difference }) => ({ difference, reason }));
  });
}

function isName({ kind, local }: Difference, { name, scope }: { readonly name: string; readonly scope: string | null }): boolean {
  return kind === 'name' && local !== null && nameKey(local.address, local.sheet || null) === nameKey(name, scope);
}

function holds({ kind, local }: Difference, at: CellAddress & { readonly sheet: string }): boolean {
  if (local?.sheet !== at.sheet || kind === 'name') return false;
  const range = parseRange(local.address);
  if (range) return isInside(range, at);
  if (kind !== 'row' && kind !== 'column') return false;
  const { first, last } = parseLines(local.address, kind);
  return at[kind] >= first && at[kind] <= last;
}

function cellKey(sheet: string, { row, column }: CellAddress): string {
  return `${row}:${column} ${sheet.toLowerCase()}`;
}
