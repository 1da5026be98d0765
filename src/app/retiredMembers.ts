import { quoteSheetName, stringifyAddress } from '../core/workbook/Address';
import { ValueKind, type Snapshot } from '../core/workbook/Snapshot';

/** A sentence for each member that official has retired and only local still has, with the first place where it stands. */
export function retiredMembers(official: Snapshot, local: Snapshot, retired: readonly string[]): string[] {
  return retired.flatMap((member) => {
    const [place, ...others] = placesOf(local, member);
    if (place === undefined || placesOf(official, member).length > 0) return [];
    const more =
      others.length === 0 ? '' : ` and ${others.length.toLocaleString('en-US')} more ${others.length === 1 ? 'place' : 'places'}`;
    return [`Yours still has “${member}” (${place}${more}), which the model's owner has retired.`];
  });
}

function placesOf({ strings, sheets }: Snapshot, member: string): string[] {
  const wanted = plain(member);
  const ids = new Set(strings.flatMap((text, id) => (plain(text) === wanted ? [id] : [])));
  if (ids.size === 0) return [];
  const places: string[] = [];
  for (const { name, cells } of sheets) {
    for (let p = 0; p < cells.count; p++) {
      if (cells.kind[p] !== ValueKind.Text || !ids.has(cells.payload[p]!)) continue;
      places.push(`${quoteSheetName(name)}!${stringifyAddress({ row: cells.row[p]!, column: cells.column[p]! })}`);
    }
  }
  return places;
}

function plain(text: string): string {
  return text.trim().replace(/\s+/g, ' ').toLowerCase();
}
