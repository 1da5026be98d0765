import { shiftedAddress, shiftedRange } from '../../core/sync/shiftedAddress';
import { invertStep, type Held } from '../../core/sync/invertStep';
import { sameName } from '../../core/sync/sameName';
import type { MoveStep, NameContent, ShiftStep, SyncStep } from '../../core/sync/SyncPlan';
import { covers, stringifyRange, type CellRange } from '../../core/workbook/Address';
import { AREA, areaOf } from './areaOf';
import type { Around, Changed, Structural } from './Around';
import { asWritten, contentsMet, loadContents, writeAgain } from './contentsMet';
import { findFilled } from './findFilled';
import { blankParts, findBesidesHeads, headsRange, headTexts, otherHead } from './headedColumns';
import { OfficeProblem } from './OfficeProblem';
import { rangeOf } from './rangeOf';
import { visibilityOf } from './readRanges';
import { sendStep } from './sendStep';
import { isHiddenAs, setHidden, setVisibility } from './setHidden';
import { isNoteOf, setNote } from './setNote';
import { isRuleOf, setRule } from './setRule';
import { isCalled, renameTable } from './renameTable';
import type { Requests } from './Requests';

type StepOf<Kind extends SyncStep['kind']> = Extract<SyncStep, { kind: Kind }>;

/** Runs one step, done once only. Throws an OfficeProblem. */
export async function changeStructure(requests: Requests, step: Structural, around: Around): Promise<Changed> {
  switch (step.kind) {
    case 'addSheet':
      return addSheet(requests, step, around);
    case 'deleteSheet':
      return deleteSheet(requests, step, around);
    case 'insert':
    case 'delete':
      return shiftCells(requests, step, around);
    case 'move':
      return moveLines(requests, step, around);
    case 'resizeTable':
      return resizeTable(requests, step, around);
    case 'renameTable':
      return renameTable(requests, step, around);
    case 'setName':
      return setName(requests, step, around);
    case 'setRule':
      return setRule(requests, step, around);
    case 'setHidden':
      return setHidden(requests, step, around);
    case 'setVisibility':
      return setVisibility(requests, step, around);
    case 'setNote':
      return setNote(requests, step, around);
  }
}

async function addSheet(requests: Requests, step: StepOf<'addSheet'>, around: Around): Promise<Changed> {
  if (await hasSheet(requests, step.sheet)) return leave(step.sheet, '', 'A sheet of this name is already there.');
  return sendStep(requests, inverseOf(step), around, ({ workbook }) => {
    const sheet = workbook.worksheets.add(step.sheet);
    sheet.position = step.position;
    if (step.visibility !== 'visible') sheet.visibility = step.visibility === 'hidden' ? 'Hidden' : 'VeryHidden';
  });
}

async function deleteSheet(requests: Requests, step: StepOf<'deleteSheet'>, around: Around): Promise<Changed> {
  if (!(await hasSheet(requests, step.sheet))) return leave(step.sheet, '', 'The sheet is no longer there.');
  const { filled } = await findFilled(requests, step.sheet, null);
  if (filled !== null) return leave(step.sheet, filled, 'The sheet holds cells that were not written by the sync, so it stays.');
  const sheet = await requests.send(({ workbook }) => workbook.worksheets.getItem(step.sheet).load('position,visibility'));
  const held: Held = { sheet: { position: sheet.position, visibility: visibilityOf(sheet.visibility) } };
  return sendStep(requests, inverseOf(step, held), around, ({ workbook }) => workbook.worksheets.getItem(step.sheet).delete());
}

async function shiftCells(requests: Requests, step: ShiftStep, around: Around): Promise<Changed> {
  const { axis, across } = step;
  const address = shiftedAddress(step);
  let cells = 0;
  if (step.kind === 'delete') {
    const found = await findBesidesHeads(requests, step, around.inDoubt);
    cells = found.cells;
    const what = across ? 'One of the cells that were to go' : `The ${axis}`;
    if (found.filled !== null) return leave(step.sheet, found.filled, `${what} holds something that was not there before, so it stays.`);
  }
  let met: Excel.Range[] = [];
  const sent = sendStep(requests, inverseOf(step), around, (context) => {
    const { workbook } = context;
    const lines = workbook.worksheets.getItem(step.sheet).getRange(address);
    if (step.kind === 'insert') {
      lines.insert(axis === 'row' ? 'Down' : 'Right');
      // Excel fills a table's calculated columns by itself; the plan counts on blank rows and writes what official has.
      if (axis === 'row') workbook.worksheets.getItem(step.sheet).getRange(address).clear('Contents');
      // Columns that come into a table Excel heads in its own language.
      if (step.heads) rangeOf(context, step.sheet, headsRange(step.heads, step.at)).formulas = headTexts(step.heads);
    } else {
      met = blankParts(step).flatMap((part) => loadContents(context, step.sheet, part, cells));
      lines.delete(axis === 'row' ? 'Up' : 'Left');
    }
  });
  const changed = await (across ? sent.catch((error: unknown) => Promise.reject(inTheWay(error, step))) : sent);
  const filled = contentsMet(met);
  if (filled[0] === undefined) return changed;
  for (const one of filled) around.met(asWritten(step.sheet, one));
  await requests.send((context) => {
    const worksheet = context.workbook.worksheets.getItem(step.sheet);
    worksheet.getRange(address).insert(axis === 'row' ? 'Down' : 'Right');
    if (step.heads) rangeOf(context, step.sheet, headsRange(step.heads, step.at)).formulas = headTexts(step.heads);
    writeAgain(context, step.sheet, filled);
    around.again(context);
  });
  return leave(step.sheet, stringifyRange(filled[0].range), `Somebody wrote here in the very moment, so the ${axis} stays.`);
}

