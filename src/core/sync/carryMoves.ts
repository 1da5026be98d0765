import { toRelative } from '../formula/toRelative';
import { isInside, stringifyAddress, type CellAddress, type CellRange } from '../workbook/Address';
import type { SheetSnapshot, Snapshot, Table } from '../workbook/Snapshot';
import { carryRange, carryRanges, placesOf, sortCells } from './carryCells';
import { contentAt } from './cellContent';
import type { CellWrite } from './groupBlocks';
import { placeOf } from './LineOrder';
import { moveFormulas, type FollowedFormula, type ReferredLines } from './moveFormulas';
import { hasRelativeReference } from './planNames';
import type { SheetMoves } from './planMoves';
import type { CellContent, NameContent } from './SyncPlan';

/** Something that keeps lines from moving: what of it refers to them, and why. */
export interface Obstacle {
  readonly lines: readonly ReferredLines[];
  readonly reason: string;
}

/** A formula which refers to lines that will no longer stand together: unless it is written anyway, they must not move. */
export interface TornFormula extends Obstacle {
  /** Where it then stands; a name has no place. */
  readonly at:
    { readonly sheet: string; readonly row: number; readonly column: number } | { readonly name: string; readonly scope: string | null };
}

/** What moving lines does to the local workbook. */
export interface CarriedMoves {
  /** The workbook once they have moved, as far as a plan reads it. */
  readonly local: Snapshot;
  /** Formulas that are put aside before, and back again after, by sheet. */
  readonly aside: ReadonlyMap<string, { readonly before: readonly CellWrite[]; readonly after: readonly CellWrite[] }>;
  readonly names: readonly {
    readonly name: string;
    readonly scope: string | null;
    readonly before: NameContent;
    readonly after: NameContent;
  }[];
  readonly torn: readonly TornFormula[];
  readonly obstacles: readonly Obstacle[];
}

/** What stands in for a formula while it is put aside. */
const ASIDE = '=0';
const OVER_SHEETS = /(?:^|[^!\p{L}\p{N}_.])(?:'[^']*:[^']*'|[\p{L}\p{N}_.]+:[\p{L}\p{N}_.]+)!/u;

