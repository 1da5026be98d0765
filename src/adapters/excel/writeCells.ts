/** Longer than most files here because checking, writing, reading again and putting back are one exchange, each part of which reads what the others left. */
import { cellCount, stringifyAddress } from '../../core/workbook/Address';
import { isCellError } from '../../core/workbook/CellValue';
import { sameContent } from '../../core/sync/cellContent';
import { invertStep } from '../../core/sync/invertStep';
import type { LeftCell } from '../../core/sync/LeftCell';
import type { CellContent, SyncStep, WriteStep } from '../../core/sync/SyncPlan';
import type { SkippedCell } from '../../app/ports/WorkbookHost';
import { contentIn, encodeContent, RANGE_PARTS, type RangeParts } from './cellProtocol';
import { OfficeProblem } from './OfficeProblem';
import { rangeOf } from './rangeOf';
import { readBlocks, type ReadBlock } from './readRanges';
import type { Requests } from './Requests';
import { splitRange } from './splitRange';

type Contents = readonly (readonly (CellContent | null)[])[];

/** A block of a step, checked against what the cells hold right now. */
interface CheckedBlock {
  readonly step: WriteStep;
  /** What is still to be written; null leaves that cell alone. */
  readonly after: Contents;
  /** What those cells held when they were read. */
  readonly held: Contents;
  /** What Excel made of what was written, told by the request itself; null before. */
  readonly made: Contents | null;
}

/** A cell that is as it was, and why. */
interface Left {
  readonly block: CheckedBlock;
  readonly reason: string;
}

/** What became of a batch of writes. */
export interface Written {
  readonly cells: number;
  readonly skipped: readonly SkippedCell[];
  /** Of these, the cells that held something else when they were looked at. */
  readonly changed: readonly LeftCell[];
  readonly inverse: readonly SyncStep[];
}

const CHANGED = 'It no longer holds what it held when the workbooks were compared, so it was left as it is.';
const SPILL = 'A spilling formula fills a part of these cells, so they were left as they are.';
const REJECTED = 'Excel does not accept this content, so the cell was left as it is.';
const SPREADS = 'Excel would fill other cells with this formula too, so the cell was left as it is: enter it by hand.';
const NOT_KEPT = 'Excel did not keep what was written: look at this cell.';

/** What goes with writing. */
export interface AroundWrites {
  /** Called right before anything is written, and whenever that turns out to have been something else, with the steps that take all of it back. */
  readonly started: (inverse: readonly SyncStep[]) => void;
  /** Queued before what these steps take back; called anew for each attempt. */
  readonly before: (context: Excel.RequestContext, inverse: readonly SyncStep[]) => void;
  /** Whether it is an undo: formulas may spill, and those that do are written over. */
  readonly isUndo: boolean;
}

/**
 * Writes the blocks of a batch, each cell only if it still holds what the step expects, and reads them again to verify. A formula that
 * spills is taken back, but in an undo. Where somebody else wrote a cell in the very moment, that is put back. Throws an OfficeProblem.
 */
