import { foldMoves, type FoldedMoves } from '../../app/foldMoves';
import { groupDifferences, type DecidedById, type SheetGroup } from '../../app/groupDifferences';
import { hiddenMarks } from '../../app/hiddenMarks';
import type { ComparedModels } from '../../app/ports/ComparisonEngine';
import type { Difference } from '../../core/compare/Difference';
import type { ListState } from '../state/PaneState';
import { kindGroup } from '../../app/kindGroups';
import { moverGroup, type MoverGroup } from '../../app/moverGroups';
import { matchesSearch } from './matchesSearch';

/** One line of the list. `level`, `position` and `size` say where it stands in the tree; `position` counts from 1. */
export type ListRow = HeadingRow | DifferenceRow;

interface Placed {
  readonly id: string;
  readonly level: number;
  readonly position: number;
  readonly size: number;
}

export interface HeadingRow extends Placed {
  readonly row: 'heading';
  readonly section: 'causes' | 'consequences' | 'unexplained' | 'kept';
  /** The sheet it groups; null for a whole section. */
  readonly sheet: string | null;
  /** Where that sheet is hidden, in words; empty where it is not. */
  readonly hidden: string;
  /** What `shown` and `total` count: causes one by one; what follows or is unexplained in cells, however it is folded into lines. */
  readonly unit: 'causes' | 'cells';
  readonly shown: number;
  readonly total: number;
  readonly open: boolean;
  /** The rows or columns that it folds, all of which moved; null for any other heading. */
  readonly moved: Pick<FoldedMoves, 'kind' | 'lines'> | null;
  /** Ids of the differences below it that can be ticked, all at once. */
  readonly tickable: readonly string[];
  /** Ids of the differences that are folded into it at first. */
  readonly folds: readonly string[];
}

export interface DifferenceRow extends Placed {
  readonly row: 'difference';
  readonly difference: Difference;
  /** Whether it stands among those that are kept on purpose. */
  readonly kept: boolean;
}

type Filter = Pick<ListState, 'search' | 'kinds' | 'movers' | 'driver' | 'toggled'>;

/**
 * The list as it is to be shown: open causes by sheet, then consequences (folded at first), then unexplained, which no filter but the
 * search hides, and below all that is open what is kept on purpose (folded, unless it was looked for).
 */
export function buildRows(models: ComparedModels, decided: DecidedById, filter: Filter): readonly ListRow[] {
  const { causes, consequences, unexplained, kept } = groupDifferences(models.comparison, decided);
  const { cells } = models.comparison.counts;
  const hidden = new Map(models.comparison.sheets.map((sheet) => [sheet.local ?? sheet.official ?? '', hiddenMarks(sheet)]));
  const marked = (group: SheetGroup): MarkedGroup => ({ ...group, hidden: hidden.get(group.sheet) ?? '' });
  const searched = (difference: Difference) => matchesSearch(difference, models.labels.get(difference.id) ?? '', filter.search);
  const narrowed = filter.kinds.size > 0 || filter.movers.size > 0 || filter.driver !== null;
  const picked = (difference: Difference) =>
    (filter.driver === null || filter.driver.causes.has(difference.id)) &&
    (filter.kinds.size === 0 || filter.kinds.has(kindGroup(difference))) &&
    (filter.movers.size === 0 || isAmong(filter.movers, moverGroup(difference))) &&
    searched(difference);
  const isOpen = (id: string, first: boolean) => first !== filter.toggled.has(id);

  const top: ((position: number, size: number) => ListRow[])[] = [];
  for (const group of causes) {
    const shown = group.differences.filter(picked);
    if (shown.length === 0) continue;
    const id = `causes/${group.sheet}`;
    // What is searched for is not to be hidden in a fold.
    const folds = filter.search === '' ? (fold: string) => isOpen(fold, false) : null;
    top.push((position, size) => section(id, 'causes', 1, position, size, marked(group), shown, isOpen(id, true), folds));
  }
  if (consequences.length > 0 && !narrowed) {
    const id = 'consequences';
    top.push((position, size) => {
      const groups = consequences
        .map((group) => ({ group, shown: group.differences.filter(searched) }))
        .filter(({ shown }) => shown.length > 0);
      const heading: HeadingRow = {
        row: 'heading',
        id,
        level: 1,
        position,
        size,
        section: 'consequences',
        sheet: null,
        hidden: '',
        unit: 'cells',
        moved: null,
        shown: cellsOf(groups.flatMap(({ shown }) => shown)),
        // A list that is too long is cut at its end; the comparison's own counts have all of it.
        total: cells.consequence,
        open: isOpen(id, false),
        tickable: [],
        folds: [],
      };
      if (!heading.open) return [heading];
      return [
        heading,
        ...groups.flatMap(({ group, shown }, i) => {
          const inner = `consequences/${group.sheet}`;
          return section(inner, 'consequences', 2, i + 1, groups.length, marked(group), shown, isOpen(inner, true));
        }),
      ];
    });
  }
  if (unexplained.length > 0) {
    const id = 'unexplained';
    const group = { sheet: null, hidden: '', differences: unexplained };
    top.push((position, size) => section(id, 'unexplained', 1, position, size, group, unexplained.filter(searched), isOpen(id, true)));
  }
  const keptShown = kept.filter(picked);
  if (keptShown.length > 0) {
    const id = 'kept';
    const open = isOpen(id, filter.search !== '' || filter.driver !== null);
    const group = { sheet: null, hidden: '', differences: kept };
    top.push((position, size) => section(id, 'kept', 1, position, size, group, keptShown, open));
  }
  return top.flatMap((build, i) => build(i + 1, top.length));
}

