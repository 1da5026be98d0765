import type { Correspondence } from '../../../src/core/align/Correspondence';
import { fromCommon, toCommon } from '../../../src/core/align/axis';
import type { Axis } from '../../../src/core/align/Correspondence';
import type { AxisName, TracedBook, TracedSheet } from './TracedBook';

export type Side = 'official' | 'local';

/** Which sheet and line of one book is which of the other: as it was planted, or as it was found. */
export interface Layout {
  readonly pairs: readonly LaidOutPair[];
}

export interface LaidOutPair {
  /** Indexes into the books' sheets. */
  readonly official: number | null;
  readonly local: number | null;
  readonly rows: Partners;
  readonly columns: Partners;
}

/** By number of a line of one side its partner's in the other, 0 where there is none. */
interface Partners {
  readonly official: (number: number) => number;
  readonly local: (number: number) => number;
  /** True for a line that has none because the other side ends before. */
  readonly isPastEnd: (side: Side, number: number) => boolean;
}

type Raw = Omit<Partners, 'isPastEnd'>;

const NONE: Partners = { official: () => 0, local: () => 0, isPastEnd: () => false };

/** What really is what: lines and sheets are one when they come from one. */
export function plantedLayout(official: TracedBook, local: TracedBook): Layout {
  const pairs = official.sheets.map((sheet, index): LaidOutPair => {
    const partner = local.sheets.findIndex(({ key }) => key === sheet.key);
    if (partner < 0) return { official: index, local: null, rows: NONE, columns: NONE };
    const both = { official: sheet, local: local.sheets[partner]! };
    const of = (axis: AxisName): Partners => withinEnds(byIdentity(both.official, both.local, axis), both, axis);
    return { official: index, local: partner, rows: of('rows'), columns: of('columns') };
  });
  const added = local.sheets.flatMap((sheet, index): LaidOutPair[] =>
    official.sheetOf(sheet.key) === undefined ? [{ official: null, local: index, rows: NONE, columns: NONE }] : [],
  );
  return { pairs: [...pairs, ...added] };
}

function byIdentity(official: TracedSheet, local: TracedSheet, axis: AxisName): Raw {
  const partner = (from: TracedSheet, to: TracedSheet, number: number): number => {
    const behind = number - from[axis].length;
    return behind > 0 ? to[axis].length + behind : (to.numberOf(axis, from[axis][number - 1]!) ?? 0);
  };
  return { official: (number) => partner(official, local, number), local: (number) => partner(local, official, number) };
}

/** What the comparison takes for what; null where cells of a part of a sheet are laid out in a way of their own, which no plant makes. */
export function foundLayout({ sheets }: Correspondence, books: Readonly<Record<Side, TracedBook>>): Layout | null {
  if (sheets.some(({ bands }) => bands.length > 0)) return null;
  return {
    pairs: sheets.map(({ official, local, ...axes }) => {
      if (official === null || local === null) return { official, local, rows: NONE, columns: NONE };
      const both = { official: books.official.sheets[official]!, local: books.local.sheets[local]! };
      const of = (axis: AxisName): Partners => withinEnds(byAxis(axes[axis]), both, axis);
      return { official, local, rows: of('rows'), columns: of('columns') };
    }),
  };
}

/** Lines typed past the end of what the other side uses are no partners of its blank lines. */
function withinEnds(raw: Raw, sheets: Readonly<Record<Side, TracedSheet>>, axis: AxisName): Partners {
  const last = { official: sheets.official.lastUsed(axis), local: sheets.local.lastUsed(axis) };
  const isPastEnd = (side: Side, number: number): boolean => {
    const other = raw[side](number);
    return other !== 0 && number <= last[side] !== other <= last[side === 'official' ? 'local' : 'official'];
  };
  return {
    official: (number) => (isPastEnd('official', number) ? 0 : raw.official(number)),
    local: (number) => (isPastEnd('local', number) ? 0 : raw.local(number)),
    isPastEnd,
  };
}

function byAxis(axis: Axis): Raw {
  return {
    official: (number) => fromCommon(axis, 'local', toCommon(axis, 'official', number)),
    local: (number) => fromCommon(axis, 'official', toCommon(axis, 'local', number)),
  };
}

/** True when both lay out every used line and every sheet alike. */
export function isSameLayout(one: Layout, other: Layout, official: TracedBook, local: TracedBook): boolean {
  const found = new Map(other.pairs.map((pair) => [`${pair.official} ${pair.local}`, pair]));
  return (
    one.pairs.length === other.pairs.length &&
    one.pairs.every((pair) => {
      const match = found.get(`${pair.official} ${pair.local}`);
      if (match === undefined) return false;
      if (pair.official === null || pair.local === null) return true;
      const sheets = { official: official.sheets[pair.official]!, local: local.sheets[pair.local]! };
      return (['rows', 'columns'] as const).every((axis) =>
        (['official', 'local'] as const).every((side) => {
          const last = sheets[side].lastUsed(axis);
          for (let k = 1; k <= last; k++) {
            if (pair[axis][side](k) !== match[axis][side](k) || pair[axis].isPastEnd(side, k) !== match[axis].isPastEnd(side, k))
              return false;
          }
          return true;
        }),
      );
    })
  );
}
