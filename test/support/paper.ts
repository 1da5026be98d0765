import { cutReferences } from '../../src/core/formula/cutReferences';
import { shiftReferences } from '../../src/core/formula/shiftReferences';
import { parseRange, stringifyAddress, type CellRange } from '../../src/core/workbook/Address';
import { contentAt, sameContent } from '../../src/core/sync/cellContent';
import type { EntryRule } from '../../src/core/workbook/EntryRule';
import { ruleAt } from '../../src/core/sync/ruleAt';
import { sameRule } from '../../src/core/sync/sameRule';
import { invertStep, type Held } from '../../src/core/sync/invertStep';
import { sameNote } from '../../src/core/sync/sameNote';
import type { CellContent, NameContent, NoteContent, ShiftStep, SyncStep, TableHeads } from '../../src/core/sync/SyncPlan';
import { PLACE, rectanglesOf } from '../../src/core/workbook/rectanglesOf';
import type { Note, SheetSnapshot, Snapshot, Span, Table, Validation } from '../../src/core/workbook/Snapshot';
import { workbook } from './workbook';

/** A workbook on paper: what steps do to it is done here as Excel would do it, by other code than the one that plans them. */
export interface Paper {
  readonly sheets: readonly PaperSheet[];
  readonly names: readonly PaperName[];
  readonly tables: readonly PaperTable[];
}

/** An Excel table with a header; the names of its columns stand in no cell here. */
interface PaperTable {
  readonly name: string;
  readonly sheet: string;
  readonly range: CellRange;
}

export interface PaperSheet {
  readonly name: string;
  readonly visibility: 'visible' | 'hidden' | 'veryHidden';
  /** By address, `B3`; blank cells only when they carry a format. */
  readonly cells: ReadonlyMap<string, CellContent>;
  /** Which entries cells permit, by address. */
  readonly rules: ReadonlyMap<string, EntryRule>;
  /** By address; threaded comments are left out. */
  readonly notes?: ReadonlyMap<string, NoteContent>;
  /** `row 3`, `column 2`. */
  readonly hidden?: ReadonlySet<string>;
}

interface PaperName extends NameContent {
  readonly name: string;
  readonly scope: string | null;
}

const NOTHING: CellContent = { formula: null, value: null, format: 'General' };

export function toPaper(snapshot: Snapshot): Paper {
  return {
    sheets: snapshot.sheets.map((sheet) => {
      const cells = new Map<string, CellContent>();
      for (let i = 0; i < sheet.cells.count; i++) {
        cells.set(stringifyAddress({ row: sheet.cells.row[i]!, column: sheet.cells.column[i]! }), contentAt(snapshot, sheet, i));
      }
      return {
        name: sheet.name,
        visibility: sheet.visibility,
        cells,
        rules: rulesOf(sheet),
        notes: notesOf(sheet),
        hidden: hiddenOf(sheet),
      };
    }),
    names: snapshot.names.map(({ name, scope, formula, comment, hidden }) => ({ name, scope, formula, comment, hidden })),
    tables: snapshot.tables.map(({ name, sheet, range }) => ({ name, sheet, range })),
  };
}

/** The snapshot of what stands on the paper; cells that have a format only are left out, as a reader leaves them out. */
export function toSnapshot(paper: Paper): Snapshot {
  const sheets = Object.fromEntries(
    paper.sheets.map(({ name, cells }) => [
      name,
      Object.fromEntries(
        [...cells]
          .filter(([, content]) => content.formula !== null || content.value !== null)
          .sort(([a], [b]) => order(a) - order(b))
          .map(([address, { formula, value, format }]) => [
            address,
            { value, format: format ?? 'General', ...(formula === null ? {} : { formula }) },
          ]),
      ),
    ]),
  );
  const extras = Object.fromEntries(
    paper.sheets.map(({ name, visibility, rules, notes, hidden }) => [
      name,
      { visibility, validations: toValidations(rules), notes: toNotes(notes), ...toHidden(hidden) },
    ]),
  );
  return { ...workbook(sheets, { sheets: extras }), names: paper.names, tables: paper.tables.map(toTable) };
}

function notesOf({ notes }: SheetSnapshot): Map<string, NoteContent> {
  return new Map(
    notes.flatMap(({ row, column, author, text, kind }) =>
      kind === 'note' ? [[stringifyAddress({ row, column }), { author, text }]] : [],
    ),
  );
}

