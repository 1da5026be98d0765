import { columnsAt, rowsAt } from '../align/bands';
import type { CommonGrid } from '../align/CommonGrid';
import type { Place } from '../align/Place';
import type { PairEnds } from '../align/pairEnds';
import { walkPair } from '../align/walkPair';
import { ValueKind } from '../workbook/Snapshot';
import { arrayResults } from './arrayResults';
import type { CellPair } from './CellPair';
import type { FormatIds } from './FormatIds';
import { ANOTHER_CURRENCY, ValueComparison } from './ValueComparison';

/** A formula that looks at the same cells, and would look elsewhere only if it were copied. */
export const ONLY_DOLLARS = 'only $ signs differ';

/** What is compared with what, beyond the two sheets. */
export interface CellComparison {
  readonly grid: CommonGrid;
  readonly pair: number;
  readonly ends: PairEnds;
  readonly tolerance: number;
  /** Shared ids of the local snapshot's texts, see `share`. */
  readonly strings: Int32Array;
  readonly formats: FormatIds;
  /** False where differences are only counted: how little two values differ is then left unsaid. */
  readonly notes?: boolean;
}

type ContentDifference = Pick<CellPair, 'kind' | 'role' | 'note' | 'valueDiffers'>;

/** The cells of a sheet pair that differ, row by row. Formulas are compared on the common grid, values by tolerance. */
export function compareCells(comparison: CellComparison): CellPair[] {
  const { grid, formats } = comparison;
  // What stands past the other side's end is a row or column of its own.
  const { both: lastRow } = comparison.ends.rows;
  const { both: lastColumn } = comparison.ends.columns;
  const pair = grid.pairs[comparison.pair]!;
  const official = grid.official.sheets[pair.official!]!;
  const local = grid.local.sheets[pair.local!]!;
  const a = official.cells;
  const b = local.cells;
  const officialResults = arrayResults(official);
  const localResults = arrayResults(local);
  const values = new ValueComparison(grid.official, a, grid.local, b, comparison);
  const place: Place = { pair: comparison.pair, officialRow: 0, officialColumn: 0, localRow: 0, localColumn: 0 };
  const found: CellPair[] = [];
  /** What differs between two cells but for their formats. */
  const differenceOf = (p: number, q: number, sameFormula: boolean, dollars: boolean): ContentDifference | null => {
    const f = p < 0 ? -1 : a.formula[p]!;
    const g = q < 0 ? -1 : b.formula[q]!;
    const ours = f >= 0 || (officialResults !== null && officialResults.has(p));
    const theirs = g >= 0 || (localResults !== null && localResults.has(q));
    if (ours && theirs) {
      const same = values.same(p, q, true);
      if (f >= 0 !== g >= 0) return differs('formula', 'cause', 'an array formula on one side covers this cell', !same);
      if (f >= 0 && !sameFormula) return differs('formula', 'cause', '', !same);
      if (!same) return differs('value', null, values.note(p, q), true);
      return dollars ? differs('formula', 'cause', ONLY_DOLLARS, false) : null;
    }
    if (ours || theirs) {
      const other = ours ? q : p;
      const blank = other < 0 || (ours ? b : a).kind[other] === ValueKind.Empty;
      const otherValue = !values.same(p, q, true);
      // Where one array reaches further than the other, the blank cell is a result too.
      if (blank && (ours ? f : g) < 0) return otherValue ? differs('value', null, '', true) : null;
      if (blank) return differs('formula', 'cause', ours ? 'the formula is gone' : 'the formula is new', otherValue);
      return differs(ours ? 'hardcoded' : 'unhardcoded', 'cause', otherValue ? '' : 'same value today', otherValue);
    }
    if (values.same(p, q, false)) return null;
    const unitNote = values.unitNote(p, q);
    return differs(unitNote === '' ? 'value' : 'unit', 'cause', unitNote || values.note(p, q), true);
  };
  walkPair(a, b, pair, (p, q, row, column) => {
    if ((row > lastRow && rowsAt(pair, column) === pair.rows) || (column > lastColumn && columnsAt(pair, row) === pair.columns)) return;
    const f = p < 0 ? -1 : a.formula[p]!;
    const g = q < 0 ? -1 : b.formula[q]!;
    let sameFormula = f < 0 && g < 0;
    if (f >= 0 && g >= 0) {
      place.officialRow = a.row[p]!;
      place.officialColumn = a.column[p]!;
      place.localRow = b.row[q]!;
      place.localColumn = b.column[q]!;
      sameFormula = grid.sameFormula(f, g, place);
    }
    const dollars = sameFormula && f >= 0 && !grid.sameDollars(f, g);
    if (
      sameFormula &&
      !dollars &&
      p >= 0 &&
      q >= 0 &&
      formats.local[b.format[q]!] === formats.official[a.format[p]!] &&
      values.same(p, q, f >= 0)
    )
      return;
    const content = differenceOf(p, q, sameFormula, dollars);
    if (content !== null) found.push({ row, column, official: p, local: q, ...content });
    if (content?.kind === 'unit' || p < 0 || q < 0 || formats.local[b.format[q]!] === formats.official[a.format[p]!]) return;
    const note = values.formatNote(p, q);
    // The same number in another currency is another amount, whatever calculates it.
    const kind = note === ANOTHER_CURRENCY && content === null ? 'unit' : 'format';
    found.push({ row, column, official: p, local: q, kind, role: 'cause', note, valueDiffers: false });
  });
  return found;
}

function differs(kind: CellPair['kind'], role: CellPair['role'], note: string, valueDiffers: boolean): ContentDifference {
  return { kind, role, note, valueDiffers };
}
