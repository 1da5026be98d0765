import { fromCommon, toCommon } from '../align/axis';
import type { Axis, Band, SheetPair } from '../align/Correspondence';
import type { Difference } from '../compare/Difference';
import { isInside, parseRange, stringifyRange, type CellAddress, type CellRange } from '../workbook/Address';
import type { SheetSnapshot, Snapshot, Span } from '../workbook/Snapshot';
import { runsOf, spanOf, type LineLayout } from './LineLayout';
import { planBlanks, type BandBlanks } from './planBlanks';
import type { LayoutBand } from './SheetLayout';
import { objectsOf, PROTECTED_SHEET, whyNotInsertAcross } from './SheetObjects';
import type { Refusal, ShiftStep } from './SyncPlan';

/** The bands of a sheet once official's cells have been inserted across them. */
export interface PlannedBands {
  readonly bands: readonly LayoutBand[];
  readonly steps: readonly ShiftStep[];
  readonly refused: readonly Refusal[];
  /** The taken difference that adds an official cell across a band. */
  readonly addedBy: (cell: CellAddress) => string | undefined;
  /** Why a difference that covers this local range cannot be deleted, because cells behind it would move too far. */
  readonly whyNotDelete: (difference: Difference, range: CellRange) => string | null;
  /** What makes up for insertions and deletions with blank cells, once those are done. */
  readonly settling: readonly ShiftStep[];
}

interface BandSources {
  readonly official: SheetSnapshot;
  readonly local: Snapshot;
  readonly sheet: SheetSnapshot;
  readonly pair: SheetPair;
  /** How whole lines come to stand. */
  readonly rows: LineLayout;
  readonly columns: LineLayout;
}

/** A taken difference that adds cells across a band. */
interface Insertion {
  readonly difference: Difference;
  readonly range: CellRange;
}

/** Returns how the bands of a sheet are laid out when the taken differences across them are added after all whole lines. */
export function planBands(sources: BandSources, taken: readonly Difference[], removed: readonly Difference[]): PlannedBands {
  const { official, sheet, pair } = sources;
  const insertions = taken.flatMap((difference): Insertion[] => {
    const { kind, official: side, local } = difference;
    if ((kind !== 'row' && kind !== 'column') || side?.sheet !== official.name || local !== null) return [];
    const range = parseRange(side.address);
    return range ? [{ difference, range }] : [];
  });
  const refused: Refusal[] = [];
  const added: Insertion[] = [];
  const bands: LayoutBand[] = [];
  const steps: ShiftStep[] = [];
  const blanks: { readonly plan: BandBlanks; readonly layout: LayoutBand }[] = [];
  for (const band of pair.bands) {
    const along = spansOf(pair, band);
    const ofBand = planBlanks(pair, band, official, sheet, { take: taken, remove: removed, objects: objectsOf(sources.local, sheet) });
    const ours = insertions.filter(({ range }) => spanOf(range, lineOf(band.of)).first === along.official.first);
    const accepted = ours.filter((insertion) => {
      const reason = ofBand.holdsBack && !ofBand.complete ? heldBack(insertion.difference) : whyNot(sources, band, along.local, insertion);
      if (reason !== null) refused.push({ difference: insertion.difference.id, reason });
      return reason === null;
    });
    const layout = layOutBand(sources, band, along, accepted);
    bands.push(layout);
    blanks.push({ plan: ofBand, layout });
    added.push(...accepted);
    for (const { first, last } of layout.inserted) {
      const axis = band.of === 'rows' ? 'column' : 'row';
      steps.push({ kind: 'insert', axis, sheet: sheet.name, at: first, count: last - first + 1, across: layout.across });
    }
  }
  return {
    bands,
    steps,
    refused,
    addedBy: (cell) => added.find(({ range }) => isInside(range, cell))?.difference.id,
    whyNotDelete: (difference, range) => {
      const at = pair.bands.findIndex((band, k) => spanOf(range, lineOf(band.of)).first === bands[k]!.local.first);
      const plan = blanks[at]?.plan;
      return plan?.holdsBack && !plan.complete ? heldBack(difference) : null;
    },
    settling: blanks.flatMap(({ plan, layout }) => (plan.complete ? plan.steps(sheet.name, layout.across) : [])),
  };
}

function heldBack({ kind, official, local }: Difference): string {
  const cells = (official ?? local)!.address;
  return `Cells behind ${cells} stay where they are in official: take all ${kind}s that differ there at once, deletions ticked too, or change them by hand.`;
}

function lineOf(of: Band['of']): 'row' | 'column' {
  return of === 'rows' ? 'row' : 'column';
}

