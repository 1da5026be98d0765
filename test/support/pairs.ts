import fc from 'fast-check';
import type { Axis, Correspondence, SheetPair } from '../../src/core/align/Correspondence';
import type { Comparison } from '../../src/core/compare/Comparison';
import { countDifferences } from '../../src/core/compare/countDifferences';
import type { Difference, DifferenceKind, DifferenceSide } from '../../src/core/compare/Difference';
import { sameNote } from '../../src/core/sync/sameNote';
import { sameRule } from '../../src/core/sync/sameRule';
import { moveReferences, type SpanMove } from '../../src/core/sync/moveReferences';
import { columnName, parseRange, stringifyAddress } from '../../src/core/workbook/Address';
import type { Span } from '../../src/core/workbook/Snapshot';
import { parseLines } from '../../src/core/sync/planLayout';
import type { CellContent, SyncPlan } from '../../src/core/sync/SyncPlan';
import { runSteps, shift, toSnapshot, type Paper, type PaperSheet } from './paper';

/** A workbook whose lines can be told from one another whatever is inserted around them. */
export interface Traced {
  readonly paper: Paper;
  /** Per sheet: what it is, and which line each row and column is. */
  readonly sheets: readonly { readonly id: string; readonly rows: readonly string[]; readonly columns: readonly string[] }[];
}

/** One edit that somebody made in a copy. */
export type Edit =
  | { readonly kind: 'set'; readonly sheet: number; readonly row: number; readonly column: number; readonly content: string | number }
  | { readonly kind: 'insert' | 'delete'; readonly axis: 'row' | 'column'; readonly sheet: number; readonly at: number }
  | { readonly kind: 'append' }
  | { readonly kind: 'addSheet'; readonly name: string }
  | { readonly kind: 'name'; readonly name: string; readonly row: number }
  | { readonly kind: 'rule'; readonly sheet: number; readonly column: number; readonly rows: Span; readonly members: string };

const ROWS = 6;
const COLUMNS = 4;
const SHEETS = ['Data', 'Q 1'];

const reference = fc
  .tuple(
    fc.constantFrom('', '', 'Data!', "'Q 1'!"),
    fc.integer({ min: 1, max: COLUMNS }),
    fc.integer({ min: 1, max: ROWS }),
    fc.nat({ max: 3 }),
  )
  .map(([sheet, column, row, fixed]) => `${sheet}${fixed & 1 ? '$' : ''}${columnName(column)}${fixed & 2 ? '$' : ''}${row}`);
const range = fc
  .tuple(
    fc.constantFrom('', 'Data!', "'Q 1'!"),
    fc.integer({ min: 1, max: COLUMNS }),
    fc.integer({ min: 1, max: ROWS }),
    fc.nat({ max: 2 }),
    fc.nat({ max: 3 }),
  )
  .map(([sheet, column, row, wide, high]) => `${sheet}${columnName(column)}${row}:${columnName(column + wide)}${row + high}`);
const formula = fc.oneof(
  reference.map((cell) => `=${cell}*2`),
  range.map((cells) => `=SUM(${cells})`),
  fc.tuple(reference, reference).map(([a, b]) => `=IF(${a}>0,"A1",${b})`),
  fc.constantFrom('=SUM(A:B)', '=SUM(2:3)', '=Rate+1', '=SUM(Sales[Amount])'),
);
const content = fc.oneof(fc.integer({ min: 1, max: 99 }), fc.constantFrom('Revenue', '007', '=x', "'y"), formula);

const place = { sheet: fc.nat({ max: 1 }), row: fc.integer({ min: 1, max: ROWS + 2 }), column: fc.integer({ min: 1, max: COLUMNS + 1 }) };
const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({ kind: fc.constant('set' as const), ...place, content }),
  fc.record({
    kind: fc.constantFrom('insert' as const, 'delete' as const),
    axis: fc.constantFrom('row' as const, 'column' as const),
    sheet: place.sheet,
    at: fc.integer({ min: 1, max: 5 }),
  }),
  fc.constant({ kind: 'append' as const }),
  fc.record({ kind: fc.constant('addSheet' as const), name: fc.constantFrom('New', 'Other') }),
  fc.record({ kind: fc.constant('name' as const), name: fc.constantFrom('Rate', 'Total'), row: fc.integer({ min: 1, max: ROWS }) }),
  fc.record({
    kind: fc.constant('rule' as const),
    sheet: place.sheet,
    column: place.column,
    rows: fc.tuple(place.row, place.row).map(([a, b]) => ({ first: Math.min(a, b), last: Math.max(a, b) })),
    members: fc.constantFrom('', '"Seat,Desk"', '"Seat"', 'Rate'),
  }),
);

