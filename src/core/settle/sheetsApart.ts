import type { Aligned } from '../align/align';
import { CommonGrid } from '../align/CommonGrid';
import type { SheetPair } from '../align/Correspondence';
import type { SheetNamePair } from '../align/pairSheets';
import { ContentClass, type SheetContent } from '../align/SheetContent';
import { ownLinesOf, visitOwnCells } from '../compare/compareLines';
import type { Snapshot } from '../workbook/Snapshot';
import { Onlookers } from './Onlookers';
import { READING, readingOfLooks, Readings } from './Reading';

/** Sheets with so many of their texts in common are about the same thing. */
const SAME_TEXTS = 0.5;

/**
 * The doubtful sheet pairs that leave no more to read as a sheet gone and a sheet come than as one renamed and edited.
 * Formulas elsewhere, names and tables that look at one in the one workbook and at the other in the other speak for one;
 * where the sheets are about the same thing new numbers say nothing, as when one was carried on to the next year.
 */
export function sheetsApart(
  official: Snapshot,
  local: Snapshot,
  sheets: readonly SheetPair[],
  { doubtful, contentOf }: Aligned,
): SheetNamePair[] {
  if (doubtful.length === 0) return [];
  const grid = new CommonGrid(official, local, sheets);
  const onlookers = new Onlookers(grid);
  return doubtful.flatMap((index) => {
    const pair = sheets[index]!;
    const [ours, theirs] = [contentOf('official', pair.official!), contentOf('local', pair.local!)];
    const looks = onlookers.of(index);
    const readings = new Readings(grid, index, ours, theirs);
    readings.lookFrom(looks);
    const readsShorterApart = (numbers: boolean): boolean => {
      const asOne = READING + readings.of(grid, numbers).score - (numbers ? 0 : numbersOnOwnLines(grid, index, ours, theirs));
      const cells = [ours, theirs].reduce((sum, content) => sum + content.cells.count - (numbers ? 0 : numbersOf(content)), 0);
      return 2 * READING + cells + readingOfLooks(looks) <= asOne;
    };
    // Numbers that are the same speak for one sheet, new ones not against it where all else is about the same thing.
    const apart = readsShorterApart(true) && (sharedTexts(ours, theirs) < SAME_TEXTS || readsShorterApart(false));
    return apart ? [{ official: official.sheets[pair.official!]!.name, local: local.sheets[pair.local!]!.name }] : [];
  });
}

/** How many of the different texts of two sheets both have, 0 to 1; 0 where neither has any. */
function sharedTexts(official: SheetContent, local: SheetContent): number {
  const [ours, theirs] = [official, local].map(
    ({ exact, contentClass }) => new Set(exact.filter((_, p) => contentClass[p] === ContentClass.Label)),
  ) as [Set<number>, Set<number>];
  const both = [...ours].filter((text) => theirs.has(text)).length;
  return ours.size + theirs.size === 0 ? 0 : both / (ours.size + theirs.size - both);
}

function numbersOf({ contentClass }: SheetContent): number {
  return contentClass.reduce((sum, one) => sum + (one === ContentClass.Number ? 1 : 0), 0);
}

/** How many numbers stand on lines that one side has for itself. */
function numbersOnOwnLines(grid: CommonGrid, index: number, official: SheetContent, local: SheetContent): number {
  let count = 0;
  for (const own of ownLinesOf(grid, index)) {
    const { cells, contentClass } = own.side === 'official' ? official : local;
    visitOwnCells(cells, grid.pairs[index]!, own, (p) => void (count += contentClass[p] === ContentClass.Number ? 1 : 0));
  }
  return count;
}