function hiddenOf({ hiddenRows, hiddenColumns }: SheetSnapshot): Set<string> {
  const of = (axis: string, spans: readonly Span[]): string[] =>
    spans.flatMap(({ first, last }) => Array.from({ length: Math.min(last - first, 200) + 1 }, (_, k) => `${axis} ${first + k}`));
  return new Set([...of('row', hiddenRows), ...of('column', hiddenColumns)]);
}

function toHidden(hidden: PaperSheet['hidden']): { readonly hiddenRows: Span[]; readonly hiddenColumns: Span[] } {
  const of = (axis: string): Span[] =>
    [...(hidden ?? [])]
      .flatMap((key) => (key.startsWith(axis) ? [Number(key.split(' ')[1])] : []))
      .sort((a, b) => a - b)
      .map((line) => ({ first: line, last: line }));
  return { hiddenRows: of('row'), hiddenColumns: of('column') };
}

function toNotes(notes: PaperSheet['notes']): Note[] {
  return [...(notes ?? [])]
    .map(([address, { author, text }]): Note => {
      const { firstRow: row, firstColumn: column } = parseRange(address)!;
      return { row, column, author, text, kind: 'note' };
    })
    .sort((one, other) => one.row - other.row || one.column - other.column);
}

/** One rule a cell; rules reach no further down than any of these sheets. */
function rulesOf({ validations }: SheetSnapshot): Map<string, EntryRule> {
  const rules = new Map<string, EntryRule>();
  for (const rule of validations) {
    for (const range of rule.ranges) {
      eachCell({ ...range, lastRow: Math.min(range.lastRow, range.firstRow + 200) }, (address, i, j) => {
        rules.set(address, ruleAt(rule, { row: range.firstRow + i, column: range.firstColumn + j }));
      });
    }
  }
  return rules;
}

function toValidations(rules: ReadonlyMap<string, EntryRule>): Validation[] {
  const cells = [...rules].map(([address, { manner: _, ...rule }]): [number, string] => {
    const { firstRow, firstColumn } = parseRange(address)!;
    return [firstRow * PLACE + firstColumn, JSON.stringify(rule)];
  });
  return rectanglesOf(new Map(cells)).map(({ range, key }) => ({ ...(JSON.parse(key) as EntryRule), ranges: [range] }));
}

function toTable(table: PaperTable): Table {
  const width = table.range.lastColumn - table.range.firstColumn + 1;
  const columns = Array.from({ length: width }, (_, i) => ({ name: ['Key', 'Amount'][i] ?? `Column${i}`, formula: null }));
  return { ...table, headerRow: true, totalsRow: false, columns };
}

/** What stands on the paper once the steps have run, and the steps that take them back; throws where a step finds other than it expects. */
export function runSteps(paper: Paper, steps: readonly SyncStep[]): { paper: Paper; inverse: SyncStep[] } {
  let now = paper;
  const inverse: SyncStep[] = [];
  for (const step of steps) {
    inverse.unshift(invertStep(step, heldBy(now, step)));
    now = runStep(now, step);
  }
  return { paper: now, inverse };
}

