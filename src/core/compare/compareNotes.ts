import { fromCommon, toCommon } from '../align/axis';
import { isPastEnd, type CommonGrid } from '../align/CommonGrid';
import { stringifyAddress } from '../workbook/Address';
import type { Note } from '../workbook/Snapshot';
import { plainSide, sheetName, type DifferenceDraft } from './DifferenceSink';

/** One difference for every cell of a sheet pair whose note or comment is not the same; their texts are the values. */
export function compareNotes(grid: CommonGrid, pair: number): DifferenceDraft[] {
  const { official, local, rows, columns } = grid.pairs[pair]!;
  const ends = grid.ends[pair]!;
  const collect = (side: 'official' | 'local', notes: readonly Note[]): Map<string, string> => {
    const byPlace = new Map<string, string>();
    for (const { row, column, text } of notes) {
      const key = `${toCommon(rows, side, row)} ${toCommon(columns, side, column)}`;
      const before = byPlace.get(key);
      byPlace.set(key, before === undefined ? tidy(text) : `${before}\n${tidy(text)}`);
    }
    return byPlace;
  };
  const ours = collect('official', grid.official.sheets[official!]!.notes);
  const theirs = collect('local', grid.local.sheets[local!]!.notes);
  return [...new Set([...ours.keys(), ...theirs.keys()])].flatMap((key): DifferenceDraft[] => {
    const one = ours.get(key);
    const other = theirs.get(key);
    if (one === other) return [];
    const [row, column] = key.split(' ').map(Number) as [number, number];
    const side = (name: 'official' | 'local', text: string | undefined): DifferenceDraft['official'] => {
      const ownRow = fromCommon(rows, name, row);
      const ownColumn = fromCommon(columns, name, column);
      if (text === undefined) return null;
      return plainSide(sheetName(grid, pair, name), stringifyAddress({ row: ownRow, column: ownColumn }), text);
    };
    // On a row or column that only one side has, the note came or went with it.
    if (isPastEnd(ends.rows, row) || isPastEnd(ends.columns, column)) return [];
    if (fromCommon(rows, 'official', row) === 0 || fromCommon(rows, 'local', row) === 0) return [];
    if (fromCommon(columns, 'official', column) === 0 || fromCommon(columns, 'local', column) === 0) return [];
    return [{ kind: 'note', cells: 1, official: side('official', one), local: side('local', other) }];
  });
}

function tidy(text: string): string {
  return text.replace(/\r\n?/g, '\n').trim();
}
