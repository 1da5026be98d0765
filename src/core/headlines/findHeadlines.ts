import type { CommonGrid } from '../align/CommonGrid';
import { cellOfName } from '../compare/compareNames';
import type { Headline } from '../compare/Comparison';
import type { Tolerances } from '../compare/Tolerances';
import type { DefinitionPair } from '../definitions/pairDefinitions';
import type { Snapshot } from '../workbook/Snapshot';
import { addressOf, isSameCell, partnerOf, type HeadlineCell, type HeadlinePlace } from './HeadlineCell';
import { definedHeadlines } from './definedHeadlines';
import { headlineOf } from './headlineOf';
import { MOST_PROPOSED, proposedHeadlines } from './proposedHeadlines';

export interface HeadlineOptions {
  readonly tolerances: Tolerances;
  /** Defined names or `Sheet!A1`; null to have them found. */
  readonly wanted: readonly string[] | null;
  /** The metrics of both dictionaries. */
  readonly definitions: readonly DefinitionPair[];
}

/**
 * The outputs people argue about, official beside local. Those wanted, in their order; else the metrics that official's dictionary says
 * are found in a calculated cell, and behind them, as long as they are few, those that are proposed.
 */
export function findHeadlines(grid: CommonGrid, { tolerances, wanted, definitions }: HeadlineOptions): Headline[] {
  const places = wanted === null ? foundPlaces(grid, definitions) : wanted.map((text) => wantedPlace(grid, text));
  return places.map((place) => headlineOf(grid, place, tolerances));
}

function foundPlaces(grid: CommonGrid, definitions: readonly DefinitionPair[]): HeadlinePlace[] {
  const defined = definedHeadlines(grid, definitions);
  const places = [...defined];
  for (const proposed of defined.length < MOST_PROPOSED ? proposedHeadlines(grid) : []) {
    const known = defined.some(({ official }) => isSameCell(official, proposed.official));
    if (!known && places.length < MOST_PROPOSED) places.push(proposed);
  }
  return withOwnNames(grid, places);
}

/** Headlines are told apart by name: of two with one name the later one gets its address too. */
function withOwnNames({ official, local }: CommonGrid, places: readonly HeadlinePlace[]): HeadlinePlace[] {
  const taken = new Set<string>();
  return places.map((place) => {
    const address =
      place.official !== null ? addressOf(official, place.official) : place.local !== null ? addressOf(local, place.local) : '';
    const name = taken.has(place.name.toLowerCase()) ? `${place.name} (${address})` : place.name;
    taken.add(name.toLowerCase());
    return { ...place, name };
  });
}

function wantedPlace(grid: CommonGrid, text: string): HeadlinePlace {
  const byName = (snapshot: Snapshot): HeadlineCell | null => {
    const name = snapshot.names.find(({ name, scope }) => scope === null && name.toLowerCase() === text.toLowerCase());
    return name === undefined ? null : cellOfName(snapshot, name.formula);
  };
  const official = byName(grid.official) ?? cellOfName(grid.official, text);
  const local = byName(grid.local) ?? (official === null ? cellOfName(grid.local, text) : partnerOf(grid, 'official', official));
  return { name: text, official, local };
}
