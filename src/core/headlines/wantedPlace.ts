import type { CommonGrid } from '../align/CommonGrid';
import { cellOfName } from '../compare/compareNames';
import type { DefinitionPair } from '../definitions/pairDefinitions';
import type { Snapshot } from '../workbook/Snapshot';
import { definedHeadlines } from './definedHeadlines';
import { partnerOf, type HeadlineCell, type HeadlinePlace } from './HeadlineCell';
import { placesOfLabel } from './placesOfLabel';

/**
 * Where a headline stands that is asked for by a defined name, an address such as `Summary!B4`, a metric of the dictionary or the label of
 * its row, with that of its column where the row's alone fits several cells.
 */
export function wantedPlace(grid: CommonGrid, name: string, definitions: readonly DefinitionPair[]): HeadlinePlace {
  const text = plainName(name);
  const byName = (snapshot: Snapshot): HeadlineCell | null => {
    const known = snapshot.names.find(({ name, scope }) => scope === null && plainName(name) === text);
    return known === undefined ? null : cellOfName(snapshot, known.formula);
  };
  const official = byName(grid.official) ?? cellOfName(grid.official, name);
  const local = byName(grid.local) ?? (official === null ? cellOfName(grid.local, name) : partnerOf(grid, 'official', official));
  if (official !== null || local !== null) return { name, official: official ?? partnerOf(grid, 'local', local!), local };
  const metric = definedHeadlines(grid, definitions).find((each) => plainName(each.name) === text);
  if (metric !== undefined) return { ...metric, name };
  for (const side of ['official', 'local'] as const) {
    const [one, another] = placesOfLabel(grid[side], name);
    if (one === undefined) continue;
    if (another !== undefined) break;
    const partner = partnerOf(grid, side, one);
    return side === 'official' ? { name, official: one, local: partner } : { name, official: partner, local: one };
  }
  return { name, official: null, local: null };
}

/** `Net revenue FY26` asks for the defined name `Net_revenue_FY26`. */
function plainName(name: string): string {
  return name.toLowerCase().replace(/[\s_.]+/g, '');
}
