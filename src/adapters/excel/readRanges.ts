import type { BlockReading, NameReading, RangesReading, SheetReading } from '../../core/workbook/Reading';
import { cellCount, type CellRange } from '../../core/workbook/Address';
import type { CellContent } from '../../core/sync/SyncPlan';
import type { Watch } from '../../core/Watch';
import { AREA, areaOf } from './areaOf';
import { contentIn, RANGE_PARTS } from './cellProtocol';
import { OfficeProblem } from './OfficeProblem';
import { rangeOf } from './rangeOf';
import type { Requests } from './Requests';
import { splitRange } from './splitRange';

/** Some 80 bytes a cell keep an answer of this many well under Excel's 5 MB. */
export const CELLS_AN_ANSWER = 20_000;

interface Extent {
  readonly sheet: Omit<SheetReading, 'blocks'>;
  readonly used: CellRange | null;
}

/** The open workbook read range by range; null when the user cancelled. Throws an OfficeProblem. */
export async function readRanges(requests: Requests, watch: Watch): Promise<RangesReading | null> {
  const { workbook, application } = await requests.send(({ workbook: book }) => ({
    workbook: book.load('name'),
    application: book.application.load('calculationMode'),
  }));
  const extents = await readExtents(requests);
  const parts = extents.flatMap(({ sheet, used }) =>
    used ? splitRange(used, CELLS_AN_ANSWER).map((range) => ({ sheet: sheet.name, range })) : [],
  );
  const blocks = new Map<string, BlockReading[]>();
  const total = parts.reduce((sum, { range }) => sum + cellCount(range), 0);
  let done = 0;
  for (const batch of inAnswers(parts)) {
    if (watch.signal.aborted) return null;
    for (const block of await readBlocks(requests, batch)) {
      blocks.set(block.sheet, [...(blocks.get(block.sheet) ?? []), toReading(block)]);
      done += cellCount(block.range);
    }
    watch.progress('Reading your workbook', done / total);
  }
  const names = await readNames(
    requests,
    extents.map(({ sheet }) => sheet.name),
  );
  return {
    kind: 'ranges',
    name: workbook.name,
    manual: application.calculationMode === 'Manual',
    sheets: extents.map(({ sheet }) => ({ ...sheet, blocks: blocks.get(sheet.name) ?? [] })),
    names,
  };
}

/** Blocks, in their order, in batches that fit an answer of Excel. */
export function inAnswers<T extends { readonly range: CellRange }>(parts: readonly T[]): T[][] {
  const batches: T[][] = [];
  let cells = 0;
  for (const part of parts) {
    const count = cellCount(part.range);
    const batch = batches.at(-1);
    if (batch === undefined || cells + count > CELLS_AN_ANSWER) {
      batches.push([part]);
      cells = count;
    } else {
      batch.push(part);
      cells += count;
    }
  }
  return batches;
}

/** One block's cells, row by row. */
export interface ReadBlock {
  readonly sheet: string;
  readonly range: CellRange;
  readonly contents: readonly (readonly CellContent[])[];
  /** Whether a spilling formula fills some of it. */
  readonly spills: boolean;
}

/** What blocks hold now; a block too large for one answer is read in parts, which are given instead. Throws an OfficeProblem. */
export async function readBlocks(
  requests: Requests,
  blocks: readonly { readonly sheet: string; readonly range: CellRange }[],
): Promise<ReadBlock[]> {
  if (blocks.length === 0) return [];
  try {
    const ranges = await requests.send((context) =>
      blocks.map(({ sheet, range }) => rangeOf(context, sheet, range).load(`${RANGE_PARTS},hasSpill`)),
    );
    return blocks.map(({ sheet, range }, index) => {
      const loaded = ranges[index]!;
      return {
        sheet,
        range,
        contents: loaded.formulas.map((row, i) => row.map((_, j) => contentIn(loaded, i, j))),
        spills: loaded.hasSpill !== false,
      };
    });
  } catch (error) {
    if (!(error instanceof OfficeProblem && error.isDivisible)) throw error;
    const parts =
      blocks.length > 1
        ? blocks
        : splitRange(blocks[0]!.range, Math.ceil(cellCount(blocks[0]!.range) / 2)).map((range) => ({ ...blocks[0]!, range }));
    if (parts.length === 1) throw error;
    const half = Math.ceil(parts.length / 2);
    return [...(await readBlocks(requests, parts.slice(0, half))), ...(await readBlocks(requests, parts.slice(half)))];
  }
}

async function readExtents(requests: Requests): Promise<Extent[]> {
  const sheets = await requests.send(({ workbook }) => workbook.worksheets.load('items/name,items/visibility,items/protection/protected'));
  const used = await requests.send(({ workbook }) =>
    sheets.items.map(({ name }) => workbook.worksheets.getItem(name).getUsedRangeOrNullObject(true).load(AREA)),
  );
  return sheets.items.map(({ name, visibility, protection }, index) => {
    return { sheet: { name, visibility: visibilityOf(visibility), protected: protection.protected }, used: areaOf(used[index]!) };
  });
}

/** The names of the workbook, and those that belong to these sheets. Throws an OfficeProblem. */
export async function readNames(requests: Requests, sheets: readonly string[]): Promise<NameReading[]> {
  const parts = 'items/name,items/formula,items/visible,items/comment';
  const { book, own } = await requests.send(({ workbook }) => ({
    book: workbook.names.load(parts),
    own: sheets.map((sheet) => workbook.worksheets.getItem(sheet).names.load(parts)),
  }));
  const read =
    (scope: string | null) =>
    (item: Excel.NamedItem): NameReading => ({
      name: item.name,
      scope,
      formula: String(item.formula).replace(/^=/, ''),
      hidden: !item.visible,
      comment: item.comment,
    });
  return [...book.items.map(read(null)), ...own.flatMap((names, index) => names.items.map(read(sheets[index]!)))];
}

/** A block that was read as core takes it. */
export function toReading({ range, contents }: ReadBlock): BlockReading {
  return {
    range,
    values: contents.map((row) => row.map(({ value }) => value)),
    formulas: contents.map((row) => row.map(({ formula }) => formula)),
    formats: contents.map((row) => row.map(({ format }) => format ?? 'General')),
  };
}

/** `Visible`, `Hidden` or `VeryHidden` in the snapshot's words. */
export function visibilityOf(visibility: string): SheetReading['visibility'] {
  return visibility === 'Hidden' ? 'hidden' : visibility === 'VeryHidden' ? 'veryHidden' : 'visible';
}