const base = fc
  .array(fc.array(fc.option(content, { freq: 3 }), { minLength: ROWS * COLUMNS, maxLength: ROWS * COLUMNS }), {
    minLength: 2,
    maxLength: 2,
  })
  .map((sheets): Traced => ({
    paper: {
      sheets: sheets.map((cells, i) => ({
        name: SHEETS[i]!,
        visibility: 'visible',
        rules: new Map(),
        cells: new Map(
          cells.flatMap((each, k) =>
            each === null
              ? []
              : [[stringifyAddress({ row: 1 + Math.floor(k / COLUMNS), column: 1 + (k % COLUMNS) }), toContent(each)] as const],
          ),
        ),
      })),
      names: [{ name: 'Rate', scope: null, formula: 'Data!$B$2', comment: '', hidden: false }],
      tables: [{ name: 'Sales', sheet: 'Data', range: { firstRow: 2, firstColumn: 2, lastRow: 4, lastColumn: 3 } }],
    },
    sheets: SHEETS.map((id) => ({ id, rows: lines('r', ROWS), columns: lines('c', COLUMNS) })),
  }));

/** Two workbooks that come from one, each edited by somebody. */
export const pairs = fc
  .record({ base, official: fc.array(edit, { maxLength: 6 }), local: fc.array(edit, { maxLength: 6 }) })
  .map(({ base: start, official, local }) => ({
    official: official.reduce((traced, each, i) => makeEdit(traced, each, `o${i}`), start),
    local: local.reduce((traced, each, i) => makeEdit(traced, each, `l${i}`), start),
  }));

const notes = fc.array(
  fc.record({
    sheet: fc.nat({ max: 1 }),
    row: fc.integer({ min: 1, max: ROWS }),
    column: fc.integer({ min: 1, max: COLUMNS }),
    author: fc.constantFrom('Ann', 'Bo & Co'),
    text: fc.constantFrom('Check <this>', ' two\nlines', '_x000D_', 'Ann:\nwhy?'),
  }),
  { maxLength: 5 },
);

/** As `pairs`, with notes in both workbooks: some the same, some of one only. */
export const notedPairs = fc
  .record({ pair: pairs, shared: notes, official: notes, local: notes })
  .map(({ pair, shared, official, local }) => ({
    official: withNotes(pair.official, [...shared, ...official]),
    local: withNotes(pair.local, [...shared, ...local]),
  }));

/** Gives the cells of lines that both workbooks come with notes, wherever these lines stand by now. */
function withNotes({ paper, sheets }: Traced, added: typeof notes extends fc.Arbitrary<infer T> ? T : never): Traced {
  return {
    sheets,
    paper: {
      ...paper,
      sheets: paper.sheets.map((sheet, index): PaperSheet => {
        const own = added.flatMap(({ sheet: at, row, column, author, text }): [string, { author: string; text: string }][] => {
          const place = { row: sheets[index]!.rows.indexOf(`r${row}`) + 1, column: sheets[index]!.columns.indexOf(`c${column}`) + 1 };
          return SHEETS[at] === sheet.name && place.row > 0 && place.column > 0 ? [[stringifyAddress(place), { author, text }]] : [];
        });
        return { ...sheet, notes: new Map(own) };
      }),
    },
  };
}