/** First and last line of a band in each workbook: those that both have. */
function spansOf(pair: SheetPair, band: Band): { readonly official: Span; readonly local: Span } {
  const along = pair[band.of];
  const side = (name: 'official' | 'local'): Span => ({
    first: fromCommon(along, name, band.first),
    last: fromCommon(along, name, band.last),
  });
  return { official: side('official'), local: side('local') };
}

function whyNot(sources: BandSources, band: Band, along: Span, { range }: Insertion): string | null {
  const { local, sheet, pair } = sources;
  const axis = band.of === 'rows' ? 'column' : 'row';
  const layout = axis === 'row' ? sources.rows : sources.columns;
  const { first, last } = spanOf(range, axis);
  if (sheet.protected) return PROTECTED_SHEET;
  for (let line = first; line <= last; line++) {
    if (anchorOf(band.axis, pair, axis, layout, line) === null) {
      return `Whole ${axis}s come in beside these cells at another place: sync those first, then compare again.`;
    }
  }
  const before = localBefore(band.axis, first);
  const place =
    axis === 'column'
      ? { firstRow: along.first, lastRow: along.last, firstColumn: before + 1, lastColumn: before + 1 }
      : { firstRow: before + 1, lastRow: before + 1, firstColumn: along.first, lastColumn: along.last };
  return whyNotInsertAcross(objectsOf(local, sheet), axis, place, stringifyRange(range));
}

/** The last local line before an official one across a band. */
function localBefore(lines: Axis, official: number): number {
  for (let common = toCommon(lines, 'official', official); common > 0; common--) {
    const local = fromCommon(lines, 'local', common);
    if (local > 0) return local;
  }
  return 0;
}

/**
 * Where, counted once whole lines have been added, the last line stands after which an official one comes; null when
 * whole lines were added in another order than the band has.
 */
function anchorOf(lines: Axis, pair: SheetPair, axis: 'row' | 'column', whole: LineLayout, official: number): number | null {
  let anchor = 0;
  for (let common = toCommon(lines, 'official', official) - 1; common > 0; common--) {
    anchor = Math.max(anchor, placeWhole(lines, whole, common));
    if (anchor > 0 && fromCommon(lines, 'local', common) > 0) break;
  }
  const end = axis === 'row' ? pair.rows : pair.columns;
  const last = Math.max(lines.length, end.length);
  for (let common = toCommon(lines, 'official', official) + 1; common <= last; common++) {
    const place = placeWhole(lines, whole, common);
    if (place > 0) return place > anchor ? anchor : null;
  }
  return anchor;
}

/** Where a common line across a band stands once whole lines have been added; 0 when it is not there. */
function placeWhole(lines: Axis, whole: LineLayout, common: number): number {
  const local = fromCommon(lines, 'local', common);
  if (local > 0) return whole.fromLocal(local);
  const official = fromCommon(lines, 'official', common);
  return official > 0 && whole.officialToLocal(official) === 0 ? whole.fromOfficial(official) : 0;
}

function layOutBand(
  { pair, rows, columns }: BandSources,
  band: Band,
  along: { readonly official: Span; readonly local: Span },
  accepted: readonly Insertion[],
): LayoutBand {
  const axis = band.of === 'rows' ? 'column' : 'row';
  const whole = axis === 'row' ? rows : columns;
  const lines = band.axis;
  const added = accepted.flatMap(({ range }) => {
    const { first, last } = spanOf(range, axis);
    return Array.from({ length: last - first + 1 }, (_, k) => first + k);
  });
  const anchors = added.map((line) => anchorOf(lines, pair, axis, whole, line)!);
  const moved = (place: number): number => place + anchors.filter((anchor) => anchor < place).length;
  const placeOfAdded = new Map<number, number>();
  added.forEach((line, k) => {
    const before = anchors.filter((anchor, other) => anchor < anchors[k]! || (anchor === anchors[k] && other < k)).length;
    placeOfAdded.set(line, anchors[k]! + before + 1);
  });
  const acrossWhole = band.of === 'rows' ? rows : columns;
  return {
    of: band.of,
    ...along,
    fromOfficial: (index) => {
      const place = placeWhole(lines, whole, toCommon(lines, 'official', index));
      return placeOfAdded.get(index) ?? (place > 0 ? moved(place) : 0);
    },
    fromLocal: (index) => moved(whole.fromLocal(index)),
    officialToLocal: (index) => fromCommon(lines, 'local', toCommon(lines, 'official', index)),
    inserted: runsOf([...placeOfAdded.values()]),
    across: { first: acrossWhole.fromLocal(along.local.first), last: acrossWhole.fromLocal(along.local.last) },
  };
}
