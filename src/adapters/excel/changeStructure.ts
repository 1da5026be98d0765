import { shiftedAddress } from '../../core/sync/shiftedAddress';
import { BLANK, sameContent } from '../../core/sync/cellContent';
import { invertStep, type Held } from '../../core/sync/invertStep';
import { sameName } from '../../core/sync/sameName';
import type { MoveStep, NameContent, ShiftStep, SyncStep, WriteStep } from '../../core/sync/SyncPlan';
import { parseRange, stringifyAddress, stringifyRange, type CellRange } from '../../core/workbook/Address';
import type { Changed, Started } from './Changed';
import { OfficeProblem } from './OfficeProblem';
import { CELLS_AN_ANSWER, readBlocks, visibilityOf } from './readRanges';
import { setRule } from './setRule';
import { splitRange } from './splitRange';
import type { Requests } from './Requests';

type Structural = Exclude<SyncStep, WriteStep>;
type StepOf<Kind extends SyncStep['kind']> = Extract<SyncStep, { kind: Kind }>;

/**
 * Runs one step, sent once only. `started` is called right before, with the step that takes it back and a way to find
 * out whether it took effect, should sending it fail. Throws an OfficeProblem.
 */
export async function changeStructure(requests: Requests, step: Structural, started: Started): Promise<Changed> {
  switch (step.kind) {
    case 'addSheet':
      return addSheet(requests, step, started);
    case 'deleteSheet':
      return deleteSheet(requests, step, started);
    case 'insert':
    case 'delete':
      return shiftCells(requests, step, started);
    case 'move':
      return moveLines(requests, step, started);
    case 'resizeTable':
      return resizeTable(requests, step, started);
    case 'setName':
      return setName(requests, step, started);
    case 'setRule':
      return setRule(requests, step, started);
  }
}

async function addSheet(requests: Requests, step: StepOf<'addSheet'>, started: Started): Promise<Changed> {
  if (await hasSheet(requests, step.sheet)) return leave(step.sheet, '', 'A sheet of this name is already there.');
  const inverse = invertStep(step, {});
  started(inverse, () => hasSheet(requests, step.sheet));
  await requests.send(({ workbook }) => {
    const sheet = workbook.worksheets.add(step.sheet);
    sheet.position = step.position;
    if (step.visibility !== 'visible') sheet.visibility = step.visibility === 'hidden' ? 'Hidden' : 'VeryHidden';
  }, true);
  return { inverse, skipped: null };
}

async function deleteSheet(requests: Requests, step: StepOf<'deleteSheet'>, started: Started): Promise<Changed> {
  if (!(await hasSheet(requests, step.sheet))) return leave(step.sheet, '', 'The sheet is no longer there.');
  const filled = await findFilled(requests, step.sheet, null);
  if (filled !== null) return leave(step.sheet, filled, 'The sheet holds cells that were not written by the sync, so it stays.');
  const sheet = await requests.send(({ workbook }) => workbook.worksheets.getItem(step.sheet).load('position,visibility'));
  const held: Held = { sheet: { position: sheet.position, visibility: visibilityOf(sheet.visibility) } };
  const inverse = invertStep(step, held);
  started(inverse, async () => !(await hasSheet(requests, step.sheet)));
  await requests.send(({ workbook }) => workbook.worksheets.getItem(step.sheet).delete(), true);
  return { inverse, skipped: null };
}