function makeEdit(traced: Traced, edit: Edit, tag: string): Traced {
  const { paper, sheets } = traced;
  switch (edit.kind) {
    case 'set': {
      const sheet = paper.sheets.find(({ name }) => name === SHEETS[edit.sheet])!;
      const cells = new Map(sheet.cells).set(stringifyAddress(edit), toContent(edit.content));
      return grown({ paper: withSheet(paper, { ...sheet, cells }), sheets });
    }
    case 'insert':
    case 'delete': {
      const name = SHEETS[edit.sheet]!;
      const index = paper.sheets.findIndex((sheet) => sheet.name === name);
      const axis = edit.axis === 'row' ? 'rows' : 'columns';
      const old = sheets[index]![axis];
      if (edit.at > old.length || breaksTable(paper, edit)) return traced;
      const ids = edit.kind === 'insert' ? old.toSpliced(edit.at - 1, 0, `${axis}-${tag}`) : old.toSpliced(edit.at - 1, 1);
      const moved = shift(paper, name, edit.axis, edit.at, edit.kind === 'insert' ? 1 : -1);
      return { paper: moved, sheets: sheets.with(index, { ...sheets[index]!, [axis]: ids }) };
    }
    case 'append': {
      const table = paper.tables[0]!;
      const at = table.range.lastRow + 1;
      const index = paper.sheets.findIndex(({ name }) => name === table.sheet);
      const rows = sheets[index]!.rows;
      // Rows down to the table's end count, though blank.
      const known = [...rows, ...lines('end', at).filter((id) => !rows.includes(id))].slice(0, Math.max(rows.length, at - 1));
      const moved = shift(paper, table.sheet, 'row', at, 1);
      const ids = known.toSpliced(at - 1, 0, `rows-${tag}`);
      const cells = new Map(moved.sheets[index]!.cells)
        .set(stringifyAddress({ row: at, column: table.range.firstColumn }), toContent(tag))
        .set(stringifyAddress({ row: at, column: table.range.lastColumn }), toContent('=Sales[[#This Row],[Key]]&"x"'));
      const appended = withSheet(moved, { ...moved.sheets[index]!, cells });
      return {
        paper: { ...appended, tables: appended.tables.map((each) => ({ ...each, range: { ...each.range, lastRow: at } })) },
        sheets: sheets.with(index, { ...sheets[index]!, rows: ids }),
      };
    }
    case 'addSheet': {
      if (paper.sheets.some(({ name }) => name === edit.name)) return traced;
      const cells = new Map([
        ['B2', toContent(7)],
        ['B3', toContent('=B2+Data!A1')],
      ]);
      const added: PaperSheet = { name: edit.name, visibility: 'visible', cells, rules: new Map() };
      return {
        paper: { ...paper, sheets: [...paper.sheets, added] },
        sheets: [...sheets, { id: `${edit.name}-${tag[0]}`, rows: lines('r', 3), columns: lines('c', 2) }],
      };
    }
    case 'rule': {
      const index = paper.sheets.findIndex(({ name }) => name === SHEETS[edit.sheet]);
      const sheet = paper.sheets[index]!;
      const rules = new Map(sheet.rules);
      if (edit.column > sheets[index]!.columns.length) return traced;
      for (let row = edit.rows.first; row <= Math.min(edit.rows.last, sheets[index]!.rows.length); row++) {
        const address = stringifyAddress({ row, column: edit.column });
        if (edit.members === '') rules.delete(address);
        else rules.set(address, { type: 'list', operator: 'between', formula1: edit.members, formula2: '', allowBlank: true });
      }
      return { paper: withSheet(paper, { ...sheet, rules }), sheets };
    }
    case 'name': {
      const others = paper.names.filter(({ name }) => name !== edit.name);
      return {
        paper: {
          ...paper,
          names: [...others, { name: edit.name, scope: null, formula: `Data!$A$${edit.row}`, comment: '', hidden: false }],
        },
        sheets,
      };
    }
  }
}

/** Nobody inserts a column into the table, deletes a part of its header, or all its rows. */
function breaksTable(paper: Paper, { kind, axis, sheet, at }: Extract<Edit, { kind: 'insert' | 'delete' }>): boolean {
  return paper.tables.some((table) => {
    const { firstRow, lastRow, firstColumn, lastColumn } = table.range;
    if (table.sheet !== SHEETS[sheet]) return false;
    if (axis === 'column') return kind === 'insert' ? at > firstColumn && at <= lastColumn : at >= firstColumn && at <= lastColumn;
    return kind === 'delete' && (at === firstRow || (lastRow - firstRow === 1 && at === lastRow));
  });
}