/** Returns the local workbook with its lines moved, every formula and name following the cells that it refers to. */
export function carryMoves(local: Snapshot, sheets: readonly SheetMoves[]): CarriedMoves {
  if (sheets.length === 0) return { local, aside: new Map(), names: [], torn: [], obstacles: [] };
  const follow = moveFormulas(sheets, (sheet) => local.sheets[sheet]!.name);
  const mentions = sheets.map(({ sheet }) => local.sheets[sheet]!.name.replace(/'/g, "''").toLowerCase());
  const concerned = local.formulas.map((text) => mentions.some((name) => text.toLowerCase().includes(name)));
  const formulas = [...local.formulas];
  const ids = new Map(formulas.map((text, id) => [text, id]));
  const intern = (text: string): number => {
    const known = ids.get(text);
    if (known !== undefined) return known;
    ids.set(text, formulas.length);
    return formulas.push(text) - 1;
  };
  const aside = new Map<string, { before: CellWrite[]; after: CellWrite[] }>();
  const torn: TornFormula[] = [];
  const obstacles: Obstacle[] = [];
  const all = (): ReferredLines[] =>
    sheets.flatMap(({ sheet, row, column }) => [
      ...row.moves.map(({ block }) => ({ sheet, axis: 'row' as const, span: block })),
      ...column.moves.map(({ block }) => ({ sheet, axis: 'column' as const, span: block })),
    ]);
  if (local.formulas.some((text) => OVER_SHEETS.test(text))) {
    obstacles.push({ lines: all(), reason: 'A formula of this workbook adds through several sheets: move these lines by hand.' });
  }

  const carried = local.sheets.map((sheet, index): SheetSnapshot => {
    const moves = sheets.find((each) => each.sheet === index);
    if (!moves && !sheet.cells.formula.some((id) => id >= 0 && concerned[id])) return sheet;
    const { cells } = sheet;
    const places = placesOf(cells, moves);
    const ours = local.tables.filter((table) => table.sheet.toLowerCase() === sheet.name.toLowerCase());
    const writes = { before: [] as CellWrite[], after: [] as CellWrite[] };
    const formula = cells.formula.map((id, position) => {
      if (id < 0 || !(moves || concerned[id])) return id;
      const from = { row: cells.row[position]!, column: cells.column[position]! };
      const to = { row: places.row[position]!, column: places.column[position]! };
      const content = contentAt(local, sheet, position);
      const followed = follow(content.formula!, sheet.name);
      const place = `${sheet.name}!${stringifyAddress(from)}`;
      if (followed.torn.length > 0) torn.push({ at: { sheet: sheet.name, ...to }, lines: followed.torn, reason: whyTorn(place) });
      if (followed.uncertain.length > 0) {
        const reason = whyNotAside(sheet, ours, from, content);
        if (reason !== null) obstacles.push({ lines: followed.uncertain, reason: `${place} refers to them and ${reason}` });
        writes.before.push(replacing(from, content, ASIDE));
        writes.after.push(replacing(to, { ...content, formula: ASIDE }, followed.formula));
      }
      return intern(toRelative(followed.formula.slice(1), to.row, to.column));
    });
    if (writes.before.length > 0) aside.set(sheet.name, writes);
    if (!moves) return { ...sheet, cells: { ...cells, formula } };
    const range = (each: CellRange): CellRange => carryRange(moves, each);
    return {
      ...sheet,
      cells: sortCells({ ...cells, ...places, formula }),
      arrays: sheet.arrays.map((each) => ({ ...each, range: range(each.range) })),
      merges: sheet.merges.map(range),
      validations: sheet.validations.map((rule) => ({ ...rule, ranges: rule.ranges.flatMap((each) => carryRanges(moves, each)) })),
      notes: sheet.notes.map((note) => ({
        ...note,
        row: placeOf(moves.row.order, note.row),
        column: placeOf(moves.column.order, note.column),
      })),
    };
  });

  const names: CarriedMoves['names'][number][] = [];
  const carriedNames = local.names.map((name) => {
    const { scope, formula, comment, hidden } = name;
    const followed: FollowedFormula = hasRelativeReference(formula) ? { formula, uncertain: [], torn: [] } : follow(formula, scope);
    const called = nameInWords(name.name);
    if (followed.torn.length > 0) torn.push({ at: { name: name.name, scope }, lines: followed.torn, reason: whyTorn(called) });
    if (followed.uncertain.length > 0) {
      if (/^_xlnm\./i.test(name.name))
        obstacles.push({ lines: followed.uncertain, reason: `${called} begins or ends in them: move them by hand.` });
      names.push({ name: name.name, scope, before: { formula, comment, hidden }, after: { formula: followed.formula, comment, hidden } });
    }
    return { ...name, formula: followed.formula };
  });
  const tables = local.tables.map((table): Table => {
    const moves = sheets.find(({ sheet }) => local.sheets[sheet]!.name.toLowerCase() === table.sheet.toLowerCase());
    return moves ? { ...table, range: carryRange(moves, table.range) } : table;
  });
  return { local: { ...local, formulas, sheets: carried, names: carriedNames, tables }, aside, names, torn, obstacles };
}

function replacing({ row, column }: CellAddress, before: CellContent, formula: string): CellWrite {
  return { row, column, before, after: { formula, value: before.value, format: null }, differences: new Set() };
}

/** What a name is called that Excel keeps for itself, or anybody's. */
function nameInWords(name: string): string {
  const own = /^_xlnm\.(\w+)/i.exec(name)?.[1]?.toLowerCase();
  if (own === undefined) return `The name ${name}`;
  if (own === 'print_area') return 'The print area';
  return own === 'print_titles' ? 'The list of rows and columns that print on every page' : 'The filter';
}

function whyTorn(what: string): string {
  return `${what} refers to them and to others that will stand apart from them: take what differs there too, or move them by hand.`;
}

/** Why a formula cannot be put aside and back again just as it was; null when it can. */
function whyNotAside(sheet: SheetSnapshot, tables: readonly Table[], cell: CellAddress, { format }: CellContent): string | null {
  if (sheet.protected) return 'is on a protected sheet: unprotect it, then sync again.';
  if (sheet.arrays.some(({ range }) => isInside(range, cell)))
    return 'is an array formula, which Excel changes only as a whole: move them by hand.';
  if (tables.some(({ range }) => isInside(range, cell))) return 'stands in a table, which fills its columns by itself: move them by hand.';
  return format === '@' ? 'is formatted as text, so that it could not be written again: move them by hand.' : null;
}