/** Steps that follow count on the lines standing elsewhere: what keeps them from moving stops the whole run, which is then taken back. */
async function moveLines(requests: Requests, step: MoveStep, around: Around): Promise<Changed> {
  const { sheet, axis, at, count, to } = step;
  const blank: ShiftStep = { kind: 'insert', axis, sheet, at: to, count };
  const [from, into] = [shiftedAddress({ ...blank, at }), shiftedAddress(blank)];
  const { filled, cells } = await findFilled(requests, sheet, into);
  if (filled !== null) throw notBlank(step, filled);
  let met: Excel.Range[] = [];
  const changed = await sendStep(requests, inverseOf(step), around, (context) => {
    const worksheet = context.workbook.worksheets.getItem(sheet);
    met = loadContents(context, sheet, shiftedRange(blank), cells);
    worksheet.getRange(from).moveTo(worksheet.getRange(into));
  });
  const written = contentsMet(met);
  if (written[0] === undefined) return changed;
  for (const one of written) around.met(asWritten(sheet, one));
  await requests.send((context) => {
    const worksheet = context.workbook.worksheets.getItem(sheet);
    worksheet.getRange(into).moveTo(worksheet.getRange(from));
    writeAgain(context, sheet, written);
    around.again(context);
  });
  throw notBlank(step, stringifyRange(written[0].range));
}

function notBlank({ sheet, axis, at, count }: MoveStep, address: string): OfficeProblem {
  const lines = shiftedAddress({ kind: 'insert', axis, sheet, at, count });
  const message = `${sheet}!${address} was blank and no longer is, so the ${axis}s ${lines} cannot be moved there. Compare again.`;
  return new OfficeProblem({ code: 'in-the-way', message }, 'InvalidOperation');
}

/** Codes by which Excel refuses to move cells; it does not say what is in their way. */
const REFUSES_TO_MOVE: ReadonlySet<string> = new Set([
  'InvalidOperation',
  'InvalidArgument',
  'InsertDeleteConflict',
  'NonBlankCellOffSheet',
  'MergedRangeConflict',
  'GeneralException',
]);

function inTheWay(error: unknown, step: ShiftStep): unknown {
  if (!(error instanceof OfficeProblem) || !REFUSES_TO_MOVE.has(error.office)) return error;
  const message =
    `Excel did not ${step.kind} the cells ${shiftedAddress(step)} on ${step.sheet}: a table, merged cells, an array formula ` +
    'or the edge of the sheet is in the way of the cells that would move. Clear the way, or sync without this difference.';
  return new OfficeProblem({ code: 'in-the-way', message }, error.office);
}

async function resizeTable(requests: Requests, step: StepOf<'resizeTable'>, around: Around): Promise<Changed> {
  const { sheet, table, before, after } = step;
  const held = await readTable(requests, step);
  if (held === null) return leave(sheet, table, 'The table is no longer there.');
  // Excel may let a table take in by itself what is written beside it, so that columns are given back in any case.
  if (sameRange(held, after)) return { inverse: step.columns ? inverseOf(step) : { ...step, before: after }, skipped: null };
  if (!sameRange(held, before) && !(step.columns && covers(held, before) && covers(after, held))) {
    if (step.columns) throw notAsItWas(step);
    return leave(sheet, stringifyRange(held), `The table ${table} no longer covers the cells that it covered, so it was left as it is.`);
  }
  if (step.columns && after.lastColumn > before.lastColumn) {
    const heads = { table, row: after.firstRow, columns: step.columns };
    const other = await otherHead(requests, sheet, headsRange(heads, before.lastColumn + 1), heads);
    if (other !== null) throw notHeaded(step, other);
  }
  const added = belowOf(before, after);
  const filled = added && (await findFilled(requests, sheet, stringifyRange(added))).filled;
  if (filled) return leave(sheet, filled, `The table ${table} cannot take this cell in: it was blank and no longer is.`);
  return sendStep(requests, inverseOf(step), around, ({ workbook }) => {
    const worksheet = workbook.worksheets.getItem(sheet);
    worksheet.tables.getItem(table).resize(worksheet.getRange(stringifyRange(after)));
    // As with inserted rows, Excel fills calculated columns by itself.
    if (added) worksheet.getRange(stringifyRange(added)).clear('Contents');
  });
}

