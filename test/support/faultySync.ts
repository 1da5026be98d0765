import { packer } from '../../src/adapters/storage/pack/packer';
import { createExcelHost } from '../../src/adapters/excel/createExcelHost';
import { createInterruptedRuns } from '../../src/adapters/excel/createInterruptedRuns';
import type { InterruptedRuns } from '../../src/app/ports/InterruptedRuns';
import type { ApplyOutcome, WorkbookHost } from '../../src/app/ports/WorkbookHost';
import { compare } from '../../src/core/compare/compare';
import { correspond } from '../../src/core/settle/correspond';
import type { Result } from '../../src/core/Result';
import { isLocalOnly } from '../../src/core/sync/chooseDifferences';
import { planSync } from '../../src/core/sync/planSync';
import type { SyncPlan } from '../../src/core/sync/SyncPlan';
import type { HostBook } from '../../src/workbench/book/HostBook';
import { hostBookFromSnapshot } from '../../src/workbench/book/hostBookFromSnapshot';
import type { Faults } from '../../src/workbench/protocol/Faults';
import type { HostStats } from '../../src/workbench/protocol/OfficeHost';
import { describeBook } from './describeBook';
import { openExcel, type ExcelSession } from './excelSession';
import type { RevisedPair } from './revisedPair';

export const WATCH = { progress: () => undefined, signal: { aborted: false } };
/** Does not pause before it asks again; waits for answers that will come. */
const PATIENCE = { answer: 60_000, retries: [1, 1, 1, 1], pause: () => Promise.resolve() };
/** For answers which never come. One that comes too late all the same must do no harm either. */
export const IMPATIENCE = { ...PATIENCE, answer: 150 };

/** The plan of taking everything from official, what only local has deleted with it. */
function planOfAll({ official, local }: RevisedPair): SyncPlan {
  const correspondence = correspond(official, local);
  const comparison = compare(official, local, { correspondence });
  return planSync(official, local, correspondence, comparison, {
    take: 'all',
    deleteLocalOnly: comparison.differences.filter(isLocalOnly).map(({ id }) => id),
  });
}

/** Everything in a book but the results of formulas, which nobody calculates here, in lines; also what the add-in keeps in it. */
export function contentsOf(book: HostBook): readonly string[] {
  const { sheets, names, tables, notes } = describeBook(book) as Record<string, { readonly cells?: object }[]>;
  const line = (what: string, value: unknown): string =>
    `${what} ${JSON.stringify(value, (_, cell: { readonly formula?: unknown } | null) =>
      typeof cell === 'object' && typeof cell?.formula === 'string' && 'fill' in cell ? { ...cell, value: undefined } : cell,
    )}`;
  return [
    ...sheets!.flatMap(({ cells, ...sheet }, at) => [
      line('sheet', sheet),
      ...Object.entries(cells!)
        .map(([address, cell]) => line(`${at} ${address}`, cell))
        .sort(),
    ]),
    // Excel gives names in the order of the alphabet.
    ...names!.map((name) => line('name', name)).sort(),
    ...tables!.map((table) => line('table', table)),
    // One that is set again comes last.
    ...notes!.map((note) => line('note', note)).sort(),
    ...book.xmlParts.items.map(({ xml }) => line('part', xml.slice(0, 60))),
  ];
}

export interface Opened {
  readonly book: HostBook;
  readonly faults: Faults;
  readonly stats: HostStats;
  readonly host: WorkbookHost;
  readonly runs: InterruptedRuns;
}

let session: ExcelSession | null = null;

/** Opens the book once office.js has sent what it sends by itself, so that faults meet our own requests. Close with `closeExcel`. */
export async function inExcel<T>(book: HostBook, work: (opened: Opened) => Promise<T>, patience = PATIENCE): Promise<T> {
  if (session === null) {
    session = await openExcel(book, { notes: true });
    await new Excel.RequestContext().sync();
    await session.idle();
  }
  session.reopen(book);
  return work({
    book,
    faults: session.host.faults,
    stats: session.host.stats,
    host: createExcelHost(packer, patience),
    runs: createInterruptedRuns(packer, patience),
  });
}

/** Closes the Excel that all books were opened in one after the other. */
export function closeExcel(): void {
  session?.close();
  session = null;
}

export interface CleanSync {
  readonly open: () => HostBook;
  readonly plan: SyncPlan;
  readonly before: readonly string[];
  readonly synced: readonly string[];
  /** How many actions each request has. */
  readonly actions: readonly number[];
  readonly outcome: ApplyOutcome;
}

/** Syncs once without faults and keeps how that goes. */
export async function cleanSync(pair: RevisedPair): Promise<CleanSync> {
  const plan = planOfAll(pair);
  const open = (): HostBook => hostBookFromSnapshot(pair.local);
  const before = contentsOf(open());
  return inExcel(open(), async ({ book, faults, stats, host }) => {
    const at: number[] = [];
    for (let request = 1; request < 2_000; request++) faults.plan({ request, before: () => void at.push(stats.actions) });
    const outcome = valueOf(await host.apply(plan, WATCH));
    at.push(stats.actions);
    return { open, plan, before, synced: contentsOf(book), actions: at.slice(1).map((sum, i) => sum - at[i]!), outcome };
  });
}

export function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.failure.code}: ${result.failure.message}`);
  return result.value;
}
