import { quoteSheetName, stringifyAddress } from '../core/workbook/Address';
import { ValueKind, type Snapshot } from '../core/workbook/Snapshot';

/** A sentence for each member that official has retired and only local still has, with the first place where it stands. */
export function retiredMembers(official: Snapshot, local: Snapshot, retired: readonly string[]): string[] {
  if (retired.length === 0) return [];
  const wanted = new Set(retired.map(plain));
  const kept = new Set(textsAmong(official, wanted).values());
  const texts = textsAmong(local, wanted);
  const places = new Map<string, string[]>();
  if (texts.size > 0) {
    for (const { name, cells } of local.sheets) {
      for (let p = 0; p < cells.count; p++) {
        const member = cells.kind[p] === ValueKind.Text ? texts.get(cells.payload[p]!) : undefined;
        if (member === undefined || kept.has(member)) continue;
        const place = `${quoteSheetName(name)}!${stringifyAddress({ row: cells.row[p]!, column: cells.column[p]! })}`;
        const those = places.get(member);
        if (those === undefined) places.set(member, [place]);
        else those.push(place);
      }
    }
  }
  return [...new Map(retired.map((member) => [plain(member), member]))].flatMap(([key, member]) => {
    const [first, ...others] = places.get(key) ?? [];
    if (first === undefined) return [];
    const more =
      others.length === 0 ? '' : ` and ${others.length.toLocaleString('en-US')} more ${others.length === 1 ? 'place' : 'places'}`;
    return [`Yours still has “${member.trim()}” (${first}${more}), which the model's owner has retired.`];
  });
}

/** The texts of a workbook that are among the wanted ones, by their number. */
function textsAmong({ strings }: Snapshot, wanted: ReadonlySet<string>): ReadonlyMap<number, string> {
  return new Map(
    strings.flatMap((text, id) => {
      const key = plain(text);
      return wanted.has(key) ? [[id, key] as const] : [];
    }),
  );
}

function plain(text: string): string {
  return text.trim().replace(/\s+/g, ' ').toLowerCase();
}