/** Lines that were blank and now hold something are the same blank lines in every copy. */
function grown({ paper, sheets }: Traced): Traced {
  return {
    paper,
    sheets: sheets.map((sheet, i) => {
      const ranges = [...paper.sheets[i]!.cells.keys()].map((address) => parseRange(address)!);
      const grow = (ids: readonly string[], count: number) => {
        const blank = lines('end', count).filter((id) => !ids.includes(id));
        return [...ids, ...blank.slice(0, Math.max(0, count - ids.length))];
      };
      return {
        ...sheet,
        rows: grow(sheet.rows, Math.max(0, ...ranges.map((each) => each.lastRow))),
        columns: grow(sheet.columns, Math.max(0, ...ranges.map((each) => each.lastColumn))),
      };
    }),
  };
}

/** The correspondence which is known because every line is traced; no alignment guesses at it. */
export function correspondenceOf(official: Traced, local: Traced): Correspondence {
  const pairsOf: SheetPair[] = official.sheets.map((sheet, index) => {
    const other = local.sheets.findIndex(({ id }) => id === sheet.id);
    return other < 0
      ? { official: index, local: null, rows: axis(sheet.rows, []), columns: axis(sheet.columns, []), bands: [], moves: [], keyed: [] }
      : {
          official: index,
          local: other,
          rows: axis(sheet.rows, local.sheets[other]!.rows),
          columns: axis(sheet.columns, local.sheets[other]!.columns),
          bands: [],
          moves: [],
          keyed: [],
        };
  });
  const ownSheets = local.sheets.flatMap((sheet, index): SheetPair[] =>
    official.sheets.some(({ id }) => id === sheet.id)
      ? []
      : [{ official: null, local: index, rows: axis([], sheet.rows), columns: axis([], sheet.columns), bands: [], moves: [], keyed: [] }],
  );
  return { sheets: [...pairsOf, ...ownSheets], precise: true, reasons: [] };
}

function axis(official: readonly string[], local: readonly string[]): Axis {
  const common = unionInOrder(official, local);
  const fromOfficial = Int32Array.from([0, ...official.map((id) => common.indexOf(id) + 1)]);
  const fromLocal = Int32Array.from([0, ...local.map((id) => common.indexOf(id) + 1)]);
  const toOfficial = Int32Array.from([0, ...common.map((id) => official.indexOf(id) + 1)]);
  const toLocal = Int32Array.from([0, ...common.map((id) => local.indexOf(id) + 1)]);
  return { length: common.length, fromOfficial, fromLocal, toOfficial, toLocal, inOrder: true };
}

function unionInOrder(official: readonly string[], local: readonly string[]): string[] {
  const common: string[] = [];
  let next = 0;
  for (const id of official) {
    const at = local.indexOf(id, next);
    if (at >= 0) {
      common.push(...local.slice(next, at));
      next = at + 1;
    }
    common.push(id);
  }
  return [...common, ...local.slice(next)];
}