function runStep(paper: Paper, step: SyncStep): Paper {
  switch (step.kind) {
    case 'addSheet':
      return {
        ...paper,
        sheets: paper.sheets.toSpliced(step.position, 0, {
          name: step.sheet,
          visibility: step.visibility,
          cells: new Map(),
          rules: new Map(),
        }),
      };
    case 'deleteSheet': {
      const gone = sheetOf(paper, step.sheet);
      if ([...gone.cells.values()].some((content) => !sameContent(content, NOTHING))) throw new Error(`${step.sheet} still holds cells`);
      return { ...paper, sheets: paper.sheets.filter((sheet) => sheet !== gone) };
    }
    case 'insert':
    case 'delete':
      if (step.kind === 'delete' && step.heads) paper = unheaded(paper, step, step.heads);
      if (
        step.kind === 'delete' &&
        sheetOf(paper, step.sheet).cells.size !==
          shift(paper, step.sheet, step.axis, step.at, -step.count, step.across).sheets.find(({ name }) => name === step.sheet)!.cells.size
      )
        throw new Error(`${step.sheet} still holds cells in the deleted lines`);
      if (
        step.kind === 'delete' &&
        (sheetOf(paper, step.sheet).notes?.size ?? 0) !==
          (shift(paper, step.sheet, step.axis, step.at, -step.count, step.across).sheets.find(({ name }) => name === step.sheet)!.notes
            ?.size ?? 0)
      )
        throw new Error(`${step.sheet} still holds notes in the deleted lines`);
      return headed(shift(paper, step.sheet, step.axis, step.at, step.kind === 'insert' ? step.count : -step.count, step.across), step);
    case 'move':
      return cutAndPaste(paper, step);
    case 'resizeTable': {
      const table = paper.tables.find(({ name, sheet }) => name === step.table && sheet === step.sheet);
      if (JSON.stringify(table?.range) !== JSON.stringify(step.before)) throw new Error(`${step.table} covers ${JSON.stringify(table)}`);
      if (step.after.lastRow <= step.after.firstRow) throw new Error(`${step.table} would have no data row`);
      if (paper.tables.some((other) => other !== table && other.sheet === step.sheet && meet(other.range, step.after)))
        throw new Error(`${step.table} would overlap another table`);
      const { cells } = sheetOf(paper, step.sheet);
      const wider = step.after.lastColumn - step.before.lastColumn;
      if (wider > 0)
        step.columns!.forEach(({ name }, k) => {
          const address = stringifyAddress({ row: step.after.firstRow, column: step.before.lastColumn + 1 + k });
          if (cells.get(address)?.value !== name) throw new Error(`${step.sheet}!${address} does not say ${name}`);
        });
      if (Math.abs(wider) !== (step.columns?.length ?? 0)) throw new Error(`${step.table} gets ${wider} columns`);
      eachCell({ ...step.after, firstRow: step.before.lastRow + 1 }, (address) => {
        if (!sameContent(cells.get(address) ?? NOTHING, NOTHING)) throw new Error(`${step.sheet}!${address} is not blank`);
      });
      return { ...paper, tables: paper.tables.map((each) => (each === table ? { ...each, range: step.after } : each)) };
    }
    case 'renameTable': {
      if (!paper.tables.some(({ name, sheet }) => name === step.before && sheet === step.sheet))
        throw new Error(`There is no ${step.before}`);
      const called = (text: string) => text.replaceAll(new RegExp(`\\b${step.before}(?=\\[)`, 'g'), step.after);
      return {
        tables: paper.tables.map((table) => (table.name === step.before ? { ...table, name: step.after } : table)),
        names: paper.names.map((name) => ({ ...name, formula: called(name.formula) })),
        sheets: paper.sheets.map((sheet) => ({
          ...sheet,
          cells: new Map([...sheet.cells].map(([at, cell]) => [at, { ...cell, formula: cell.formula && called(cell.formula) }])),
        })),
      };
    }
    case 'setName': {
      const isIt = (known: PaperName) => known.name === step.name && known.scope === step.scope;
      const present = paper.names.find(isIt);
      if ((present?.formula ?? null) !== (step.before?.formula ?? null))
        throw new Error(`${step.name} is ${present?.formula}, not ${step.before?.formula}`);
      const after = step.after && { name: step.name, scope: step.scope, ...step.after };
      if (present) return { ...paper, names: paper.names.flatMap((known) => (isIt(known) ? (after ? [after] : []) : [known])) };
      return { ...paper, names: after ? [...paper.names, after] : paper.names };
    }
    case 'setRule': {
      const { rules } = sheetOf(paper, step.sheet);
      const now = new Map(rules);
      eachCell(step.range, (address) => {
        if (step.before !== undefined && !sameRule(rules.get(address) ?? null, step.before))
          throw new Error(`${step.sheet}!${address} permits ${JSON.stringify(rules.get(address))}, not ${JSON.stringify(step.before)}`);
        if (step.after === null) now.delete(address);
        else now.set(address, step.after);
      });
      return { ...paper, sheets: paper.sheets.map((sheet) => (sheet.name === step.sheet ? { ...sheet, rules: now } : sheet)) };
    }
    case 'setVisibility':
      if (sheetOf(paper, step.sheet).visibility !== step.before) throw new Error(`${step.sheet} is not ${step.before}`);
      return { ...paper, sheets: paper.sheets.map((sheet) => (sheet.name === step.sheet ? { ...sheet, visibility: step.after } : sheet)) };
    case 'setHidden': {
      const hidden = new Set(sheetOf(paper, step.sheet).hidden);
      for (let line = step.span.first; line <= step.span.last; line++) {
        if (hidden.has(`${step.axis} ${line}`) !== step.before) throw new Error(`${step.sheet} ${step.axis} ${line} is not as expected`);
        if (step.after) hidden.add(`${step.axis} ${line}`);
        else hidden.delete(`${step.axis} ${line}`);
      }
      return { ...paper, sheets: paper.sheets.map((sheet) => (sheet.name === step.sheet ? { ...sheet, hidden } : sheet)) };
    }
    case 'setNote': {
      const notes = new Map(sheetOf(paper, step.sheet).notes);
      const address = stringifyAddress(step.cell);
      if (!sameNote(notes.get(address) ?? null, step.before))
        throw new Error(`${step.sheet}!${address} has the note ${notes.get(address)?.text}, not ${step.before?.text}`);
      if (step.after === null) notes.delete(address);
      else notes.set(address, step.after);
      return { ...paper, sheets: paper.sheets.map((sheet) => (sheet.name === step.sheet ? { ...sheet, notes } : sheet)) };
    }
    case 'write': {
      const cells = new Map(sheetOf(paper, step.sheet).cells);
      eachCell(step.range, (address, i, j) => {
        const after = step.after[i]![j];
        if (!after) return;
        const present = cells.get(address) ?? NOTHING;
        if (!sameContent(present, step.before[i]![j]!)) {
          throw new Error(`${step.sheet}!${address} holds ${JSON.stringify(present)}, not ${JSON.stringify(step.before[i]![j])}`);
        }
        const content = { ...after, format: after.format ?? present.format };
        if (sameContent(content, NOTHING) && content.format === 'General') cells.delete(address);
        else cells.set(address, content);
      });
      return { ...paper, sheets: paper.sheets.map((sheet) => (sheet.name === step.sheet ? { ...sheet, cells } : sheet)) };
    }
  }
}

