import type { Snapshot } from '../workbook/Snapshot';
import { alignSheet } from './alignSheet';
import { oneSidedAxis } from './axis';
import { sheetSimilarity } from './bagLines';
import type { Correspondence, SheetPair } from './Correspondence';
import { nameMarks } from './nameMarks';
import { pairSheets, type SheetNamePair } from './pairSheets';
import { settleSlides } from './settleSlides';
import { shareIds } from './SharedIds';
import { sheetContent, type SheetContent } from './SheetContent';

export interface AlignOptions {
  /** Sheets that the user paired by hand, by name. */
  readonly sheetPairs?: readonly SheetNamePair[];
  /** Keys of lists that the user chose. */
  readonly keys?: readonly ListKey[];
}

/** By which columns, by header, the rows of a list are told apart: of every list of the sheet that has them all. */
export interface ListKey {
  readonly sheet: string;
  readonly columns: readonly string[];
}

/** Which sheet, row and column of the official snapshot is which of the local one. */
export function align(official: Snapshot, local: Snapshot, options: AlignOptions = {}): Correspondence {
  const ids = shareIds(official, local);
  const marks = nameMarks(official, local);
  const contents = new Map<string, SheetContent>();
  const keysOf = (name: string): ListKey['columns'][] =>
    (options.keys ?? []).filter(({ sheet }) => sheet.toLowerCase() === name.toLowerCase()).map(({ columns }) => columns);
  const contentOf = (side: 'official' | 'local', sheet: number): SheetContent => {
    const key = `${side} ${sheet}`;
    let content = contents.get(key);
    if (content === undefined) {
      const snapshot = side === 'official' ? official : local;
      contents.set(key, (content = sheetContent(snapshot, sheet, ids, side, marks[side][sheet]!, keysOf(snapshot.sheets[sheet]!.name))));
    }
    return content;
  };
  const reasons: string[] = [];
  const paired = pairSheets(official.sheets, local.sheets, options.sheetPairs ?? [], (o, l) =>
    sheetSimilarity(contentOf('official', o), contentOf('local', l)),
  );
  const sheets = paired.map((pair): SheetPair => {
    if (pair.official === null || pair.local === null) {
      const side = pair.official === null ? 'local' : 'official';
      const { rowCount, columnCount } = contentOf(side, (pair.official ?? pair.local)!);
      return { ...pair, rows: oneSidedAxis(rowCount, side), columns: oneSidedAxis(columnCount, side), bands: [], moves: [], keyed: [] };
    }
    const { precise, ...aligned } = alignSheet(contentOf('official', pair.official), contentOf('local', pair.local));
    if (!precise) {
      reasons.push(
        `On the sheet ${official.sheets[pair.official]!.name} so much differs that some rows or columns were paired roughly: more may be listed as different there than is.`,
      );
    }
    return { ...pair, ...aligned };
  });
  return { sheets: settleSlides(official, local, sheets, contentOf), precise: reasons.length === 0, reasons };
}