export async function writeCells(requests: Requests, steps: readonly WriteStep[], around: AroundWrites): Promise<Written> {
  const skipped: SkippedCell[] = [];
  const changed: LeftCell[] = [];
  const checked = (await readBlocks(requests, steps)).flatMap((block) =>
    check(stepAt(steps, block), block, { skipped, changed }, around.isUndo),
  );
  const done: { readonly block: CheckedBlock; readonly now: Contents }[] = [];
  const left: Left[] = [];
  const others = new Map<string, CellContent>();
  const restart = (): void =>
    around.started(
      checked
        .map((block) =>
          restoreOf({
            ...block,
            held: block.held.map((row, i) => row.map((each, j) => each && (others.get(keyAt(block.step, i, j)) ?? each))),
          }),
        )
        .reverse(),
    );
  restart();
  await writeBlocks(requests, checked, { done, left, others, restart, around });

  for (const [key, place] of [...others.keys()].map((each) => [each, each.slice(0, each.lastIndexOf('!'))] as const))
    skipped.push({ sheet: place, address: key.slice(place.length + 1), reason: CHANGED });
  for (const { block, reason } of left) skipped.push({ sheet: block.step.sheet, address: addressAt(block.step, 0, 0), reason });
  let cells = 0;
  for (const { block, now } of done) {
    each(block.after, (content, i, j) => {
      if (sameContent(now[i]![j]!, content)) cells++;
      else skipped.push({ sheet: block.step.sheet, address: addressAt(block.step, i, j), reason: NOT_KEPT });
    });
  }
  // What Excel made of it, not what is there now: what somebody typed since is theirs.
  const inverse = done.map(({ block }) =>
    inverseOf({
      ...block,
      after: block.after.map((row, i) =>
        row.map((content, j) => content && { ...(block.made?.[i]?.[j] ?? content), format: content.format }),
      ),
    }),
  );
  return { cells, skipped, changed, inverse: inverse.reverse() };
}

/** The cells of a step that may be written: those that hold what the step expects. What already is as wanted is left out. */
function check(
  step: WriteStep,
  { contents, spills }: ReadBlock,
  { skipped, changed }: { readonly skipped: SkippedCell[]; readonly changed: LeftCell[] },
  isUndo: boolean,
): CheckedBlock[] {
  const after = step.after.map((row, i) =>
    row.map((content, j) => {
      if (!content) return null;
      const now = contents[i]![j]!;
      const formatted = content.format === null || content.format === now.format;
      if (sameContent(now, content) && formatted) return null;
      const before = step.before[i]?.[j];
      const reason = spills && !isUndo ? SPILL : sameContent(now, content) || (before && sameContent(now, before)) ? null : CHANGED;
      if (reason === null) return content;
      const place = { row: step.range.firstRow + i, column: step.range.firstColumn + j };
      skipped.push({ sheet: step.sheet, address: stringifyAddress(place), reason });
      if (reason === CHANGED) changed.push({ sheet: step.sheet, ...place, holds: now, wanted: content });
      return null;
    }),
  );
  if (!after.some((row) => row.some((content) => content !== null))) return [];
  return [{ step, after, held: after.map((row, i) => row.map((content, j) => (content ? contents[i]![j]! : null))), made: null }];
}

/** Where writing has come to. */
interface Writing {
  readonly done: { readonly block: CheckedBlock; readonly now: Contents }[];
  readonly left: Left[];
  /** What somebody else wrote in the very moment, by place: it is put back. */
  readonly others: Map<string, CellContent>;
  readonly restart: () => void;
  readonly around: AroundWrites;
}

/** Writes and reads again in one request; where Excel refuses the lot, in ever smaller parts down to the cell it refuses. */
async function writeBlocks(requests: Requests, blocks: readonly CheckedBlock[], writing: Writing): Promise<void> {
  if (blocks.length === 0) return;
  try {
    const replaced = await requests.send((context) => {
      writing.around.before(context, blocks.map(restoreOf).reverse());
      context.application.suspendApiCalculationUntilNextSync();
      context.application.suspendScreenUpdatingUntilNextSync();
      const found = blocks.map(({ step }) => rangeOf(context, step.sheet, step.range).load(RANGE_PARTS));
      for (const block of blocks) queueWrite(context, block);
      return { found, made: blocks.map(({ step }) => rangeOf(context, step.sheet, step.range).load(RANGE_PARTS)) };
    });
    const made = blocks.map((block, at) => ({
      ...block,
      made: block.after.map((row, i) => row.map((content, j) => content && contentIn(replaced.made[at]!, i, j))),
    }));
    const written = await putOthersBack(requests, made, replaced.found, writing);
    const steps = written.map(({ step }) => step);
    for (const read of await readBlocks(requests, steps)) {
      const block = partOf(written[indexOfBlock(steps, read)]!, read);
      if (writing.around.isUndo || !hasSpilled(block, read)) writing.done.push({ block, now: read.contents });
      else await takeBack(requests, block, read, writing);
    }
  } catch (error) {
    if (!(error instanceof OfficeProblem && error.isDivisible)) throw error;
    const parts = blocks.length > 1 ? blocks : halves(blocks[0]!);
    if (parts.length === 1) {
      if (error.failure.code !== 'not-accepted') throw error;
      await putFormatsBack(requests, parts[0]!);
      writing.left.push({ block: parts[0]!, reason: REJECTED });
      return;
    }
    const half = Math.ceil(parts.length / 2);
    await writeBlocks(requests, parts.slice(0, half), writing);
    await writeBlocks(requests, parts.slice(half), writing);
  }
}

