/** Longer than most files here because each kind of step is one method, which looks whether all is as expected, does it and says how it is taken back. */
import type { SkippedCell } from '../../../app/ports/WorkbookHost';
import { sameContent } from '../../../core/sync/cellContent';
import { invertStep, type Held } from '../../../core/sync/invertStep';
import { shiftedAddress } from '../../../core/sync/shiftedAddress';
import { sameRule } from '../../../core/sync/sameRule';
import { sameNote } from '../../../core/sync/sameNote';
import { sameName } from '../../../core/sync/sameName';
import { whyNotWrite } from '../../../core/sync/SheetObjects';
import type { CellContent, MoveStep, ShiftStep, SyncStep, WriteStep } from '../../../core/sync/SyncPlan';
import { stringifyAddress, stringifyRange } from '../../../core/workbook/Address';
import type { PackageEdit } from '../editWorkbook';
import type { EditBook, SheetEntry } from './EditBook';
import type { CellEdit } from './CellEdit';
import { calculatedColumns } from './calculatedColumns';
import { editCells } from './editCells';
import { heldHidden } from './editHidden';
import { heldNote } from './editNotes';
import { heldRule } from './editRules';
import type { EditSheet } from './EditSheet';
import { attribute } from './editXml';
import { filledBesidesHeads, headingEdits, NewColumns, whyNotResize } from './headedColumns';
import { HeldCells } from './HeldCells';
import { LinesInTurn } from './LinesInTurn';
import { sheetTables } from './sheetTables';
import { whyNotShift } from './whyNotShift';

const OTHER_RULE = 'These cells no longer permit what they permitted when the plan was made, so their rule was left as it is.';
const OTHER_NOTE = 'Its note no longer says what it said when the plan was made, so it was left as it is.';
const OTHER_HIDDEN = 'It is no longer shown or hidden as when the plan was made, so it was left as it is.';
const CHANGED = 'The cell no longer holds what it held when the plan was made, so it was left as it is.';

type StepOf<Kind extends SyncStep['kind']> = Extract<SyncStep, { kind: Kind }>;

/** Thrown when lines cannot be put in, taken out or moved: later steps count on where they would stand. */
export class InTheWay extends Error {}

/**
 * Runs the steps of a plan, or of its inverse, in an open package. Whatever is not as a step expects it is left alone and listed; lines that
 * cannot move throw `InTheWay`.
 */
export class PackageSteps {
  readonly skipped: SkippedCell[] = [];
  /** The steps that take back what was done, the last one first. */
  readonly inverse: SyncStep[] = [];
  cells = 0;
  readonly #book: EditBook;
  readonly #held: HeldCells;
  readonly #lines: LinesInTurn;
  readonly #new = new NewColumns();
  readonly #edit: (edit: PackageEdit) => void;
  readonly #overwrite: boolean;
  #pending: { readonly entry: SheetEntry; readonly sheet: EditSheet; readonly keys: Set<number>; readonly cells: CellEdit[] } | null = null;

  /** `edit` makes one edit in the package; with `overwrite`, cells, names, notes and what cells permit are written whatever they hold. */
  constructor(book: EditBook, edit: (edit: PackageEdit) => void, overwrite = false) {
    this.#overwrite = overwrite;
    this.#book = book;
    this.#edit = edit;
    this.#held = new HeldCells(book);
    this.#lines = new LinesInTurn(book, this.#held);
  }

  /** Runs all of them; nothing is written where nothing differs. */
  run(steps: readonly SyncStep[]): void {
    for (const step of steps) {
      const sheet = sheetOf(step);
      const isThere = sheet === null || step.kind === 'addSheet' || this.#find(sheet) !== undefined;
      if (!isThere) this.#skip(sheet, '', 'The sheet is no longer there.');
      else if (isShift(step)) this.#shiftLines(step);
      else {
        this.#finishLines();
        if (step.kind === 'write') this.#write(step);
        else {
          this.#flush();
          this.#change(step);
        }
      }
    }
    this.#flush();
    this.#finishLines();
    this.#new.fill(this.#book, this.#held);
  }

