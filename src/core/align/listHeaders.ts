import type { Snapshot } from '../workbook/Snapshot';
import { headerOf, keyRegions } from './KeyRegion';
import { rowLines } from './LineIndex';
import { shareIds } from './SharedIds';
import { sheetContent } from './SheetContent';

/** Headers by column number, from 1; empty where a column has none. */
export type ListHeaders = ReadonlyMap<number, string>;

/** The headers of every list on a sheet, as they are written. */
export function listHeaders(snapshot: Snapshot, sheet: number): ListHeaders[] {
  const content = sheetContent(snapshot, sheet, shareIds(snapshot, snapshot), 'official', { rows: new Map(), columns: new Map() }, []);
  return keyRegions(content, rowLines(content)).map((region) => {
    const { first, last } = region.columns;
    const columns = Array.from({ length: last - first + 1 }, (_, k) => first + k);
    return new Map(columns.map((column) => [column, headerOf(content, region, column)]));
  });
}
