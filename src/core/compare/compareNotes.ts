import { commonPlace, ownPlace } from '../align/bands';
import type { CommonGrid } from '../align/CommonGrid';
import { stringifyAddress } from '../workbook/Address';
import type { Note } from '../workbook/Snapshot';
import { tidyNote } from '../sync/sameNote';
import { plainSide, sheetName, type DifferenceDraft } from './DifferenceSink';

/** One difference for every cell of a sheet pair whose note or comment is not the same; their texts are the values. */
export function compareNotes(grid: CommonGrid, pair: number): DifferenceDraft[] {
  const own = grid.pairs[pair]!;
  const collect = (side: 'official' | 'local', notes: readonly Note[]): Map<string, string> => {
    const byPlace = new Map<string, string>();
    for (const { row, column, text } of notes) {
      const common = commonPlace(own, side, row, column);
      const key = `${common.row} ${common.column}`;
      const before = byPlace.get(key);
      byPlace.set(key, before === undefined ? tidyNote(text) : `${before}\n${tidyNote(text)}`);
    }
    return byPlace;
  };
  const ours = collect('official', grid.official.sheets[own.official!]!.notes);
  const theirs = collect('local', grid.local.sheets[own.local!]!.notes);
  return [...new Set([...ours.keys(), ...theirs.keys()])].flatMap((key): DifferenceDraft[] => {
    const one = ours.get(key);
    const other = theirs.get(key);
    if (one === other) return [];
    const [row, column] = key.split(' ').map(Number) as [number, number];
    // On a row or column that only one side has, the note came or went with it.
    if (!grid.bothHave(pair, row, column)) return [];
    const side = (name: 'official' | 'local', text: string | undefined): DifferenceDraft['official'] =>
      text === undefined ? null : plainSide(sheetName(grid, pair, name), stringifyAddress(ownPlace(own, name, row, column)), text);
    return [{ kind: 'note', cells: 1, official: side('official', one), local: side('local', other) }];
  });
}
