import { makeStyles } from '@fluentui/react-components';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useLayoutEffect, useMemo, useRef, useState, type RefObject } from 'react';
import type { ComparedModels } from '../../app/ports/ComparisonEngine';
import { withOpened, type PlanRow } from '../lists/planRows';
import { PlanLine } from './PlanLine';

const useStyles = makeStyles({
  inner: { position: 'relative', width: '100%' },
  row: { position: 'absolute', top: 0, left: 0, width: '100%' },
});

interface Props {
  readonly rows: readonly PlanRow[];
  readonly models: ComparedModels;
  readonly scroller: RefObject<HTMLDivElement | null>;
}

/** Old → new of every change, grouped by sheet, the same edit over a rectangle folded; only the lines in view are drawn. */
export function PlanList({ rows: folded, models, scroller }: Props) {
  const styles = useStyles();
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const rows = useMemo(() => withOpened(folded, open), [folded, open]);
  const toggle = (id: string) =>
    setOpen((before) => new Set(before.has(id) ? [...before].filter((other) => other !== id) : [...before, id]));
  const inner = useRef<HTMLDivElement>(null);
  const [offset, setOffset] = useState(0);
  useLayoutEffect(() => setOffset(inner.current?.offsetTop ?? 0), [folded]);
  // eslint-disable-next-line react-hooks/incompatible-library -- the pane is not built with the React compiler
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    getItemKey: (index) => rows[index]!.id,
    estimateSize: (index) => (rows[index]!.row === 'sheet' ? 36 : 30),
    scrollMargin: offset,
    overscan: 12,
  });
  return (
    <div className={styles.inner} ref={inner} role="list" style={{ height: virtualizer.getTotalSize() }}>
      {virtualizer.getVirtualItems().map(({ index, key, start }) => (
        <div
          key={key}
          ref={virtualizer.measureElement}
          data-index={index}
          className={styles.row}
          style={{ transform: `translateY(${start - offset}px)` }}
          role="listitem"
          aria-posinset={index + 1}
          aria-setsize={rows.length}
        >
          <PlanLine row={rows[index]!} models={models} open={open.has(rows[index]!.id)} onToggle={toggle} />
        </div>
      ))}
    </div>
  );
}