/**
 * Between the check and the request that writes, somebody else may have written as well. What a request replaced it tells itself, so that
 * nothing of theirs gets lost. Gives the blocks without those cells.
 */
async function putOthersBack(
  requests: Requests,
  blocks: readonly CheckedBlock[],
  replaced: readonly RangeParts[],
  writing: Writing,
): Promise<readonly CheckedBlock[]> {
  const theirs = blocks.map(({ after, held }, at) =>
    after.map((row, i) =>
      row.map((content, j) => {
        const found = content && contentIn(replaced[at]!, i, j);
        return !found || sameContent(found, held[i]![j]!) || sameContent(found, content) ? null : found;
      }),
    ),
  );
  const met = blocks.flatMap((block, at) =>
    theirs[at]!.some((row) => row.some((each) => each !== null)) ? [{ block, after: theirs[at]! }] : [],
  );
  if (met.length === 0) return blocks;
  for (const { block, after } of met) each(after, (content, i, j) => writing.others.set(keyAt(block.step, i, j), content));
  writing.restart();
  const back = met.map(({ block, after }) => ({
    step: block.step,
    after,
    made: null,
    held: after.map((row, i) => row.map((content, j) => content && formatted(block.after[i]![j]!, block.held[i]![j]!))),
  }));
  await requests.send((context) => {
    writing.around.before(
      context,
      met.map(({ block, after }) =>
        restoreOf({ ...block, held: after, after: block.after.map((row, i) => row.map((content, j) => (after[i]![j] ? content : null))) }),
      ),
    );
    for (const block of back) queueWrite(context, block);
  });
  return blocks
    .map((block, at) => ({ ...block, after: block.after.map((row, i) => row.map((content, j) => (theirs[at]![i]![j] ? null : content))) }))
    .filter(({ after }) => after.some((row) => row.some((content) => content !== null)));
}

/** What a cell holds once the content is written over what was held, its format said. */
function formatted(content: CellContent, held: CellContent): CellContent {
  return { ...content, format: content.format ?? held.format };
}

/** Cells that a spill fills already are never written, so that it is one of the formulas written which does. */
function hasSpilled({ after }: CheckedBlock, { contents, spills }: ReadBlock): boolean {
  if (spills) return true;
  return contents.some((row, i) =>
    row.some(({ value }, j) => after[i]![j]?.formula != null && isCellError(value) && value.error === '#SPILL!'),
  );
}

/** Takes a block back in which something spilled, and writes it again in parts, down to the cell that does. */
async function takeBack(requests: Requests, block: CheckedBlock, { contents }: ReadBlock, writing: Writing): Promise<void> {
  await requests.send((context) => queueWrite(context, { ...block, after: block.held, held: contents }));
  const parts = halves(block);
  if (parts.length === 1) writing.left.push({ block: parts[0]!, reason: SPREADS });
  else for (const part of parts) await writeBlocks(requests, [part], writing);
}