  #write(step: WriteStep): void {
    const entry = this.#book.entry(step.sheet);
    const sheet = this.#book.sheet(entry);
    if (!sheet) return this.#skip(step.sheet, '', 'The sheet has no cells.');
    const pending = this.#pending;
    if (pending && (pending.entry.path !== entry.path || cellsOf(step).some((key) => pending.keys.has(key)))) this.#flush();
    const edits: CellEdit[] = [];
    const held: (CellContent | null)[][] = [];
    const after = step.after.map((line, i) => {
      held[i] = [];
      return line.map((content, j) => {
        held[i]![j] = null;
        if (!content) return null;
        const at = { row: step.range.firstRow + i, column: step.range.firstColumn + j };
        const now = this.#held.content(entry, sheet, at.row, at.column);
        const same = sameContent(now, content);
        const formatted = content.format === null || content.format === now.format;
        if (same && formatted) return null;
        const before = step.before[i]?.[j];
        const isExpected = same || this.#overwrite || (before && sameContent(now, before));
        const reason = isExpected ? whyNotWrite(this.#held.objects(entry, sheet), at) : CHANGED;
        if (reason !== null) return this.#skip(step.sheet, stringifyAddress(at), reason);
        edits.push(same ? { kind: 'format', ...at, format: content.format! } : { kind: 'content', ...at, ...content });
        held[i]![j] = now;
        return content;
      });
    });
    if (edits.length === 0) return;
    this.#pending ??= { entry, sheet, keys: new Set(), cells: [] };
    for (const key of cellsOf(step)) this.#pending.keys.add(key);
    for (const edit of edits) this.#pending.cells.push(edit);
    this.cells += step.aside ? 0 : edits.length;
    this.inverse.unshift(invertStep({ ...step, after }, { cells: held }));
  }