/** Every cell, line, sheet and name in which two traced workbooks differ, each named by what it is rather than where. */
export function compareTraced(official: Traced, local: Traced): Comparison {
  const correspondence = correspondenceOf(official, local);
  const differences: Difference[] = [];
  const add = (id: string, kind: DifferenceKind, officialSide: DifferenceSide | null, localSide: DifferenceSide | null, cells = 1) =>
    differences.push({ id, kind, role: 'cause', cells, official: officialSide, local: localSide, causes: [], note: '' });

  for (const pair of correspondence.sheets) {
    const ours = pair.official === null ? null : official.paper.sheets[pair.official]!;
    const theirs = pair.local === null ? null : local.paper.sheets[pair.local]!;
    const id = (pair.official === null ? local.sheets[pair.local!] : official.sheets[pair.official])!.id;
    if (!ours || !theirs) {
      add(id, 'sheet', ours && side(ours.name, ''), theirs && side(theirs.name, ''));
      continue;
    }
    for (const [kind, lineAxis] of [['row', pair.rows] as const, ['column', pair.columns] as const]) {
      for (let common = 1; common <= lineAxis.length; common++) {
        const [o, l] = [lineAxis.toOfficial[common]!, lineAxis.toLocal[common]!];
        if (o > 0 && l > 0) continue;
        const ids = (o > 0 ? official.sheets[pair.official!] : local.sheets[pair.local!])![kind === 'row' ? 'rows' : 'columns'];
        const address = (line: number) => (kind === 'row' ? `${line}:${line}` : `${columnName(line)}:${columnName(line)}`);
        const ranges = [...(o > 0 ? ours : theirs).cells.keys()].map((each) => parseRange(each)!);
        const filled = ranges.filter((each) => (kind === 'row' ? each.firstRow : each.firstColumn) === (o || l)).length;
        const sides = [o > 0 ? side(ours.name, address(o)) : null, l > 0 ? side(theirs.name, address(l)) : null] as const;
        add(`${id} ${kind} ${ids[(o || l) - 1]}`, kind, ...sides, filled);
      }
    }
    for (let row = 1; row <= pair.rows.length; row++) {
      for (let column = 1; column <= pair.columns.length; column++) {
        const [oRow, lRow] = [pair.rows.toOfficial[row]!, pair.rows.toLocal[row]!];
        const [oColumn, lColumn] = [pair.columns.toOfficial[column]!, pair.columns.toLocal[column]!];
        if (!oRow || !lRow || !oColumn || !lColumn) continue;
        const oAddress = stringifyAddress({ row: oRow, column: oColumn });
        const lAddress = stringifyAddress({ row: lRow, column: lColumn });
        const place = `${id} ${official.sheets[pair.official!]!.rows[oRow - 1]} ${official.sheets[pair.official!]!.columns[oColumn - 1]}`;
        const [oRule, lRule] = [ours.rules.get(oAddress), theirs.rules.get(lAddress)];
        if (!sameRule(oRule ?? null, lRule ?? null))
          add(`${place} rule`, 'validation', oRule ? side(ours.name, oAddress) : null, lRule ? side(theirs.name, lAddress) : null);
        const [oNote, lNote] = [ours.notes?.get(oAddress) ?? null, theirs.notes?.get(lAddress) ?? null];
        if (!sameNote(oNote, lNote))
          add(`${place} note`, 'note', oNote ? side(ours.name, oAddress) : null, lNote ? side(theirs.name, lAddress) : null);
        const o = ours.cells.get(oAddress);
        const l = theirs.cells.get(lAddress);
        if (inCommon(o, ours.name, official, correspondence, 'official') === inCommon(l, theirs.name, local, correspondence, 'local'))
          continue;
        const kind = o?.formula != null ? (l?.formula != null ? 'formula' : 'hardcoded') : l?.formula != null ? 'unhardcoded' : 'value';
        add(place, kind, side(ours.name, oAddress, o), side(theirs.name, lAddress, l));
      }
    }
  }
  for (const name of new Set([...official.paper.names, ...local.paper.names].map((each) => each.name))) {
    const o = official.paper.names.find((each) => each.name === name);
    const l = local.paper.names.find((each) => each.name === name);
    const oText = o && inCommon({ formula: '=' + o.formula, value: null, format: null }, null, official, correspondence, 'official');
    const lText = l && inCommon({ formula: '=' + l.formula, value: null, format: null }, null, local, correspondence, 'local');
    if (oText !== lText) add(`name ${name}`, 'name', o ? side('', name) : null, l ? side('', name) : null);
  }
  const none = { name: '', sha256: null, cells: 0, formulas: 0 };
  return {
    schema: 'tieout.comparison/1',
    official: none,
    local: none,
    sheets: [],
    differences,
    names: [],
    headlines: [],
    counts: countDifferences(differences),
    signals: [],
    precise: true,
    warnings: [],
    timing: {},
  };
}