/** The cells that head columns which come into a table, or go, hold nothing else. */
function headed(paper: Paper, { kind, sheet, at, heads }: ShiftStep): Paper {
  if (kind === 'delete' || !heads) return paper;
  const cells = new Map(sheetOf(paper, sheet).cells);
  heads.columns.forEach(({ name }, k) =>
    cells.set(stringifyAddress({ row: heads.row, column: at + k }), { formula: null, value: name, format: 'General' }),
  );
  return { ...paper, sheets: paper.sheets.map((each) => (each.name === sheet ? { ...each, cells } : each)) };
}

function unheaded(paper: Paper, { sheet, at }: ShiftStep, { row, columns }: TableHeads): Paper {
  const cells = new Map(sheetOf(paper, sheet).cells);
  columns.forEach(({ name }, k) => {
    const address = stringifyAddress({ row, column: at + k });
    if (cells.get(address)?.value !== name) throw new Error(`${sheet}!${address} does not say ${name}`);
    cells.delete(address);
  });
  return { ...paper, sheets: paper.sheets.map((each) => (each.name === sheet ? { ...each, cells } : each)) };
}

function heldBy(paper: Paper, step: SyncStep): Held {
  if (step.kind === 'deleteSheet') {
    const position = paper.sheets.findIndex((sheet) => sheet.name === step.sheet);
    return { sheet: { position, visibility: paper.sheets[position]!.visibility } };
  }
  if (step.kind === 'write') {
    const { cells } = sheetOf(paper, step.sheet);
    const contents: (CellContent | null)[][] = step.after.map((row) => row.map(() => null));
    eachCell(step.range, (address, i, j) => {
      if (step.after[i]![j]) contents[i]![j] = cells.get(address) ?? NOTHING;
    });
    return { cells: contents };
  }
  if (step.kind === 'setRule') {
    const { firstRow: row, firstColumn: column } = step.range;
    return { rule: sheetOf(paper, step.sheet).rules.get(stringifyAddress({ row, column })) ?? null };
  }
  if (step.kind === 'setNote') return { note: sheetOf(paper, step.sheet).notes?.get(stringifyAddress(step.cell)) ?? null };
  return {};
}