  #flush(): void {
    if (this.#pending === null) return;
    const { entry, sheet, cells } = this.#pending;
    const follow = calculatedColumns(this.#book, entry, sheet, cells, this.#held);
    editCells(this.#book, entry, sheet, cells);
    follow();
    this.#pending = null;
  }

  /** So that the cells are gone through once for all lines that come and go in steps that follow each other. */
  #finishLines(): void {
    if (this.#lines.finish()) this.#held.forget();
  }

  #change(step: Exclude<SyncStep, WriteStep | ShiftStep>): void {
    switch (step.kind) {
      case 'move':
        return this.#moveLines(step);
      case 'resizeTable':
        return this.#resize(step);
      case 'renameTable':
        return this.#renameTable(step);
      case 'setName':
        return this.#setName(step);
      case 'setRule':
        return this.#setRule(step);
      case 'setHidden':
        return this.#setHidden(step);
      case 'setVisibility':
        return this.#setVisibility(step);
      case 'setNote':
        return this.#setNote(step);
      case 'addSheet':
        if (this.#find(step.sheet)) return this.#skip(step.sheet, '', 'A sheet of this name is already there.');
        return this.#done(step, step);
      case 'deleteSheet':
        return this.#deleteSheet(step);
    }
  }

  #shiftLines(step: ShiftStep): void {
    this.#flush();
    const entry = this.#book.entry(step.sheet);
    const joins = this.#lines.takes(entry, step);
    if (!joins) this.#finishLines();
    const sheet = this.#book.sheet(entry);
    if (!sheet) return this.#skip(step.sheet, '', 'The sheet has no cells.');
    const { blank, reason } = whyNotShift(this.#book, entry, this.#lines.objects(entry, sheet), step);
    const { heads } = step;
    const filled =
      blank &&
      (heads
        ? filledBesidesHeads(this.#held, entry, sheet, step, heads)
        : step.across
          ? this.#held.firstFilled(entry, sheet, blank)
          : this.#lines.firstFilled(entry, sheet, step));
    if (filled !== null) {
      const what = step.across ? 'One of the cells that were to go' : `The ${step.axis}`;
      return this.#skip(step.sheet, filled, `${what} holds something that was not there before, so it stays.`);
    }
    if (reason !== null) throw new InTheWay(`${step.sheet}: ${reason}`);
    if (!joins) {
      this.#done(step, step);
      if (heads && step.kind === 'insert') {
        this.#edit({ kind: 'cells', sheet: step.sheet, cells: headingEdits(heads, step.at) });
        this.#new.add(step.sheet, heads.table, heads.columns);
      }
      return;
    }
    this.#lines.add(entry, sheet, step);
    this.inverse.unshift(invertStep(step, {}));
  }

  #moveLines(step: MoveStep): void {
    const entry = this.#book.entry(step.sheet);
    const sheet = this.#book.sheet(entry);
    if (!sheet) return this.#skip(step.sheet, '', 'The sheet has no cells.');
    const { blank, reason } = whyNotShift(this.#book, entry, this.#held.objects(entry, sheet), step);
    const filled = blank && this.#held.firstFilled(entry, sheet, blank);
    if (filled !== null) throw new InTheWay(`${step.sheet}!${filled} was blank and no longer is, so nothing can be moved there.`);
    if (reason !== null) throw new InTheWay(`${step.sheet}: ${reason}`);
    this.#done(step, { ...step, kind: 'cut' });
  }

  #resize(step: StepOf<'resizeTable'>): void {
    const { sheet: name, table, before, after, columns } = step;
    const entry = this.#book.entry(name);
    const sheet = this.#book.sheet(entry);
    if (!sheet) return this.#skip(name, table, 'The table is no longer there.');
    const obstacle = whyNotResize(this.#book, this.#held, entry, sheet, step);
    if (obstacle === 'done') return;
    if (obstacle?.stops) throw new InTheWay(`${name}!${obstacle.address}: ${obstacle.reason}`);
    if (obstacle) return this.#skip(name, obstacle.address, obstacle.reason);
    this.#done(step, {
      kind: 'resizeTable',
      sheet: name,
      table,
      range: after,
      ...(columns && { columns: columns.map((each) => each.name) }),
    });
    if (columns && after.lastColumn > before.lastColumn) this.#new.add(name, table, columns);
  }

  #renameTable(step: StepOf<'renameTable'>): void {
    const { sheet, before, after } = step;
    const tables = this.#book.sheets.flatMap((entry) => sheetTables(this.#book, entry).map(({ name }) => ({ name, entry })));
    const find = (wanted: string) => tables.find(({ name }) => name.toLowerCase() === wanted.toLowerCase());
    const table = find(before);
    if (find(after)?.entry.name === sheet && !table) return;
    if (table?.entry.name !== sheet) return this.#skip(sheet, before, `The table ${before} is no longer there.`);
    const taken =
      find(after) !== undefined || this.#book.names.some((name) => attribute(name, 'name')?.toLowerCase() === after.toLowerCase());
    if (taken) return this.#skip(sheet, before, `Another table or name is called ${after} by now, so the table ${before} keeps its name.`);
    this.#done(step, { kind: 'renameTable', sheet, table: table.name, name: after });
  }

  #setName(step: StepOf<'setName'>): void {
    const held = this.#held.name(step.name, step.scope);
    if (sameName(held, step.after)) return;
    if (!this.#overwrite && !sameName(held, step.before)) {
      const reason = 'The name no longer stands for what it stood for when the plan was made, so it was left as it is.';
      return this.#skip(step.scope ?? '', step.name, reason);
    }
    this.#done({ ...step, before: held }, { kind: 'setName', name: step.name, scope: step.scope, after: step.after });
  }

  #setRule(step: StepOf<'setRule'>): void {
    const sheet = this.#book.sheet(this.#book.entry(step.sheet));
    if (!sheet) return this.#skip(step.sheet, '', 'The sheet has no cells.');
    const held = heldRule(sheet, step.range);
    if (held !== undefined && sameRule(held, step.after)) {
      // Where the lines come or go, an undo may find another rule here.
      if (step.before === undefined) this.inverse.unshift(invertStep(step, { rule: held }));
      return;
    }
    // Several rules could not be brought back by an undo, so that they stay whatever is wanted.
    const isExpected = step.before === undefined || (held !== undefined && (this.#overwrite || sameRule(held, step.before)));
    if (!isExpected) return this.#skip(step.sheet, stringifyRange(step.range), OTHER_RULE);
    this.#done(step, { kind: 'setRule', sheet: step.sheet, range: step.range, after: step.after }, { rule: held ?? null });
  }

  #setHidden(step: StepOf<'setHidden'>): void {
    const { sheet: name, axis, span, before, after } = step;
    const sheet = this.#book.sheet(this.#book.entry(name));
    if (!sheet) return this.#skip(name, '', 'The sheet has no cells.');
    const held = heldHidden(sheet, axis, span);
    if (held === after) return;
    const lines = shiftedAddress({ kind: 'insert', axis, sheet: name, at: span.first, count: span.last - span.first + 1 });
    if (held !== before) return this.#skip(name, lines, OTHER_HIDDEN);
    this.#done(step, { kind: 'setHidden', sheet: name, axis, span, hidden: after });
  }

