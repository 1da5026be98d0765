import type { Snapshot } from '../workbook/Snapshot';
import type { AlignmentMemory } from './AlignmentMemory';
import { alignSheet } from './alignSheet';
import { oneSidedAxis } from './axis';
import { copiedFrom } from './copiedFrom';
import type { Correspondence, SheetPair } from './Correspondence';
import { namedSheets } from './namedSheets';
import { nameMarks } from './nameMarks';
import { NEARLY_SAME, pairSheets, type PairedSheets, type SheetNamePair } from './pairSheets';
import { settleSlides } from './settleSlides';
import { shareIds, type SharedIds } from './SharedIds';
import { sheetContent, type SheetContent, type SheetKey } from './SheetContent';
import { SheetLikeness, type SheetOfSide } from './SheetLikeness';

export interface AlignOptions {
  /** Sheets that the user paired by hand, by name. */
  readonly sheetPairs?: readonly SheetNamePair[];
  /** Sheets, by name, that are two although they hold something in common. */
  readonly apart?: readonly SheetNamePair[];
  /** Keys of lists that the user chose. */
  readonly keys?: readonly ListKey[];
  /** What was aligned before, so that only what changed since is aligned again. */
  readonly memory?: AlignmentMemory;
}

/** By which columns, by header, the rows of a list are told apart: of one list, or of every list of the sheet that has them all. */
export interface ListKey extends SheetKey {
  readonly sheet: string;
}

/** Two snapshots aligned by what their lines hold, with that content. */
export interface Aligned {
  readonly correspondence: Correspondence;
  readonly contentOf: (side: 'official' | 'local', sheet: number) => SheetContent;
  /** Indexes of sheet pairs of two names that were taken for one by what they have in common, where that is not nearly all. */
  readonly doubtful: readonly number[];
}

/** Which sheet, row and column of the official snapshot is which of the local one, by what they hold; see `correspond`. */
export function align(official: Snapshot, local: Snapshot, options: AlignOptions = {}): Aligned {
  const marks = nameMarks(official, local);
  const keysOf = (name: string, side: 'official' | 'local'): SheetKey[] => {
    const isName = (other: string): boolean => other.toLowerCase() === name.toLowerCase();
    // A place is official's where official has a sheet of that name.
    const placed = side === 'official' || !official.sheets.some((sheet) => isName(sheet.name));
    return (options.keys ?? []).filter(({ sheet, list }) => isName(sheet) && (placed || list === undefined));
  };
  const contentsWith = (ids: SharedIds): ((of: SheetOfSide) => SheetContent) => {
    const contents = new Map<string, SheetContent>();
    return ({ side, sheet }) => {
      const key = `${side} ${sheet}`;
      let content = contents.get(key);
      if (content === undefined) {
        const snapshot = side === 'official' ? official : local;
        contents.set(
          key,
          (content = sheetContent(snapshot, sheet, ids, side, marks[side][sheet]!, keysOf(snapshot.sheets[sheet]!.name, side))),
        );
      }
      return content;
    };
  };
  let contentOf = contentsWith(shareIds(official, local));
  const likeness = new SheetLikeness(official, local, contentOf);
  const sides = (o: number, l: number): [SheetOfSide, SheetOfSide] => [
    { side: 'official', sheet: o },
    { side: 'local', sheet: l },
  ];
  const isAmong = (pairs: readonly SheetNamePair[] | undefined, o: number, l: number): boolean =>
    pairs?.some((pair) => pair.official === official.sheets[o]!.name && pair.local === local.sheets[l]!.name) ?? false;
  const named = { official: namedSheets(official), local: namedSheets(local) };
  const paired = pairSheets(official.sheets, local.sheets, options.sheetPairs ?? [], {
    content: (o, l) => (isAmong(options.apart, o, l) ? 0 : likeness.ofContent(...sides(o, l))),
    wording: (o, l) => likeness.ofWording(...sides(o, l)),
    inPlace: (o, l) => likeness.inPlace(...sides(o, l)),
    bothNamed: (o, l) => named.official.has(o) === named.local.has(l),
  });
  const renamed = renamedSheets(official, local, paired);
  // Once it is known which sheet is which, a formula that names one of another name can be the same.
  if (renamed.size > 0) contentOf = contentsWith(shareIds(official, local, renamed));
  const names = [...renamed].join('/');
  const reasons: string[] = [];
  const sheets = paired.map((pair): SheetPair => {
    if (pair.official === null || pair.local === null) {
      const own: SheetOfSide = pair.official === null ? { side: 'local', sheet: pair.local! } : { side: 'official', sheet: pair.official };
      const { rowCount, columnCount } = contentOf(own);
      const rows = oneSidedAxis(rowCount, own.side);
      const columns = oneSidedAxis(columnCount, own.side);
      const copyOf = copiedFrom(own, paired, likeness);
      return { ...pair, rows, columns, bands: [], moves: [], keyed: [], ...(copyOf !== null && { copyOf }) };
    }
    const [ours, theirs] = sides(pair.official, pair.local);
    const make = () => alignSheet(contentOf(ours), contentOf(theirs));
    const [one, other] = [official.sheets[pair.official]!, local.sheets[pair.local]!];
    const { precise, ...aligned } = options.memory?.of(`${pair.official} ${pair.local} ${names}`, one, other, make) ?? make();
    if (!precise) {
      reasons.push(
        `On the sheet ${official.sheets[pair.official]!.name} so much differs that some rows or columns were paired roughly: more may be listed as different there than is.`,
      );
    }
    return { ...pair, ...aligned };
  });
  const contentIn = (side: 'official' | 'local', sheet: number): SheetContent => contentOf({ side, sheet });
  const isDoubtful = ({ official: o, local: l }: PairedSheets): boolean =>
    o !== null &&
    l !== null &&
    official.sheets[o]!.name.toLowerCase() !== local.sheets[l]!.name.toLowerCase() &&
    !isAmong(options.sheetPairs, o, l) &&
    likeness.ofContent(...sides(o, l)) < NEARLY_SAME;
  return {
    correspondence: { sheets: settleSlides(official, local, sheets, contentIn), precise: reasons.length === 0, reasons },
    contentOf: contentIn,
    doubtful: paired.flatMap((pair, index) => (isDoubtful(pair) ? [index] : [])),
  };
}

/** By local's name of a sheet, in lower case, what official calls it where that is something else; what only local has gets a name of its own. */
function renamedSheets(official: Snapshot, local: Snapshot, paired: readonly PairedSheets[]): Map<string, string> {
  const renamed = new Map<string, string>();
  const known = new Set(official.sheets.map(({ name }) => name.toLowerCase()));
  for (const { official: o, local: l } of paired) {
    if (l === null) continue;
    const name = local.sheets[l]!.name.toLowerCase();
    const as = o === null ? (known.has(name) ? `${name}\u0000` : name) : official.sheets[o]!.name.toLowerCase();
    if (as !== name) renamed.set(name, as);
  }
  return renamed;
}