function isAmong(movers: ReadonlySet<MoverGroup>, mover: MoverGroup | null): boolean {
  return mover !== null && movers.has(mover);
}

interface MarkedGroup {
  readonly sheet: string | null;
  readonly hidden: string;
  readonly differences: readonly Difference[];
}

function section(
  id: string,
  name: HeadingRow['section'],
  level: number,
  position: number,
  size: number,
  group: MarkedGroup,
  shown: readonly Difference[],
  open: boolean,
  /** Whether a fold of what moved is open, by its id; null to fold nothing. */
  folds: ((id: string) => boolean) | null = null,
): ListRow[] {
  const unit = name === 'causes' || name === 'kept' ? 'causes' : 'cells';
  const count = (differences: readonly Difference[]) => (unit === 'causes' ? differences.length : cellsOf(differences));
  const heading: HeadingRow = {
    row: 'heading',
    id,
    level,
    position,
    size,
    section: name,
    sheet: group.sheet,
    hidden: group.hidden,
    unit,
    moved: null,
    shown: count(shown),
    total: count(group.differences),
    open,
    // What is kept on purpose is ticked one by one, or not at all.
    tickable: name === 'causes' ? shown.map((difference) => difference.id) : [],
    folds: name === 'kept' ? shown.map((difference) => difference.id) : [],
  };
  if (!open) return [heading];
  const items = folds === null ? shown : foldMoves(shown);
  const rows = items.flatMap((item, i) => {
    const placed = { level: level + 1, position: i + 1, size: items.length };
    if (!('moves' in item)) return [differenceRow(item, placed, name === 'kept')];
    const fold = `moved/${item.kind}/${group.sheet ?? ''}`;
    const ids = item.moves.map((move) => move.id);
    const counts = { shown: ids.length, total: ids.length, tickable: ids, folds: ids };
    const inner: HeadingRow = { ...heading, ...placed, ...counts, id: fold, open: folds!(fold), moved: item };
    const within = item.moves.map((move, k) => differenceRow(move, { level: level + 2, position: k + 1, size: item.moves.length }));
    return inner.open ? [inner, ...within] : [inner];
  });
  return [heading, ...rows];
}

function differenceRow(difference: Difference, placed: Omit<Placed, 'id'>, kept = false): DifferenceRow {
  return { row: 'difference', id: difference.id, ...placed, difference, kept };
}

function cellsOf(differences: readonly Difference[]): number {
  return differences.reduce((sum, { cells }) => sum + cells, 0);
}