/** Inserts (or deletes, when `count` is negative) lines, or their cells `across` some, with every formula and name of the workbook following as in Excel. */
export function shift(paper: Paper, sheet: string, axis: 'row' | 'column', at: number, count: number, across: Span = EVERYWHERE): Paper {
  const follow = (formula: string, home: string) => shiftReferences(formula, { sheetOfFormula: home, sheet, axis, at, count, across });
  const torn = paper.tables.find(({ sheet: home, range }) => home === sheet && tears(range, axis, at, count, across));
  if (torn) throw new Error(`Excel does not shift a part of the cells of ${torn.name}`);
  const crossed = paper.tables.filter(({ sheet: home, range }) => {
    const [first, last] = axis === 'row' ? [range.firstRow, range.lastRow] : [range.firstColumn, range.lastColumn];
    return home === sheet && across === EVERYWHERE && (count > 0 ? at > first && at <= last : at <= last && at - count > first);
  });
  if (crossed.length > 1) throw new Error('Excel does not shift the cells of several tables');
  const moveRules = (rules: ReadonlyMap<string, EntryRule>): Map<string, EntryRule> => {
    const moved = new Map<string, EntryRule>();
    for (const [address, rule] of rules) {
      const to = isAcross(parseRange(address)!, axis, across) ? shiftAddress(address, axis, at, count) : address;
      if (to !== null) moved.set(to, rule);
      if (to === null || to === address || count < 0) continue;
      // A rule that holds before and behind lines that come in holds in them.
      const { firstRow: row, firstColumn: column } = parseRange(address)!;
      const before = rules.get(stringifyAddress(axis === 'row' ? { row: row - 1, column } : { row, column: column - 1 }));
      if ((axis === 'row' ? row : column) !== at || JSON.stringify(before) !== JSON.stringify(rule)) continue;
      for (let k = 0; k < count; k++)
        moved.set(stringifyAddress(axis === 'row' ? { row: row + k, column } : { row, column: column + k }), rule);
    }
    return moved;
  };
  const moveHidden = (hidden: ReadonlySet<string>): Set<string> =>
    new Set(
      [...hidden].flatMap((key) => {
        const line = Number(key.split(' ')[1]);
        if (!key.startsWith(axis) || across !== EVERYWHERE || line < at) return [key];
        return count < 0 && line < at - count ? [] : [`${axis} ${line + count}`];
      }),
    );
  const moveNotes = (notes: ReadonlyMap<string, NoteContent>): Map<string, NoteContent> =>
    new Map(
      [...notes].flatMap(([address, note]) => {
        const to = isAcross(parseRange(address)!, axis, across) ? shiftAddress(address, axis, at, count) : address;
        return to === null ? [] : [[to, note] as const];
      }),
    );
  return {
    tables: paper.tables.map((table) =>
      table.sheet === sheet && isAcross(table.range, axis, across) ? { ...table, range: shiftTable(table.range, axis, at, count) } : table,
    ),
    sheets: paper.sheets.map((each) => ({
      ...each,
      rules: each.name === sheet ? moveRules(each.rules) : each.rules,
      ...(each.hidden && { hidden: each.name === sheet ? moveHidden(each.hidden) : each.hidden }),
      ...(each.notes && { notes: each.name === sheet ? moveNotes(each.notes) : each.notes }),
      cells: new Map(
        [...each.cells].flatMap(([address, content]) => {
          const moved =
            each.name === sheet && isAcross(parseRange(address)!, axis, across) ? shiftAddress(address, axis, at, count) : address;
          return moved === null ? [] : [[moved, { ...content, formula: content.formula && follow(content.formula, each.name) }] as const];
        }),
      ),
    })),
    names: paper.names.map((name) => ({ ...name, formula: follow(name.formula, name.scope ?? '') })),
  };
}

/**
 * Cuts whole lines and pastes them over blank ones, every formula and name following as in Excel; throws where it is not known for certain
 * what Excel would make of a formula.
 */