/** Cells that head columns must not be emptied while these are in a table. */
function notAsItWas({ sheet, table, before }: StepOf<'resizeTable'>): OfficeProblem {
  const again = `Let it cover ${stringifyRange(before)} again under Table Design, Resize Table, then try once more.`;
  const message = `The table ${table} on ${sheet} no longer covers the cells that it covered. ${again}`;
  return new OfficeProblem({ code: 'in-the-way', message }, 'InvalidOperation');
}

/** Later steps name the columns that were to come in. */
function notHeaded({ sheet, table }: StepOf<'resizeTable'>, address: string): OfficeProblem {
  const message = `${sheet}!${address} no longer says what the table ${table} was to call its new column. Compare again.`;
  return new OfficeProblem({ code: 'in-the-way', message }, 'InvalidOperation');
}

/** What a table covers now; null when its sheet does not have it. */
async function readTable(requests: Requests, { sheet, table }: StepOf<'resizeTable'>): Promise<CellRange | null> {
  const found = await requests.send(({ workbook }) => workbook.worksheets.getItem(sheet).tables.getItemOrNullObject(table).load('name'));
  if (found.isNullObject) return null;
  const range = await requests.send(({ workbook }) => workbook.worksheets.getItem(sheet).tables.getItem(table).getRange().load(AREA));
  return areaOf(range);
}

/** The rows by which a range grows; null when it does not. */
function belowOf(before: CellRange, after: CellRange): CellRange | null {
  return after.lastRow > before.lastRow ? { ...after, firstRow: before.lastRow + 1 } : null;
}

function sameRange(a: CellRange, b: CellRange): boolean {
  return stringifyRange(a) === stringifyRange(b);
}

async function setName(requests: Requests, step: StepOf<'setName'>, around: Around): Promise<Changed> {
  const held = await readName(requests, step);
  if (held !== null && isSame(held, step.after)) return { inverse: { ...step, before: held, after: held }, skipped: null };
  // One that stands for the same already may have been written in part.
  if (!sameName(held, step.before) && !(held !== null && sameName(held, step.after))) {
    return leave(
      step.scope ?? '',
      step.name,
      'The name no longer stands for what it stood for when the workbooks were compared, so it was left as it is.',
    );
  }
  const { after } = step;
  return sendStep(requests, { ...step, before: after, after: held }, around, (context) => {
    const names = namesOf(context, step.scope);
    if (after === null) {
      names.getItem(step.name).delete();
      return;
    }
    const item = held === null ? names.add(step.name, `=${after.formula}`, after.comment) : names.getItem(step.name);
    if (held !== null && held.formula !== after.formula) item.formula = `=${after.formula}`;
    if (held !== null && held.comment !== after.comment) item.comment = after.comment;
    if ((held?.hidden ?? false) !== after.hidden) item.visible = !after.hidden;
  });
}

function isSame(a: NameContent | null, b: NameContent | null): boolean {
  return sameName(a, b) && a?.comment === b?.comment && a?.hidden === b?.hidden;
}

async function readName(requests: Requests, { name, scope }: StepOf<'setName'>): Promise<NameContent | null> {
  const item = await requests.send((context) => namesOf(context, scope).getItemOrNullObject(name).load('formula,visible,comment'));
  return item.isNullObject ? null : { formula: String(item.formula).replace(/^=/, ''), comment: item.comment, hidden: !item.visible };
}

function namesOf({ workbook }: Excel.RequestContext, scope: string | null): Excel.NamedItemCollection {
  return scope === null ? workbook.names : workbook.worksheets.getItem(scope).names;
}

async function hasSheet(requests: Requests, name: string): Promise<boolean> {
  const sheet = await requests.send(({ workbook }) => workbook.worksheets.getItemOrNullObject(name).load('name'));
  return !sheet.isNullObject;
}

function inverseOf(step: Structural, held: Held = {}): Structural {
  return invertStep(step, held) as Structural;
}

function leave(sheet: string, address: string, reason: string): Changed {
  return { inverse: null, skipped: { sheet, address, reason } };
}

/**
 * Whether what `inverse` takes back, sheets, tables and names, is as it was before. Throws an OfficeProblem.
 */
export async function isTakenBack(requests: Requests, inverse: Exclude<Structural, ShiftStep | MoveStep>): Promise<boolean> {
  switch (inverse.kind) {
    case 'addSheet':
      return hasSheet(requests, inverse.sheet);
    case 'deleteSheet':
      return !(await hasSheet(requests, inverse.sheet));
    case 'resizeTable': {
      const now = await readTable(requests, inverse);
      return now !== null && sameRange(now, inverse.after);
    }
    case 'renameTable':
      return isCalled(requests, inverse);
    case 'setName':
      return isSame(await readName(requests, inverse), inverse.after);
    case 'setRule':
      return isRuleOf(requests, inverse, inverse.after);
    case 'setHidden':
    case 'setVisibility':
      return isHiddenAs(requests, inverse);
    case 'setNote':
      return isNoteOf(requests, inverse, inverse.after);
  }
}
