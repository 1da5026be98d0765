import { shiftedAddress } from '../../core/sync/shiftedAddress';
import { BLANK, sameContent } from '../../core/sync/cellContent';
import { invertStep, type Held } from '../../core/sync/invertStep';
import { sameName } from '../../core/sync/sameName';
import type { CellContent, MoveStep, NameContent, ShiftStep, SyncStep, WriteStep } from '../../core/sync/SyncPlan';
import { parseRange, stringifyAddress, stringifyRange, type CellRange } from '../../core/workbook/Address';
import type { Around, Changed, Structural } from './Around';
import { OfficeProblem } from './OfficeProblem';
import { CELLS_AN_ANSWER, readBlocks, visibilityOf } from './readRanges';
import { sendStep } from './sendStep';
import { isRuleOf, setRule } from './setRule';
import { splitRange } from './splitRange';
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
    case 'setName':
      return setName(requests, step, around);
    case 'setRule':
      return setRule(requests, step, around);
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
  const filled = await findFilled(requests, step.sheet, null);
  if (filled !== null) return leave(step.sheet, filled, 'The sheet holds cells that were not written by the sync, so it stays.');
  const sheet = await requests.send(({ workbook }) => workbook.worksheets.getItem(step.sheet).load('position,visibility'));
  const held: Held = { sheet: { position: sheet.position, visibility: visibilityOf(sheet.visibility) } };
  return sendStep(requests, inverseOf(step, held), around, ({ workbook }) => workbook.worksheets.getItem(step.sheet).delete());
}

async function shiftCells(requests: Requests, step: ShiftStep, around: Around): Promise<Changed> {
  const { axis, across } = step;
  const address = shiftedAddress(step);
  if (step.kind === 'delete') {
    const filled = await findFilled(requests, step.sheet, address);
    const what = across ? 'One of the cells that were to go' : `The ${axis}`;
    if (filled !== null) return leave(step.sheet, filled, `${what} holds something that was not there before, so it stays.`);
  }
  let met: Excel.Range | null = null;
  const sent = sendStep(requests, inverseOf(step), around, ({ workbook }) => {
    const lines = workbook.worksheets.getItem(step.sheet).getRange(address);
    if (step.kind === 'insert') {
      lines.insert(axis === 'row' ? 'Down' : 'Right');
      // Excel fills a table's calculated columns by itself; the plan counts on blank rows and writes what official has.
      if (axis === 'row') workbook.worksheets.getItem(step.sheet).getRange(address).clear('Contents');
    } else {
      met = loadContents(lines);
      lines.delete(axis === 'row' ? 'Up' : 'Left');
    }
  });
  const changed = await (across ? sent.catch((error: unknown) => Promise.reject(inTheWay(error, step))) : sent);
  const filled = contentsMet(met);
  if (filled === null) return changed;
  around.met(asWritten(step.sheet, filled));
  await requests.send((context) => {
    const worksheet = context.workbook.worksheets.getItem(step.sheet);
    worksheet.getRange(address).insert(axis === 'row' ? 'Down' : 'Right');
    worksheet.getRange(filled.address).formulas = filled.formulas;
    around.again(context);
  });
  return leave(step.sheet, filled.address, `Somebody wrote here in the very moment, so the ${axis} stays.`);
}

/** Queues reading what stands in lines that are thought to be blank. */
function loadContents(lines: Excel.Range): Excel.Range {
  return lines.getUsedRangeOrNullObject(true).load('address,formulas');
}

/** What stood in them; null when they were blank. */
function contentsMet(range: Excel.Range | null): { readonly address: string; readonly formulas: unknown[][] } | null {
  if (range === null || range.isNullObject || range.formulas.every((row) => row.every((content) => content === ''))) return null;
  return { address: range.address.slice(range.address.lastIndexOf('!') + 1), formulas: range.formulas };
}