function cutAndPaste(paper: Paper, { axis, sheet, at, count, to }: Extract<SyncStep, { kind: 'move' }>): Paper {
  if (to < at + count && at < to + count) throw new Error(`${sheet} ${at} would be pasted over itself`);
  const lineOf = (address: string): number => parseRange(address)![axis === 'row' ? 'firstRow' : 'firstColumn'];
  const isIn = (first: number, line: number): boolean => line >= first && line < first + count;
  const follow = (formula: string, home: string): string =>
    cutReferences(formula, {
      sheetOfFormula: home,
      sheet,
      axis,
      at,
      count,
      to,
      doubt: () => {
        throw new Error(`What Excel makes of ${formula} on ${home} is not certain`);
      },
    });
  const { cells } = sheetOf(paper, sheet);
  if ([...cells.keys()].some((address) => isIn(to, lineOf(address)))) throw new Error(`${sheet} ${to} is not blank`);
  const span = axis === 'row' ? (['firstRow', 'lastRow'] as const) : (['firstColumn', 'lastColumn'] as const);
  const torn = paper.tables.find(({ sheet: home, range }) => home === sheet && range[span[0]] < at + count && range[span[1]] >= at);
  if (torn) throw new Error(`Excel does not cut a part of ${torn.name}`);
  const moved = (address: string): string => {
    const { firstRow: row, firstColumn: column } = parseRange(address)!;
    const place = { row, column };
    return isIn(at, place[axis]) ? stringifyAddress({ ...place, [axis]: place[axis] + to - at }) : address;
  };
  return {
    tables: paper.tables,
    sheets: paper.sheets.map((each) => ({
      ...each,
      rules: each.name === sheet ? new Map([...each.rules].map(([address, rule]) => [moved(address), rule])) : each.rules,
      ...(each.notes && {
        notes: each.name === sheet ? new Map([...each.notes].map(([address, note]) => [moved(address), note])) : each.notes,
      }),
      cells: new Map(
        [...each.cells].map(([address, content]) => [
          each.name === sheet ? moved(address) : address,
          { ...content, formula: content.formula && follow(content.formula, each.name) },
        ]),
      ),
    })),
    names: paper.names.map((name) => ({ ...name, formula: follow(name.formula, name.scope ?? '') })),
  };
}

/** More lines than any sheet has. */
const EVERYWHERE: Span = { first: 1, last: 2_000_000 };

function isAcross(range: CellRange, axis: 'row' | 'column', { first, last }: Span): boolean {
  const [from, to] = axis === 'row' ? [range.firstColumn, range.lastColumn] : [range.firstRow, range.lastRow];
  return from >= first && to <= last;
}

/** Cells in only some lines take no part of a table with them; all of it stands among those that move, or none. */
function tears(range: CellRange, axis: 'row' | 'column', at: number, count: number, across: Span): boolean {
  if (across === EVERYWHERE) return false;
  const [first, last, from, to] =
    axis === 'row'
      ? [range.firstRow, range.lastRow, range.firstColumn, range.lastColumn]
      : [range.firstColumn, range.lastColumn, range.firstRow, range.lastRow];
  const touched = last >= at && to >= across.first && from <= across.last;
  return touched && (first < (count < 0 ? at - count : at) || !isAcross(range, axis, across));
}

/** A table grows and shrinks with lines inside of it; its header and one data row stay. */
function shiftTable(range: CellRange, axis: 'row' | 'column', at: number, count: number): CellRange {
  const [first, last] = axis === 'row' ? [range.firstRow, range.lastRow] : [range.firstColumn, range.lastColumn];
  const move = (line: number) => (line < at ? line : count < 0 && line < at - count ? at : line + count);
  const start = move(first);
  const end = count < 0 && last >= at && last < at - count ? at - 1 : move(last);
  if ((count < 0 && first >= at && first < at - count) || end - start < 1) throw new Error('a table would lose its header or all its rows');
  return axis === 'row' ? { ...range, firstRow: start, lastRow: end } : { ...range, firstColumn: start, lastColumn: end };
}

function meet(a: CellRange, b: CellRange): boolean {
  return a.firstRow <= b.lastRow && b.firstRow <= a.lastRow && a.firstColumn <= b.lastColumn && b.firstColumn <= a.lastColumn;
}

function shiftAddress(address: string, axis: 'row' | 'column', at: number, count: number): string | null {
  const { firstRow: row, firstColumn: column } = parseRange(address)!;
  const line = axis === 'row' ? row : column;
  if (line < at) return address;
  if (count < 0 && line < at - count) return null;
  return stringifyAddress(axis === 'row' ? { row: row + count, column } : { row, column: column + count });
}

function sheetOf(paper: Paper, name: string): PaperSheet {
  const sheet = paper.sheets.find((each) => each.name === name);
  if (!sheet) throw new Error(`no sheet ${name}`);
  return sheet;
}

function eachCell(range: CellRange, visit: (address: string, i: number, j: number) => void): void {
  for (let row = range.firstRow; row <= range.lastRow; row++) {
    for (let column = range.firstColumn; column <= range.lastColumn; column++) {
      visit(stringifyAddress({ row, column }), row - range.firstRow, column - range.firstColumn);
    }
  }
}

function order(address: string): number {
  const { firstRow, firstColumn } = parseRange(address)!;
  return firstRow * 20_000 + firstColumn;
}
