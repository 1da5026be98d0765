import { CommonGrid } from '../core/align/CommonGrid';
import type { Correspondence } from '../core/align/Correspondence';
import { closest } from '../core/closest';
import { findHeadlines } from '../core/headlines/findHeadlines';
import { addressOf } from '../core/headlines/HeadlineCell';
import { placesOfLabel } from '../core/headlines/placesOfLabel';
import { Tolerances } from '../core/compare/Tolerances';
import { pairDefinitions } from '../core/definitions/pairDefinitions';
import { readDefinitions } from '../core/definitions/readDefinitions';
import type { Snapshot } from '../core/workbook/Snapshot';

const MOST_PLACES = 5;
const HOW = 'a defined name for one cell, a metric of the dictionary, a row’s label, or an address such as Summary!B4';

/** Why a headline that was asked for was not found, with what was probably meant. */
export function unknownHeadline(official: Snapshot, local: Snapshot, { sheets }: Correspondence, asked: string): string {
  const places = placesOfLabel(official, asked);
  if (places.length > 1) {
    const named = places.slice(0, MOST_PLACES).map((cell) => addressOf(official, cell));
    const more = places.length > MOST_PLACES ? ` and ${places.length - MOST_PLACES} more` : '';
    return `The headline ${asked} can be any of ${places.length} cells: ${named.join(', ')}${more}. Nothing was compared; give one of these addresses.`;
  }
  const sheet = /^'?((?:[^']|'')+?)'?!\$?[A-Z]{1,3}\$?\d+$/i.exec(asked)?.[1]?.replaceAll("''", "'");
  if (sheet !== undefined) {
    const names = [...new Set([official, local].flatMap((book) => book.sheets.map(({ name }) => name)))];
    return `Neither workbook has a sheet ${sheet} for the headline ${asked}. Nothing was compared; name ${nearest(closest(sheet, names)) ?? 'a sheet that is there'}.`;
  }
  const definitions = pairDefinitions(readDefinitions(official), readDefinitions(local));
  const found = findHeadlines(new CommonGrid(official, local, sheets), { tolerances: new Tolerances({}), wanted: null, definitions });
  const names = official.names.flatMap(({ name, scope, hidden }) => (scope === null && !hidden ? [name] : []));
  const known = [...found.map(({ name }) => name), ...names];
  const likely = nearest(closest(asked, known));
  return `Neither workbook has the headline ${asked}. Nothing was compared; give ${likely ?? HOW}.`;
}

/** `Net revenue or Gross revenue, which are nearest`; null when nothing is near. */
function nearest(likely: readonly string[]): string | null {
  const last = likely[likely.length - 1];
  if (last === undefined) return null;
  return likely.length === 1 ? `${last}, which is the closest` : `${likely.slice(0, -1).join(', ')} or ${last}, which are the closest`;
}
