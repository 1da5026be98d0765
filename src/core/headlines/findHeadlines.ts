import type { CommonGrid } from '../align/CommonGrid';
import type { Headline } from '../compare/Comparison';
import type { Tolerances } from '../compare/Tolerances';
import type { DefinitionPair } from '../definitions/pairDefinitions';
import { definedHeadlines } from './definedHeadlines';
import { isSameCell, type HeadlinePlace } from './HeadlineCell';
import { headlineOf } from './headlineOf';
import { MOST_PROPOSED, proposedHeadlines } from './proposedHeadlines';
import { wantedPlace } from './wantedPlace';
import { withOwnNames } from './withOwnNames';

export interface HeadlineOptions {
  readonly tolerances: Tolerances;
  /** What is asked for, by name, address or label; null to have headlines found. */
  readonly wanted: readonly string[] | null;
  /** The one sheet of local on which they are to be found. */
  readonly on?: string;
  /** The metrics of both dictionaries. */
  readonly definitions: readonly DefinitionPair[];
}

/**
 * The outputs people argue about, official beside local. Those wanted, in their order; else the metrics that official's dictionary says
 * are found in a calculated cell, and behind them, as long as they are few, those that are proposed.
 */
export function findHeadlines(grid: CommonGrid, { tolerances, wanted, on, definitions }: HeadlineOptions): Headline[] {
  return foundOrWanted().map((place) => headlineOf(grid, place, tolerances));

  function foundOrWanted(): readonly HeadlinePlace[] {
    if (wanted !== null) return wanted.map((text) => wantedPlace(grid, text, definitions));
    return on === undefined ? foundPlaces(grid, definitions) : proposedHeadlines(grid, on);
  }
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
