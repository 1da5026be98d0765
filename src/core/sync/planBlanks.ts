import { isIdentity } from '../align/axis';
import type { Band, SheetPair } from '../align/Correspondence';
import { ownPlace } from '../align/bands';
import type { Difference } from '../compare/Difference';
import { parseRange } from '../workbook/Address';
import type { SheetSnapshot, Span } from '../workbook/Snapshot';
import { whyNotInsertAcross, type SheetObjects } from './SheetObjects';
import type { ShiftStep } from './SyncPlan';

type Side = 'official' | 'local';

/** What happens to the blank cells of a band, so that what stands behind them comes to stand where official has it. */
export interface BandBlanks {
  /** True when cells behind an insertion or deletion across the band did not move in official, for blank cells made up for it. */
  readonly holdsBack: boolean;
  /** True when everything that one side has for itself across the band is taken or ticked, and Excel can shift its cells. */
  readonly complete: boolean;
  /** Inserts official's blank cells and deletes local's, counted once all else across the band has been done. */
  readonly steps: (sheet: string, across: Span) => readonly ShiftStep[];
}

/** Returns what the blank cells of one band of a sheet pair need when these differences are taken and those removed. */
export function planBlanks(
  pair: SheetPair,
  band: Band,
  official: SheetSnapshot,
  local: SheetSnapshot,
  {
    take,
    remove,
    objects,
  }: { readonly take: readonly Difference[]; readonly remove: readonly Difference[]; readonly objects: SheetObjects },
): BandBlanks {
  const axis = band.of === 'rows' ? 'column' : 'row';
  const used = { official: usedAcross(pair, band, 'official', official), local: usedAcross(pair, band, 'local', local) };
  const settled = { official: linesOf(take, 'official', axis, official.name), local: linesOf(remove, 'local', axis, local.name) };
  const { toOfficial, toLocal, length } = band.axis;
  let lastFilled = 0;
  let complete = true;
  for (let common = 1; common <= length; common++) {
    const [o, l] = [toOfficial[common]!, toLocal[common]!];
    if (o > 0 && l > 0) {
      if (used.official.has(o) || used.local.has(l)) lastFilled = common;
    } else {
      const [side, line] = o > 0 ? (['official', o] as const) : (['local', l] as const);
      if (used[side].has(line) && !settled[side].some((each) => each.lines(line, alongOf(pair, band, side)))) complete = false;
    }
  }
  const blanks: { readonly kind: ShiftStep['kind']; readonly at: number }[] = [];
  let at = 1;
  for (let common = 1; common <= lastFilled; common++) {
    const [o, l] = [toOfficial[common]!, toLocal[common]!];
    const isBlank = o === 0 ? !used.local.has(l) : l === 0 && !used.official.has(o);
    if (isBlank) blanks.push({ kind: o === 0 ? 'delete' : 'insert', at });
    if (o > 0) at++;
  }
  const whole = axis === 'row' ? pair.rows : pair.columns;
  const along = alongOf(pair, band, 'local');
  const start =
    axis === 'column'
      ? { firstRow: along.first, lastRow: along.last, firstColumn: 1, lastColumn: 1 }
      : { firstRow: 1, lastRow: 1, firstColumn: along.first, lastColumn: along.last };
  const canSettle = isIdentity(whole) && whyNotInsertAcross(objects, axis, start, '') === null;
  return {
    holdsBack: blanks.length > 0,
    complete: complete && (blanks.length === 0 || canSettle),
    steps: (sheet, across) => joined(blanks).map(({ kind, at: first, count }) => ({ kind, axis, sheet, at: first, count, across })),
  };
}

/** The lines across a band that hold anything in one workbook, be it a note. */
function usedAcross(pair: SheetPair, band: Band, side: Side, { cells, notes }: SheetSnapshot): Set<number> {
  const along = alongOf(pair, band, side);
  const used = new Set<number>();
  const see = (row: number, column: number): void => {
    const [line, other] = band.of === 'rows' ? [row, column] : [column, row];
    if (line >= along.first && line <= along.last) used.add(other);
  };
  for (let p = 0; p < cells.count; p++) see(cells.row[p]!, cells.column[p]!);
  for (const { row, column } of notes) see(row, column);
  return used;
}

function alongOf(pair: SheetPair, band: Band, side: Side): Span {
  const line = (common: number): number => {
    const { row, column } = band.of === 'rows' ? ownPlace(pair, side, common, 1) : ownPlace(pair, side, 1, common);
    return band.of === 'rows' ? row : column;
  };
  return { first: line(band.first), last: line(band.last) };
}

interface SettledLines {
  /** Whether they hold this line across a band that goes from its first to its last line. */
  readonly lines: (line: number, along: Span) => boolean;
}

/** The lines that differences across part of a sheet, or across all of it, add or remove. */
function linesOf(differences: readonly Difference[], side: Side, axis: 'row' | 'column', sheet: string): SettledLines[] {
  return differences.flatMap((difference): SettledLines[] => {
    const place = difference[side];
    if (difference.kind !== axis || place?.sheet !== sheet) return [];
    const range = parseRange(place.address);
    if (!range) return [];
    return [
      {
        lines: (line, { first, last }) =>
          axis === 'row'
            ? line >= range.firstRow && line <= range.lastRow && range.firstColumn === first && range.lastColumn === last
            : line >= range.firstColumn && line <= range.lastColumn && range.firstRow === first && range.lastRow === last,
      },
    ];
  });
}

/** Neighbouring blanks in one step each. */
function joined(
  blanks: readonly { readonly kind: ShiftStep['kind']; readonly at: number }[],
): { readonly kind: ShiftStep['kind']; readonly at: number; count: number }[] {
  const steps: { readonly kind: ShiftStep['kind']; readonly at: number; count: number }[] = [];
  for (const { kind, at } of blanks) {
    const open = steps[steps.length - 1];
    if (open !== undefined && open.kind === kind && at === (kind === 'insert' ? open.at + open.count : open.at)) open.count++;
    else steps.push({ kind, at, count: 1 });
  }
  return steps;
}
