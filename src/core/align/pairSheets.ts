import type { SheetSnapshot } from '../workbook/Snapshot';

/** Two sheets, by name, that the user says are one. */
export interface SheetNamePair {
  readonly official: string;
  readonly local: string;
}

/** Indexes of an official and a local sheet that are one; null where only one workbook has it. */
export interface PairedSheets {
  readonly official: number | null;
  readonly local: number | null;
}

/** A renamed sheet holds at least so much of the same, when it is the only one left on both sides and when it is not. */
const ALIKE_ALONE = 0.25;
const ALIKE_AMONG = 0.5;

/**
 * Pairs sheets: those the user pairs by hand, then by name in any case, then by content, the most alike first.
 * Official sheets come in their order, then those that only local has.
 */
export function pairSheets(
  official: readonly SheetSnapshot[],
  local: readonly SheetSnapshot[],
  byHand: readonly SheetNamePair[],
  similarity: (official: number, local: number) => number,
): PairedSheets[] {
  const partner = new Map<number, number>();
  const taken = new Set<number>();
  const pair = (o: number, l: number): void => {
    if (o < 0 || l < 0 || partner.has(o) || taken.has(l)) return;
    partner.set(o, l);
    taken.add(l);
  };
  for (const names of byHand) pair(find(official, names.official), find(local, names.local));
  official.forEach(({ name }, o) => pair(o, find(local, name)));
  const leftOfficial = official.map((_, o) => o).filter((o) => !partner.has(o));
  const leftLocal = local.map((_, l) => l).filter((l) => !taken.has(l));
  const enough = leftOfficial.length === 1 && leftLocal.length === 1 ? ALIKE_ALONE : ALIKE_AMONG;
  leftOfficial
    .flatMap((o) => leftLocal.map((l) => ({ o, l, alike: similarity(o, l) })))
    .filter(({ alike }) => alike >= enough)
    .sort((x, y) => y.alike - x.alike)
    .forEach(({ o, l }) => pair(o, l));
  return [
    ...official.map((_, o) => ({ official: o, local: partner.get(o) ?? null })),
    ...local.map((_, l) => l).flatMap((l) => (taken.has(l) ? [] : [{ official: null, local: l }])),
  ];
}

function find(sheets: readonly SheetSnapshot[], name: string): number {
  const wanted = name.toLowerCase();
  return sheets.findIndex((sheet) => sheet.name.toLowerCase() === wanted);
}
