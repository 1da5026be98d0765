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

/** How alike an official and a local sheet are, each answer from 0 to 1. */
export interface Likeness {
  /** All that they hold, wherever it stands. */
  readonly content: (official: number, local: number) => number;
  /** Their labels and formulas; 1 where neither has any. */
  readonly wording: (official: number, local: number) => number;
  /** What they hold in the same places. */
  readonly inPlace: (official: number, local: number) => number;
  /** True when formulas name both of them, each in its workbook, or neither. */
  readonly bothNamed: (official: number, local: number) => boolean;
}

/** A renamed sheet holds at least so much of the same, when it is the only one left on both sides and when it is not. */
const ALIKE_ALONE = 0.25;
const ALIKE_AMONG = 0.5;

/** Sheets that have so much in common are one, or one was copied from the other. */
export const NEARLY_SAME = 0.8;

/** A name counts for nothing where what stands under it has nothing in common, and a sheet of another name is nearly the same. */
const UNRELATED = 0.15;

/** A sheet that formulas name and one that none names are less likely one by so much: what was renamed takes them along, a copy does not. */
const OTHERWISE_NAMED = 0.1;

/** What Excel puts behind the name of a copy. */
const COPY_NAME = / \(\d+\)$/;

interface Candidate {
  readonly o: number;
  readonly l: number;
  readonly alike: number;
}

/**
 * Pairs sheets: those the user pairs by hand, then by name in any case, then by content, the most alike first. A name
 * gives way only to a sheet that is nearly the same, and only where those of one name are unrelated: a sheet that was
 * renamed and its name given to another, or two that swapped names. Official sheets come in their order, then those
 * that only local has.
 */
export function pairSheets(
  official: readonly SheetSnapshot[],
  local: readonly SheetSnapshot[],
  byHand: readonly SheetNamePair[],
  likeness: Likeness,
): PairedSheets[] {
  const partner = new Map<number, number>();
  const taken = new Set<number>();
  const isFree = (o: number, l: number): boolean => o >= 0 && l >= 0 && !partner.has(o) && !taken.has(l);
  const pair = (o: number, l: number): void => {
    if (!isFree(o, l)) return;
    partner.set(o, l);
    taken.add(l);
  };
  const free = () => ({
    ours: official.map((_, o) => o).filter((o) => !partner.has(o)),
    theirs: local.map((_, l) => l).filter((l) => !taken.has(l)),
  });
  /** True where a sheet is nearly the same as one that is paired: then it is a copy of that, and no sheet that has some of it in common. */
  const isCopy = ({ o, l }: Candidate): boolean =>
    [...partner].some(([ours, theirs]) => likeness.content(o, theirs) >= NEARLY_SAME || likeness.content(ours, l) >= NEARLY_SAME);
  const pairAlike = (enough: number): void => {
    const { ours, theirs } = free();
    const found = ours.flatMap((o) => theirs.map((l): Candidate => ({ o, l, alike: likeness.content(o, l) })));
    const worth = found
      .filter((one) => one.alike >= enough && (one.alike >= NEARLY_SAME || !isCopy(one)))
      .map((one) => (likeness.bothNamed(one.o, one.l) ? one : { ...one, alike: one.alike - OTHERWISE_NAMED }))
      .sort((x, y) => y.alike - x.alike || tieBreak(x, y, official, local, likeness));
    for (const { o, l } of worth) pair(o, l);
  };

  for (const names of byHand) pair(find(official, names.official), find(local, names.local));
  const named = official.map((sheet, o) => ({ o, l: find(local, sheet.name) })).filter(({ o, l }) => isFree(o, l));
  const doubtful =
    official.length > 1 || local.length > 1 ? named.filter(({ o, l }) => isUnrelated(official[o]!, local[l]!, o, l, likeness)) : [];
  for (const each of named) if (!doubtful.includes(each)) pair(each.o, each.l);
  if (doubtful.length > 0) pairAlike(NEARLY_SAME);
  for (const { o, l } of doubtful) pair(o, l);
  const { ours, theirs } = free();
  pairAlike(ours.length === 1 && theirs.length === 1 ? ALIKE_ALONE : ALIKE_AMONG);
  const blank = free();
  const blankLocal = blank.theirs.filter((l) => local[l]!.cells.count === 0);
  blank.ours.filter((o) => official[o]!.cells.count === 0).forEach((o, k) => pair(o, blankLocal[k] ?? -1));
  return [
    ...official.map((_, o) => ({ official: o, local: partner.get(o) ?? null })),
    ...local.map((_, l) => l).flatMap((l) => (taken.has(l) ? [] : [{ official: null, local: l }])),
  ];
}

function isUnrelated(ours: SheetSnapshot, theirs: SheetSnapshot, o: number, l: number, likeness: Likeness): boolean {
  if (ours.cells.count === 0 || theirs.cells.count === 0) return ours.cells.count !== theirs.cells.count;
  return likeness.wording(o, l) <= UNRELATED;
}

/** Of two candidates that are equally alike the one with more in its place comes first, then one that is not called a copy, then the nearer. */
function tieBreak(
  x: Candidate,
  y: Candidate,
  official: readonly SheetSnapshot[],
  local: readonly SheetSnapshot[],
  { inPlace }: Likeness,
): number {
  const copies = ({ o, l }: Candidate): number => (COPY_NAME.test(official[o]!.name) === COPY_NAME.test(local[l]!.name) ? 0 : 1);
  const apart = ({ o, l }: Candidate): number => Math.abs(o - l);
  return inPlace(y.o, y.l) - inPlace(x.o, x.l) || copies(x) - copies(y) || apart(x) - apart(y) || Math.min(x.o, x.l) - Math.min(y.o, y.l);
}

function find(sheets: readonly SheetSnapshot[], name: string): number {
  const wanted = name.toLowerCase();
  return sheets.findIndex((sheet) => sheet.name.toLowerCase() === wanted);
}
