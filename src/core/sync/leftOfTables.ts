import { TABLE_NOTES } from '../compare/compareTables';
import type { Difference } from '../compare/Difference';
import { stringifyRange, type CellRange } from '../workbook/Address';
import { fromOfficial, type SheetLayout } from './SheetLayout';
import type { Refusal } from './SyncPlan';
import type { Snapshot, Table } from '../workbook/Snapshot';

/** Returns what of the taken differences of tables a sync leaves; `unjoined` says of some why they do not take in what stands beside them. */
export function leftOfTables(
  official: Snapshot,
  layouts: readonly SheetLayout[],
  placed: readonly Table[],
  taken: readonly Difference[],
  unjoined: ReadonlyMap<string, string>,
): Refusal[] {
  return taken.flatMap((difference) => {
    const { id, kind, official: side, local } = difference;
    if (kind !== 'table' || side === null || local === null) return [];
    const [theirs, own] = [find(official.tables, side.address), find(placed, local.address)];
    const layout = layouts.find(({ name }) => name === local.sheet);
    if (!theirs || !own || layout?.official == null || official.sheets[layout.official]!.name !== theirs.sheet) {
      return [{ difference: id, reason: `The table ${local.address} stands on another sheet in official: move it there by hand.` }];
    }
    const why = unjoined.get(id);
    const reasons = why === undefined ? whyTableStays(difference, theirs, own, coveredBy(theirs, layout)) : [why];
    return reasons.map((reason) => ({ difference: id, reason }));
  });
}

/** The cells of local's sheet that official's table covers; null where they are not all there. */
function coveredBy({ range }: Table, layout: SheetLayout): CellRange | null {
  const first = fromOfficial(layout, { row: range.firstRow, column: range.firstColumn });
  const last = fromOfficial(layout, { row: range.lastRow, column: range.lastColumn });
  return first && last && { firstRow: first.row, firstColumn: first.column, lastRow: last.row, lastColumn: last.column };
}

function find(tables: readonly Table[], name: string): Table | undefined {
  return tables.find((table) => table.name === name);
}

/** What is left of one table, as sentences; `placed` is local's table as it then stands, `covered` the cells that it would cover as in official, null where they are not all there. */
function whyTableStays(difference: Difference, official: Table, placed: Table, covered: CellRange | null): string[] {
  const { name } = placed;
  // Why it is not called so is said where it is renamed.
  if (official.name.toLowerCase() !== name.toLowerCase()) return [];
  const parts = difference.note?.split('; ') ?? [];
  const said = (what: keyof typeof TABLE_NOTES): boolean => parts.some((part) => part.includes(TABLE_NOTES[what]));
  const reasons: string[] = [];
  if (said('header')) reasons.push(`Switch the header row of the table ${name} ${official.headerRow ? 'on' : 'off'} ${BY_HAND}`);
  if (said('total')) reasons.push(`Switch the total row of the table ${name} ${official.totalsRow ? 'on' : 'off'} ${BY_HAND}`);
  if (said('called')) reasons.push(`The table ${name} has no header row by which to call its columns: switch it on ${BY_HAND}`);
  const own = placed.columns.filter((column) => !has(official, column.name)).map((column) => column.name);
  if (said('own') && own.length > 0)
    reasons.push(`Only your workbook has ${own.join(', ')} in the table ${name}, so it stays: delete it there by hand if it is to go.`);
  if (said('order')) reasons.push(`The columns of the table ${name} stand in another order in official: move them by hand.`);
  if (said('covers') && reasons.length === 0 && (covered === null || stringifyRange(placed.range) !== stringifyRange(covered))) {
    reasons.push(
      covered === null
        ? `The table ${name} covers lines in official that your workbook lacks: take these too.`
        : `Let the table ${name} cover ${stringifyRange(covered)}, as in official, in Excel under Table Design, Resize Table.`,
    );
  }
  if (said('newRows')) {
    const columns = parts.filter((part) => part.startsWith(TABLE_NOTES.newRows)).join('; ');
    reasons.push(`What new rows get does not come: fill these columns down by hand in Excel (${columns}).`);
  }
  return reasons;
}

const BY_HAND = 'in Excel under Table Design, then sync again.';

function has({ columns }: Table, name: string): boolean {
  return columns.some((column) => column.name.toLowerCase() === name.toLowerCase());
}