async function shiftCells(requests: Requests, step: ShiftStep, started: Started): Promise<Changed> {
  const { axis, at, count, across } = step;
  const address = shiftedAddress(step);
  if (step.kind === 'delete') {
    const filled = await findFilled(requests, step.sheet, address);
    const what = across ? 'One of the cells that were to go' : `The ${axis}`;
    if (filled !== null) return leave(step.sheet, filled, `${what} holds something that was not there before, so it stays.`);
  }
  // A range behind the lines which Excel keeps track of tells whether they moved.
  const context = new Excel.RequestContext();
  const behind = step.kind === 'insert' ? at : at + count;
  const first = across?.first ?? 1;
  const place = axis === 'row' ? { row: behind, column: first } : { row: first, column: behind };
  const marker = context.workbook.worksheets.getItem(step.sheet).getRange(stringifyAddress(place));
  const index = axis === 'row' ? 'rowIndex' : 'columnIndex';
  context.trackedObjects.add(marker);
  marker.load(index);
  await requests.sync(context);
  const moved = async (): Promise<boolean | null> => {
    marker.load(index);
    await requests.sync(context);
    return marker[index] !== behind - 1;
  };
  const inverse = invertStep(step, {});
  started(inverse, moved);
  const sent = requests.send(({ workbook }) => {
    const lines = workbook.worksheets.getItem(step.sheet).getRange(address);
    if (step.kind === 'insert') {
      lines.insert(axis === 'row' ? 'Down' : 'Right');
      // Excel fills a table's calculated columns by itself; the plan counts on blank rows and writes what official has.
      if (axis === 'row') workbook.worksheets.getItem(step.sheet).getRange(address).clear('Contents');
    } else lines.delete(axis === 'row' ? 'Up' : 'Left');
  }, true);
  await (across ? sent.catch((error: unknown) => Promise.reject(inTheWay(error, step))) : sent);
  context.trackedObjects.remove(marker);
  // Letting go of the marker is a courtesy; the step is done whether it succeeds or not.
  await requests.sync(context).catch(() => undefined);
  return { inverse, skipped: null };
}

/** Steps that follow count on the lines standing elsewhere: what keeps them from moving stops the whole run, which is then taken back. */
async function moveLines(requests: Requests, step: MoveStep, started: Started): Promise<Changed> {
  const { sheet, axis, at, count, to } = step;
  const [from, into] = [at, to].map((line) => shiftedAddress({ kind: 'insert', axis, sheet, at: line, count })) as [string, string];
  const filled = await findFilled(requests, sheet, into);
  if (filled !== null) {
    const message = `${sheet}!${filled} was blank and no longer is, so the ${axis}s ${from} cannot be moved there. Compare again.`;
    throw new OfficeProblem({ code: 'in-the-way', message }, 'InvalidOperation');
  }
  const inverse = invertStep(step, {});
  started(inverse, async () => (await findFilled(requests, sheet, into)) !== null);
  await requests.send(({ workbook }) => {
    const worksheet = workbook.worksheets.getItem(sheet);
    worksheet.getRange(from).moveTo(worksheet.getRange(into));
  }, true);
  return { inverse, skipped: null };
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

async function resizeTable(requests: Requests, step: StepOf<'resizeTable'>, started: Started): Promise<Changed> {
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
  const inverse = invertStep(step, {});
  started(inverse, async () => {
    const now = await readTable(requests, step);
    return now !== null && sameRange(now, after);
  });
  await requests.send(({ workbook }) => {
    const worksheet = workbook.worksheets.getItem(sheet);
    worksheet.tables.getItem(table).resize(worksheet.getRange(stringifyRange(after)));
    // As with inserted rows, Excel fills calculated columns by itself.
    if (added) worksheet.getRange(stringifyRange(added)).clear('Contents');
  }, true);
  return { inverse, skipped: null };
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

async function setName(requests: Requests, step: StepOf<'setName'>, started: Started): Promise<Changed> {
  const held = await readName(requests, step);
  if (sameName(held, step.after) && held !== null) return { inverse: { ...step, before: held, after: held }, skipped: null };
  if (!sameName(held, step.before)) {
    return leave(
      step.scope ?? '',
      step.name,
      'The name no longer stands for what it stood for when the workbooks were compared, so it was left as it is.',
    );
  }
  const inverse: SyncStep = { ...step, before: step.after, after: held };
  started(inverse, async () => sameName(await readName(requests, step), step.after));
  const { after } = step;
  await requests.send((context) => {
    const names = namesOf(context, step.scope);
    if (after === null) {
      names.getItem(step.name).delete();
      return;
    }
    const item = held === null ? names.add(step.name, `=${after.formula}`, after.comment) : names.getItem(step.name);
    if (held !== null && held.formula !== after.formula) item.formula = `=${after.formula}`;
    if (held !== null && held.comment !== after.comment) item.comment = after.comment;
    if ((held?.hidden ?? false) !== after.hidden) item.visible = !after.hidden;
  }, true);
  return { inverse, skipped: null };
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

function leave(sheet: string, address: string, reason: string): Changed {
  return { inverse: null, skipped: { sheet, address, reason } };
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