/** A cell's content with every reference said by the common grid, so that equal text is equal meaning. */
function inCommon(
  content: CellContent | undefined,
  home: string | null,
  traced: Traced,
  { sheets }: Correspondence,
  which: 'official' | 'local',
): string {
  if (content?.formula == null) return JSON.stringify(content?.value ?? null);
  const moved = moveReferences(content.formula, home, {
    sheet: (name) => {
      const index = traced.paper.sheets.findIndex((sheet) => sheet.name === name);
      const at = sheets.findIndex((pair) => pair[which] === index);
      const pair = sheets[at];
      if (index < 0 || !pair) return null;
      const along = (lines: Axis): SpanMove => {
        const from = which === 'official' ? lines.fromOfficial : lines.fromLocal;
        // Blank lines past the end are the same everywhere, so they keep their number from the end.
        const to = (line: number) => (line < from.length ? from[line]! : lines.length + line - (from.length - 1));
        return (first, last) => ({ first: to(first), last: to(last) });
      };
      return { name: `s${at}`, rows: along(pair.rows), columns: along(pair.columns) };
    },
    name: () => null,
    table: () => null,
    outside: 'keep',
  });
  return moved.formula ?? content.formula;
}

/** The traced workbook after a sync: every line that was added is the official one it came from. `cleared`: blank lines at the end are gone. */
export function traceSynced(
  official: Traced,
  local: Traced,
  { steps, refused }: SyncPlan,
  { differences }: Comparison,
  cleared = false,
): Traced {
  // Other refusals tell of a line that comes in although something about it needs a look.
  const why = new Set(refused.flatMap(({ difference, reason }) => (reason.includes(' takes it in ') ? [] : [difference])));
  const left = differences.filter(({ id, local: side }) => side === null && why.has(id));
  const { paper } = runSteps(local.paper, steps);
  const ofOfficialName = (id: string) => official.paper.sheets[official.sheets.findIndex((sheet) => sheet.id === id)]!.name;
  const known = new Map(local.paper.sheets.map(({ name }, i) => [name, local.sheets[i]!]));
  const ofOfficial = new Map(official.paper.sheets.map(({ name }, i) => [name, official.sheets[i]!]));
  return {
    paper,
    sheets: paper.sheets.map(({ name, cells }) => {
      const was = known.get(name);
      if (!was) return ofOfficial.get(name)!;
      const other = official.sheets.find(({ id }) => id === was.id);
      const ranges = [...cells.keys()].map((address) => parseRange(address)!);
      const linesAfter = (axis: 'row' | 'column', used: number): string[] => {
        const key = axis === 'row' ? 'rows' : 'columns';
        const isLeft = (line: number) =>
          left.some(({ kind, official: place }) => {
            const lines = kind === axis && place?.sheet === ofOfficialName(other!.id) ? parseLines(place.address, axis) : null;
            return lines !== null && line >= lines.first && line <= lines.last;
          });
        const ids = other
          ? unionInOrder(
              other[key].filter((name, i) => was[key].includes(name) || !isLeft(i + 1)),
              was[key],
            )
          : [...was[key]];
        for (const step of steps)
          if (step.kind === 'delete' && step.sheet === name && step.axis === axis) ids.splice(step.at - 1, step.count);
        // Lines at the end are cleared only: what is blank there is no line of anybody's.
        while (cleared && ids.length > used && !other?.[key].includes(ids.at(-1)!)) ids.pop();
        return ids;
      };
      return {
        id: was.id,
        rows: linesAfter('row', Math.max(0, ...ranges.map(({ lastRow }) => lastRow))),
        columns: linesAfter('column', Math.max(0, ...ranges.map(({ lastColumn }) => lastColumn))),
      };
    }),
  };
}

/** The traced workbook as the snapshot a reader would give. */
export function snapshotOf(traced: Traced): ReturnType<typeof toSnapshot> {
  return toSnapshot(traced.paper);
}

function side(sheet: string, address: string, content?: CellContent): DifferenceSide {
  return { sheet, address, value: content?.value ?? null, formula: content?.formula ?? null, format: content?.format ?? null };
}

function withSheet(paper: Paper, sheet: PaperSheet): Paper {
  return { ...paper, sheets: paper.sheets.map((each) => (each.name === sheet.name ? sheet : each)) };
}

function toContent(text: string | number): CellContent {
  const isFormula = typeof text === 'string' && text.length > 2 && text.startsWith('=');
  return {
    formula: isFormula ? text : null,
    value: isFormula ? null : text,
    format: typeof text === 'number' && text > 50 ? '0.0%' : 'General',
  };
}

function lines(prefix: string, count: number): string[] {
  return Array.from({ length: count }, (_, i) => `${prefix}${i + 1}`);
}
