import { stringifyRange } from '../workbook/Address';
import type { Snapshot } from '../workbook/Snapshot';
import { headerOf, holdsPlace, keyRegions } from './KeyRegion';
import { rowLines } from './LineIndex';
import { shareIds } from './SharedIds';
import { sheetContent } from './SheetContent';

/** One list of a sheet. */
export interface ListHeaders {
  /** By column number, from 1, as they are written; empty where a column has none. */
  readonly headers: ReadonlyMap<number, string>;
  readonly address: string;
  /** True when the list has this cell, or the first one of this range, in it. */
  readonly isAt: (address: string) => boolean;
}

/** Every list on a sheet with its headers. */
export function listHeaders(snapshot: Snapshot, sheet: number): ListHeaders[] {
  const content = sheetContent(snapshot, sheet, shareIds(snapshot, snapshot), 'official', { rows: new Map(), columns: new Map() }, []);
  return keyRegions(content, rowLines(content)).map((region) => {
    const { first, last } = region.columns;
    const columns = Array.from({ length: last - first + 1 }, (_, k) => first + k);
    return {
      headers: new Map(columns.map((column) => [column, headerOf(content, region, column)])),
      address: stringifyRange({ firstRow: region.header, lastRow: region.data.last, firstColumn: first, lastColumn: last }),
      isAt: (address) => holdsPlace(region, address),
    };
  });
}
