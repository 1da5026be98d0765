import { makeStyles } from '@fluentui/react-components';
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef, type KeyboardEvent } from 'react';
import type { ComparedModels } from '../../app/ports/ComparisonEngine';
import type { DifferenceRow, HeadingRow, ListRow } from '../lists/buildRows';
import { moveInList } from '../lists/moveInList';
import type { ListState } from '../state/PaneState';
import { DifferenceDetail } from './DifferenceDetail';
import { DifferenceLine } from './DifferenceLine';
import { HeadingLine } from './HeadingLine';
import { usePane } from './PaneContext';

const HEADING = 36;
const LINE = 56;
const DETAIL = 160;

const useStyles = makeStyles({
  list: { flexGrow: 1, minHeight: '160px', overflowY: 'auto', overflowX: 'hidden', outlineStyle: 'none', contain: 'strict' },
  inner: { position: 'relative', width: '100%' },
  row: { position: 'absolute', top: 0, left: 0, width: '100%' },
});

interface Props {
  readonly rows: readonly ListRow[];
  readonly models: ComparedModels;
  readonly list: ListState;
}

/**
 * The differences as a tree of which only the rows in view are drawn. The list itself keeps the focus and names the
 * row it is at, so that focus survives rows coming and going.
 */
export function DifferenceList({ rows, models, list }: Props) {
  const styles = useStyles();
  const { pane, strings } = usePane();
  const scroller = useRef<HTMLDivElement>(null);
  const places = useMemo(() => new Map(rows.map(({ id }, index) => [id, index])), [rows]);
  // A row that is folded away is at the fold, where the keyboard goes on from.
  const foldOf = (id: string) => rows.findIndex((row) => row.row === 'heading' && row.folds.includes(id));
  const at = list.current === null ? -1 : (places.get(list.current) ?? foldOf(list.current));
  // eslint-disable-next-line react-hooks/incompatible-library -- the pane is not built with the React compiler
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    getItemKey: (index) => rows[index]!.id,
    estimateSize: (index) => (rows[index]!.row === 'heading' ? HEADING : list.open.has(rows[index]!.id) ? LINE + DETAIL : LINE),
    overscan: 8,
    // The row that the keyboard is at stays drawn: aria-activedescendant must point at something.
    rangeExtractor: (range) => [...new Set([...defaultRangeExtractor(range), ...(at < 0 ? [] : [at])])].sort((a, b) => a - b),
  });

  const { current } = list;
  useEffect(() => {
    if (at >= 0) virtualizer.scrollToIndex(at, { align: 'auto' });
    // Only a new current row scrolls: the list keeps its place when rows change around it.
    // eslint-disable-next-line react-hooks/exhaustive-deps -- see the line above
  }, [current]);

  const lastAt = useRef({ id: current, at });
  useEffect(() => {
    const before = lastAt.current;
    lastAt.current = { id: current, at: current === null ? -1 : (places.get(current) ?? -1) };
    if (current === null || before.id !== current || before.at < 0) return;
    // What was just kept on purpose went below, out of sight: the keyboard goes on with what stands in its place.
    const isKept = rows.some((row) => row.row === 'heading' && row.section === 'kept' && row.folds.includes(current));
    const next = isKept && !places.has(current) ? rows[Math.min(before.at, rows.length - 1)] : undefined;
    if (next !== undefined) pane.dispatch({ type: 'rowReached', id: next.id });
  }, [current, places, rows, pane]);

  const hadFocus = useRef(false);
  useEffect(() => {
    // The button that was pressed may have gone with its row.
    const soon = setTimeout(() => {
      if (hadFocus.current && document.hasFocus() && document.activeElement === document.body)
        scroller.current?.focus({ preventScroll: true });
    }, 0);
    return () => clearTimeout(soon);
  }, [rows]);

  const { open } = list;
  useEffect(() => {
    if (current === null || !open.has(current)) return;
    // Its height is known only once the detail has been drawn and measured.
    const frame = requestAnimationFrame(() => virtualizer.scrollToIndex(places.get(current) ?? 0, { align: 'auto' }));
    return () => cancelAnimationFrame(frame);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- only opening a detail brings it into view
  }, [open]);

  const toggle = (row: ListRow) => pane.dispatch({ type: row.row === 'heading' ? 'headingToggled' : 'differenceToggled', id: row.id });
  const tick = (row: ListRow | undefined) => {
    const ids = row === undefined ? [] : tickableIn(row);
    if (ids.length > 0) pane.dispatch({ type: 'ticked', ids, on: !ids.every((id) => list.ticked.has(id)) });
  };
  const reach = (id: string) => {
    if (rows[places.get(id) ?? -1]?.row === 'difference') pane.goTo(id);
    else pane.dispatch({ type: 'rowReached', id });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const row = rows[at];
    if (event.key === ' ') tick(row);
    else if (event.key.toLowerCase() === 'r' && row?.row === 'difference' && row.kept) pane.decideAgain(row.id);
    else if (event.key === 'Enter') {
      if (row?.row === 'heading') toggle(row);
      else if (row) pane.goTo(row.id);
    } else {
      const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / LINE) - 1);
      const move = moveInList(rows, rows[at]?.id ?? list.current, event.key, list.open, page);
      if (move === null) {
        if (!/^(Arrow|Page|Home|End)/.test(event.key)) return;
      } else if ('reach' in move) reach(move.reach);
      else toggle(move.toggle);
    }
    event.preventDefault();
  };

  return (
    <div
      ref={scroller}
      className={styles.list}
      role="tree"
      aria-label={strings.differences.list}
      aria-multiselectable
      aria-describedby="list-keys"
      aria-activedescendant={at < 0 ? undefined : rowElementId(at)}
      tabIndex={0}
      onKeyDown={onKeyDown}
      onBlur={({ relatedTarget }) => (hadFocus.current = relatedTarget === null)}
      onFocus={() => (hadFocus.current = true) && current === null && rows[0] && pane.dispatch({ type: 'rowReached', id: rows[0].id })}
    >
      <span id="list-keys" hidden>
        {strings.differences.keys}
      </span>
      <div className={styles.inner} role="presentation" style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map(({ index, key, start }) => {
          const row = rows[index]!;
          const ids = tickableIn(row);
          const ticked = ids.filter((id) => list.ticked.has(id)).length;
          const shared = {
            checked:
              ids.length === 0 ? null : ticked === 0 ? ('false' as const) : ticked === ids.length ? ('true' as const) : ('mixed' as const),
            current: index === at,
            onTick: () => tick(row),
            onToggle: () => toggle(row),
          };
          const open = row.row === 'heading' ? row.open : list.open.has(row.id);
          return (
            <div
              key={key}
              ref={virtualizer.measureElement}
              className={styles.row}
              style={{ transform: `translateY(${start}px)` }}
              data-index={index}
              role="presentation"
            >
              <div
                data-row={row.row}
                data-id={row.id}
                id={rowElementId(index)}
                role="treeitem"
                aria-level={row.level}
                aria-posinset={row.position}
                aria-setsize={row.size}
                aria-expanded={open}
                aria-selected={index === at}
                aria-describedby={open && row.row === 'difference' ? `${rowElementId(index)}-detail` : undefined}
                {...(shared.checked === null ? {} : { 'aria-checked': shared.checked })}
                onClick={() => (row.row === 'heading' ? (reach(row.id), toggle(row)) : reach(row.id))}
              >
                {row.row === 'heading' ? (
                  <HeadingLine {...shared} row={row satisfies HeadingRow} />
                ) : (
                  <DifferenceLine {...shared} row={row satisfies DifferenceRow} open={open} models={models} />
                )}
              </div>
              {open && row.row === 'difference' && (
                <div
                  role="treeitem"
                  aria-level={row.level + 1}
                  aria-posinset={1}
                  aria-setsize={1}
                  aria-selected={false}
                  id={`${rowElementId(index)}-detail`}
                >
                  <DifferenceDetail difference={row.difference} models={models} />
                </div>
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}

function rowElementId(index: number): string {
  return `row-${index}`;
}

function tickableIn(row: ListRow): readonly string[] {
  if (row.row === 'heading') return row.tickable;
  return row.difference.role === 'cause' ? [row.id] : [];
}
