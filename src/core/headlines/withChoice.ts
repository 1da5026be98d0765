import type { CommonGrid } from '../align/CommonGrid';
import type { Headline } from '../compare/Comparison';
import type { Tolerances } from '../compare/Tolerances';
import { CellLabels } from './CellLabels';
import { findChosen } from './findChosen';
import { addressOf, type HeadlinePlace } from './HeadlineCell';
import type { ChosenHeadline, HeadlineChoice } from './HeadlineChoice';
import { headlineOf } from './headlineOf';
import { withOwnNames } from './withOwnNames';

/** Headlines after the user's choice. */
export interface ChosenHeadlines {
  readonly headlines: readonly Headline[];
  /** The choice with what was added as it is called and stands now; what was not found as it was. */
  readonly choice: HeadlineChoice;
  /** Those of `headlines` that were added. */
  readonly added: readonly Headline[];
  /** Those that were added and not found. */
  readonly lost: readonly ChosenHeadline[];
}

/** The headlines that were found without those the user removed, and behind them those that were added. */
export function withChoice(grid: CommonGrid, found: readonly Headline[], choice: HeadlineChoice, tolerances: Tolerances): ChosenHeadlines {
  const removed = new Set(choice.removed.map((name) => name.toLowerCase()));
  const kept = found.filter(({ name }) => !removed.has(name.toLowerCase()));
  if (choice.added.length === 0) return { headlines: kept, choice, added: [], lost: [] };
  const labels = { official: new CellLabels(grid.official), local: new CellLabels(grid.local) };
  const places: HeadlinePlace[] = [];
  const lost: ChosenHeadline[] = [];
  const still = choice.added.map((chosen): ChosenHeadline => {
    const place = findChosen(grid, chosen, labels);
    if (place === null) {
      lost.push(chosen);
      return chosen;
    }
    const official = place.official && addressOf(grid.official, place.official);
    const local = place.local && addressOf(grid.local, place.local);
    const known = kept.some((one) => (official === null ? one.localAddress === local : one.officialAddress === official));
    if (!known) places.push({ ...place, name: chosen.label || (local ?? official)! });
    return { ...chosen, official, local };
  });
  const added = withOwnNames(grid, places, kept).map((place) => headlineOf(grid, place, tolerances));
  return { headlines: [...kept, ...added], choice: { ...choice, added: still }, added, lost };
}
