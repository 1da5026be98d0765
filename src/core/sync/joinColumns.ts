import type { Axis } from '../align/Correspondence';
import type { Difference } from '../compare/Difference';
import { isInside, parseRange } from '../workbook/Address';
import type { SheetSnapshot, Snapshot } from '../workbook/Snapshot';
import { contentOf } from './cellContent';
import type { SheetObjects } from './SheetObjects';
import { headingOf, isIn, whyNotHead, whyNotTakeIn, type ColumnSource } from './tableColumns';
import type { TablePair } from './tableRows';

/** Official's columns, by their numbers there, that come into a table of local from beside it; else why they cannot. */
export interface JoinedColumns {
  readonly columns: readonly number[];
  readonly reason: string | null;
}

interface JoinSources {
  readonly source: ColumnSource;
  readonly local: Snapshot;
  readonly sheet: SheetSnapshot;
  readonly objects: SheetObjects;
  readonly lines: Axis;
  readonly take: readonly Difference[];
  /** Common columns that are added, or filled where they stand. */
  readonly added: ReadonlySet<number>;
}

/** Returns which columns of official's table local's is to take in that stand beside it already, as the sheet has them in both workbooks. */
export function joinColumns(pair: TablePair, sources: JoinSources): JoinedColumns {
  const { source, lines, added } = sources;
  const { official, local } = pair;
  const columns: number[] = [];
  const known = new Set(local.columns.map(({ name }) => name.toLowerCase()));
  for (let column = official.range.firstColumn; column <= official.range.lastColumn; column++) {
    const common = lines.fromOfficial[column]!;
    const own = lines.toLocal[common]!;
    const { name } = official.columns[column - official.range.firstColumn]!;
    if (added.has(common) || known.has(name.toLowerCase()) || isIn(local, own)) continue;
    const stay = (why: string): JoinedColumns => ({
      columns: [],
      reason: `The column ${name} does not come into the table ${local.name}: ${why}`,
    });
    if (own === 0) return stay('take that column too.');
    const reason = whyNotHead(pair, source, column);
    if (reason !== null) return { columns: [], reason };
    if (own !== local.range.lastColumn + columns.length + 1)
      return stay('it does not stand right beside it in your workbook. Move it there by hand.');
    if (!willBeHeaded(pair, sources, column, own)) return stay('take the cell with its heading too.');
    const met = whyNotTakeIn(sources.objects, local, own);
    if (met !== null) return stay(met);
    columns.push(column);
  }
  return { columns, reason: null };
}

/** Whether the cell above the column says what official's says, now or once its difference is taken. */
function willBeHeaded(
  { official, local }: TablePair,
  { source, local: book, sheet, take }: JoinSources,
  column: number,
  own: number,
): boolean {
  const wanted = headingOf(official, source, column);
  if (contentOf(book, sheet, local.range.firstRow, own).value === wanted) return true;
  const cell = { row: official.range.firstRow, column };
  return take.some(({ kind, official: side }) => {
    const range = kind === 'value' && side?.sheet === source.sheet.name ? parseRange(side.address) : null;
    return range !== null && isInside(range, cell);
  });
}