/** Steps that follow count on the lines standing elsewhere: what keeps them from moving stops the whole run, which is then taken back. */
async function moveLines(requests: Requests, step: MoveStep, around: Around): Promise<Changed> {
  const { sheet, axis, at, count, to } = step;
  const [from, into] = [at, to].map((line) => shiftedAddress({ kind: 'insert', axis, sheet, at: line, count })) as [string, string];
  const filled = await findFilled(requests, sheet, into);
  if (filled !== null) throw notBlank(step, filled);
  let met: Excel.Range | null = null;
  const changed = await sendStep(requests, inverseOf(step), around, ({ workbook }) => {
    const worksheet = workbook.worksheets.getItem(sheet);
    met = loadContents(worksheet.getRange(into));
    worksheet.getRange(from).moveTo(worksheet.getRange(into));
  });
  const written = contentsMet(met);
  if (written === null) return changed;
  around.met(asWritten(sheet, written));
  await requests.send((context) => {
    const worksheet = context.workbook.worksheets.getItem(sheet);
    worksheet.getRange(into).moveTo(worksheet.getRange(from));
    worksheet.getRange(written.address).formulas = written.formulas;
    around.again(context);
  });
  throw notBlank(step, written.address);
}

/** The step that writes what stood there. */
function asWritten(sheet: string, { address, formulas }: { readonly address: string; readonly formulas: unknown[][] }): WriteStep {
  const after = formulas.map((row) =>
    row.map((content): CellContent | null => {
      if (content === '') return null;
      const isFormula = typeof content === 'string' && content.startsWith('=');
      return { formula: isFormula ? content : null, value: isFormula ? null : (content as string | number | boolean), format: null };
    }),
  );
  const before = after.map((row) => row.map((content) => content && BLANK));
  return { kind: 'write', sheet, range: parseRange(address)!, before, after, differences: [] };
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
  if (sameRange(held, after)) return { inverse: { ...step, before: after }, skipped: null };
  if (!sameRange(held, before)) {
    return leave(sheet, stringifyRange(held), `The table ${table} no longer covers the cells that it covered, so it was left as it is.`);
  }
  const added = belowOf(before, after);
  const filled = added && (await findFilled(requests, sheet, stringifyRange(added)));
  if (filled) return leave(sheet, filled, `The table ${table} cannot take this cell in: it was blank and no longer is.`);
  return sendStep(requests, inverseOf(step), around, ({ workbook }) => {
    const worksheet = workbook.worksheets.getItem(sheet);
    worksheet.tables.getItem(table).resize(worksheet.getRange(stringifyRange(after)));
    // As with inserted rows, Excel fills calculated columns by itself.
    if (added) worksheet.getRange(stringifyRange(added)).clear('Contents');
  });
}

/** What a table covers now; null when its sheet does not have it. */
async function readTable(requests: Requests, { sheet, table }: StepOf<'resizeTable'>): Promise<CellRange | null> {
  const found = await requests.send(({ workbook }) => workbook.worksheets.getItem(sheet).tables.getItemOrNullObject(table).load('name'));
  if (found.isNullObject) return null;
  const range = await requests.send(({ workbook }) => workbook.worksheets.getItem(sheet).tables.getItem(table).getRange().load('address'));
  return parseRange(range.address.slice(range.address.lastIndexOf('!') + 1));
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
    case 'setName':
      return isSame(await readName(requests, inverse), inverse.after);
    case 'setRule':
      return isRuleOf(requests, inverse, inverse.after);
  }
}

/** The first cell of some lines, or of a whole sheet, that holds something; null when all are blank. */
async function findFilled(requests: Requests, sheet: string, lines: string | null): Promise<string | null> {
  const used = await requests.send(({ workbook }) => {
    const worksheet = workbook.worksheets.getItem(sheet);
    const range = lines === null ? worksheet.getUsedRangeOrNullObject(true) : worksheet.getRange(lines).getUsedRangeOrNullObject(true);
    return range.load('address');
  });
  const range = used.isNullObject ? null : parseRange(used.address.slice(used.address.lastIndexOf('!') + 1));
  if (!range) return null;
  // The used range of lines may be as wide as that of the sheet.
  for (const part of splitRange(range, CELLS_AN_ANSWER)) {
    for (const block of await readBlocks(requests, [{ sheet, range: part }])) {
      for (const [i, row] of block.contents.entries()) {
        const j = row.findIndex((content) => !sameContent(content, BLANK));
        if (j >= 0) return stringifyAddress({ row: block.range.firstRow + i, column: block.range.firstColumn + j });
      }
    }
  }
  return null;
}
