import { CommonGrid } from '../core/align/CommonGrid';
import { cellOfName } from '../core/compare/compareNames';
import { isSameValue } from '../core/workbook/CellValue';
import type { Difference } from '../core/compare/Difference';
import { CellReads, type CommonCell } from '../core/explain/CellReads';
import type { Trace } from '../core/explain/Chain';
import type { ComputedReads } from '../core/explain/ComputedReads';
import { DifferenceIndex } from '../core/explain/DifferenceIndex';
import { Precedents } from '../core/explain/Precedents';
import { traceChains, type ChainContext } from '../core/explain/traceChains';
import { visitDiffering } from '../core/explain/visitDiffering';
import type { Steps } from '../core/Steps';
import { quoteSheetName } from '../core/workbook/Address';
import { createLabeller } from '../core/workbook/createLabeller';
import type { ComparedWorkbooks } from './compareWorkbooks';
import { bothHeaders, type BothHeaders } from './createExplainer';

/** What a trace is asked of: a difference by its id, or a cell as yours calls it (`Summary!B12`), or the name of one. */
export type TraceRequest = { readonly difference: string } | { readonly place: string };

/** Finds how cells of a comparison come to differ, in steps short enough to stop in between. */
export type Tracer = (of: TraceRequest) => Steps<Trace>;

/** As many as a difference names causes. */
const MOST_CHAINS = 8;
/** Of what was filled over a range so many cells are begun from. */
const MOST_BEGINNINGS = 2_000;

/** A tracer over compared workbooks; what it needs is made when it is first asked. */
export function createTracer(
  compared: ComparedWorkbooks,
  locale: string,
  computedReads: ComputedReads | null = null,
  headers: BothHeaders = bothHeaders(compared, locale),
): Tracer {
  const { official, local, correspondence, comparison } = compared;
  const { differences } = comparison;
  let made: ChainContext | null = null;

  function context(): ChainContext {
    if (made !== null) return made;
    const grid = new CommonGrid(official, local, correspondence.sheets);
    const reads = new CellReads(grid, {
      official: new Precedents(grid, 'official', computedReads),
      local: new Precedents(grid, 'local', computedReads),
    });
    const index = new DifferenceIndex(grid, differences);
    const labels = { official: createLabeller(headers.official), local: createLabeller(headers.local) };
    return (made = { differences, reads, index, labels });
  }

  function* traceDifference(id: string): Steps<Trace> {
    const at = differences.findIndex((difference) => difference.id === id);
    const difference = differences[at];
    if (difference === undefined) return { of: id, says: 'It is not among the differences any more. Compare again.', chains: [] };
    const { reads } = context();
    const from: [CommonCell, number][] = [];
    visitDiffering(difference, difference.local === null ? 'official' : 'local', null, reads, (cell) => {
      return from.push([cell, at]) >= MOST_BEGINNINGS;
    });
    return yield* trace(placeOf(difference), from);
  }

  function* tracePlace(text: string): Steps<Trace> {
    const place = text.trim();
    const { reads, index } = context();
    const headline = comparison.headlines.find(({ name }) => name.toLowerCase() === place.toLowerCase());
    const own = cellOf('local', headline?.localAddress ?? place);
    const side = own === null ? 'official' : 'local';
    const cell = own ?? cellOf('official', headline?.officialAddress ?? place);
    if (cell === null) {
      const says = `${place} is neither a cell of the two workbooks nor the name of one. Give an address such as Summary!B12, or a headline.`;
      return { of: place, says, chains: [] };
    }
    const pair = side === 'local' ? reads.grid.localPair[cell.sheet]! : reads.grid.officialPair[cell.sheet]!;
    const { row, column } = cell;
    let found = -1;
    index.forEachIn(side, { pair, firstRow: row, lastRow: row, firstColumn: column, lastColumn: column }, (difference) => {
      // What a number is called otherwise comes second to what it is.
      if (found < 0 || differences[difference]!.kind === 'value') found = difference;
    });
    if (found < 0) return { of: place, says: `${place} agrees in both workbooks.`, chains: [] };
    return yield* trace(place, [[reads.cellAt(side, pair, row, column), found]]);
  }

  function* trace(of: string, from: readonly (readonly [CommonCell, number])[]): Steps<Trace> {
    const difference = from[0] === undefined ? null : differences[from[0][1]]!;
    if (difference === null) return { of, says: `${of} agrees in both workbooks today, though something else stands there.`, chains: [] };
    const causes = difference.role === 'consequence' && difference.causes.length > 0 ? new Set(difference.causes) : null;
    let traced = yield* traceChains(context(), { from, ends: causes, most: MOST_CHAINS });
    // Those of a difference are of all its cells, and one of them may follow others.
    if (traced.chains.length === 0 && causes !== null) {
      traced = yield* traceChains(context(), { from, ends: null, most: MOST_CHAINS });
    }
    return { of, says: sentence(of, difference, traced.chains.length, traced.complete), chains: traced.chains };
  }

  function cellOf(side: 'official' | 'local', text: string): ReturnType<typeof cellOfName> {
    const snapshot = side === 'official' ? official : local;
    const name = snapshot.names.find((each) => each.scope === null && each.name.toLowerCase() === text.toLowerCase());
    return cellOfName(snapshot, name?.formula ?? text);
  }

  return (of) => ('difference' in of ? traceDifference(of.difference) : tracePlace(of.place));
}

function sentence(of: string, { role, note, official, local }: Difference, chains: number, complete: boolean): string {
  if (role === 'unexplained') return note || `Nothing that ${of} reads differs.`;
  if (!complete) return chains === 0 ? 'There is too much in between to follow it.' : 'There is too much in between to follow all of it.';
  if (role === 'consequence') return chains === 0 ? `What ${of} follows could not be found.` : '';
  const same = official !== null && local !== null && isSameValue(official.value, local.value);
  return same
    ? `${of} was changed itself; its value agrees today.`
    : `${of} was changed itself${chains === 0 ? '' : ', and follows other changes too'}.`;
}

function placeOf({ official, local }: Difference): string {
  const { sheet, address } = (local ?? official)!;
  return [sheet === '' ? '' : quoteSheetName(sheet), address].filter((part) => part !== '').join('!');
}