  #setVisibility(step: StepOf<'setVisibility'>): void {
    const entry = this.#book.entry(step.sheet);
    const state = (each: SheetEntry) => attribute(each.element, 'state') ?? 'visible';
    if (state(entry) === step.after) return;
    if (state(entry) !== step.before) return this.#skip(step.sheet, '', OTHER_HIDDEN);
    if (step.after !== 'visible' && !this.#book.sheets.some((each) => each.path !== entry.path && state(each) === 'visible'))
      return this.#skip(step.sheet, '', 'A workbook needs one sheet that shows, so it is not hidden.');
    this.#done(step, { kind: 'setVisibility', sheet: step.sheet, visibility: step.after });
  }

  #setNote(step: StepOf<'setNote'>): void {
    const entry = this.#book.entry(step.sheet);
    if (!this.#book.sheet(entry)) return this.#skip(step.sheet, '', 'The sheet has no cells.');
    const { note, reason } = heldNote(this.#book, entry, step.cell);
    if (sameNote(note, step.after)) return;
    const left = reason ?? (this.#overwrite || sameNote(note, step.before) ? null : OTHER_NOTE);
    if (left !== null) return this.#skip(step.sheet, stringifyAddress(step.cell), left);
    this.#done(step, { kind: 'setNote', sheet: step.sheet, cell: step.cell, after: step.after }, { note });
  }

  #deleteSheet(step: StepOf<'deleteSheet'>): void {
    const { sheets } = this.#book;
    const entry = this.#book.entry(step.sheet);
    const sheet = this.#book.sheet(entry);
    const filled = sheet && this.#held.firstFilled(entry, sheet, { firstRow: 1, lastRow: Infinity, firstColumn: 1, lastColumn: Infinity });
    if (filled !== null) return this.#skip(step.sheet, filled, 'The sheet holds cells that were not written by the sync, so it stays.');
    const state = (each: SheetEntry) => attribute(each.element, 'state') ?? 'visible';
    const left = sheets.filter((each) => each.path !== entry.path);
    if (!left.some((each) => state(each) === 'visible')) {
      return this.#skip(step.sheet, '', 'A workbook needs one sheet that shows, so it stays.');
    }
    const visibility = state(entry) as 'visible' | 'hidden' | 'veryHidden';
    this.#done(step, step, { sheet: { position: sheets.findIndex((each) => each.path === entry.path), visibility } });
  }

  #done(step: SyncStep, edit: PackageEdit, held: Held = {}): void {
    this.#edit(edit);
    this.#held.forget();
    this.inverse.unshift(invertStep(step, held));
  }

  #find(name: string): SheetEntry | undefined {
    return this.#book.sheets.find((sheet) => sheet.name.toLowerCase() === name.toLowerCase());
  }

  #skip(sheet: string | null, address: string, reason: string): null & void {
    this.skipped.push({ sheet: sheet ?? '', address, reason });
    return null as null & void;
  }
}

function isShift(step: SyncStep): step is ShiftStep {
  return step.kind === 'insert' || step.kind === 'delete';
}

function sheetOf(step: SyncStep): string | null {
  return 'sheet' in step ? step.sheet : step.scope;
}

/** One number for each cell that a step writes. */
function cellsOf({ range, after }: WriteStep): number[] {
  return after.flatMap((line, i) => line.flatMap((content, j) => (content ? [(range.firstRow + i) * 16_385 + range.firstColumn + j] : [])));
}