function queueWrite(context: Excel.RequestContext, { step, after, held }: CheckedBlock): void {
  const range = rangeOf(context, step.sheet, step.range);
  const targetFormat = (content: CellContent, i: number, j: number) => content.format ?? held[i]![j]!.format ?? 'General';
  // In a cell formatted as text Excel keeps every entry as text, so that format comes last.
  const entryFormat = (content: CellContent, i: number, j: number) => {
    const isText = content.formula === null && typeof content.value === 'string';
    const target = targetFormat(content, i, j);
    return target === '@' && !isText ? 'General' : target;
  };
  const entry = after.map((row, i) =>
    row.map((content, j) => (content && entryFormat(content, i, j) !== held[i]![j]!.format ? entryFormat(content, i, j) : null)),
  );
  if (entry.some((row) => row.some((format) => format !== null))) range.numberFormat = entry;
  const changed = after.map((row, i) => row.map((content, j) => (content && !sameContent(content, held[i]![j]!) ? content : null)));
  if (changed.some((row) => row.some((content) => content !== null))) {
    range.formulas = changed.map((row, i) => row.map((content, j) => content && encodeContent(content, targetFormat(content, i, j))));
  }
  // Excel gives a cell that gets a formula the format of what it refers to: say the format once more.
  const settled = after.map((row, i) =>
    row.map((content, j) => {
      if (!content) return null;
      const target = targetFormat(content, i, j);
      return content.formula !== null || entryFormat(content, i, j) !== target ? target : null;
    }),
  );
  if (settled.some((row) => row.some((format) => format !== null))) range.numberFormat = settled;
}

/** As the inverse, but with every format, for a write that broke off may have changed one on the way. */
function restoreOf({ step, after, held }: CheckedBlock): SyncStep {
  return { ...step, before: after, after: held };
}

async function putFormatsBack(requests: Requests, { step, held }: CheckedBlock): Promise<void> {
  await requests.send((context) => {
    rangeOf(context, step.sheet, step.range).numberFormat = held.map((row) => row.map((content) => content?.format ?? null));
  });
}

function inverseOf({ step, after, held }: CheckedBlock): SyncStep {
  return invertStep({ ...step, after }, { cells: held });
}

function halves(block: CheckedBlock): CheckedBlock[] {
  const { range } = block.step;
  const cells = cellCount(range);
  return splitRange(range, Math.ceil(cells / 2))
    .map((part) => partOf(block, { range: part }))
    .filter(({ after }) => after.some((row) => row.some((content) => content !== null)));
}

function partOf(block: CheckedBlock, { range }: Pick<ReadBlock, 'range'>): CheckedBlock {
  const { step, after, held, made } = block;
  const top = range.firstRow - step.range.firstRow;
  const left = range.firstColumn - step.range.firstColumn;
  const cut = <T>(rows: readonly (readonly T[])[]) =>
    rows
      .slice(top, top + range.lastRow - range.firstRow + 1)
      .map((row) => row.slice(left, left + range.lastColumn - range.firstColumn + 1));
  return {
    step: { ...step, range, before: cut(step.before), after: cut(step.after) },
    after: cut(after),
    held: cut(held),
    made: made && cut(made),
  };
}

function stepAt(steps: readonly WriteStep[], read: ReadBlock): WriteStep {
  const step = steps[indexOfBlock(steps, read)]!;
  return partOf({ step, after: step.after, held: step.after, made: null }, read).step;
}

/** Which block a reading is of, or a part of: blocks of one batch do not overlap. */
function indexOfBlock(steps: readonly WriteStep[], { sheet, range }: ReadBlock): number {
  return steps.findIndex(
    (step) =>
      step.sheet === sheet &&
      step.range.firstRow <= range.firstRow &&
      step.range.lastRow >= range.lastRow &&
      step.range.firstColumn <= range.firstColumn &&
      step.range.lastColumn >= range.lastColumn,
  );
}

function keyAt(step: WriteStep, i: number, j: number): string {
  return `${step.sheet}!${addressAt(step, i, j)}`;
}

function addressAt(step: WriteStep, i: number, j: number): string {
  return stringifyAddress({ row: step.range.firstRow + i, column: step.range.firstColumn + j });
}

function each(contents: Contents, visit: (content: CellContent, i: number, j: number) => void): void {
  contents.forEach((row, i) => row.forEach((content, j) => content && visit(content, i, j)));
}
