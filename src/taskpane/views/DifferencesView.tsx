import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useDeferredValue, useMemo, useRef, type KeyboardEvent } from 'react';
import { buildRows } from '../lists/buildRows';
import { causeCounts } from '../lists/causeCounts';
import type { Review } from '../state/PaneState';
import { DecideTicked } from './DecideTicked';
import { DifferenceList } from './DifferenceList';
import { FilterBar } from './FilterBar';
import { ArrowUndo20Regular } from './icons';
import { usePane } from './PaneContext';

const useStyles = makeStyles({
  view: { display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: 0 },
  actions: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    // So tight that all three stand on one line at 320 px.
    gap: tokens.spacingHorizontalXS,
    flexShrink: 0,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  empty: { ...typographyStyles.body1, color: tokens.colorNeutralForeground2, padding: tokens.spacingHorizontalL, margin: 0 },
  note: {
    ...typographyStyles.caption1,
    color: tokens.colorNeutralForeground2,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalL}`,
    margin: 0,
  },
  small: { minWidth: 0, paddingLeft: tokens.spacingHorizontalS, paddingRight: tokens.spacingHorizontalS },
});

/** All differences: filters, the list, and what can be done with those that are ticked. */
export function DifferencesView({
  review,
  resting,
  undoable,
}: {
  readonly review: Review;
  readonly resting: boolean;
  readonly undoable: boolean;
}) {
  const styles = useStyles();
  const { pane, strings } = usePane();
  const view = useRef<HTMLDivElement>(null);
  const { models, decided } = review;
  const { kinds, movers, driver, toggled, ticked } = review.list;
  const search = useDeferredValue(review.list.search);
  const rows = useMemo(
    () => buildRows(models, decided, { kinds, movers, driver, toggled, search }),
    [models, decided, kinds, movers, driver, toggled, search],
  );
  const shown = { causes: 0, cells: 0 };
  for (const row of rows) if (row.row === 'heading' && row.level === 1 && row.section !== 'kept') shown[row.unit] += row.shown;
  const { ids } = causeCounts(models.comparison);
  const words = strings.differences;

  const sync = () => {
    if (resting && ticked.size > 0) pane.plan(ids.filter((id) => ticked.has(id)));
  };
  const focus = (selector: string) => view.current?.querySelector<HTMLElement>(selector)?.focus();
  const onKeyDown = (event: KeyboardEvent) => {
    const typing = event.target instanceof HTMLInputElement;
    if (event.key === '/' && !typing) focus('input[type=search]');
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) sync();
    else if (event.key === 'ArrowDown' && typing) focus('[role=tree]');
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className={styles.view} ref={view} onKeyDownCapture={onKeyDown}>
      <FilterBar review={review} shown={shown} />
      {rows.length === 0 ? (
        <p className={styles.empty}>{models.comparison.differences.length === 0 ? words.none : words.noMatch}</p>
      ) : (
        <DifferenceList rows={rows} models={models} list={review.list} />
      )}
      {models.unlisted > 0 && <p className={styles.note}>{words.unlisted(models.unlisted)}</p>}
      {(ids.length > 0 || undoable) && (
        <div className={styles.actions}>
          {ids.length > 0 && (
            <>
              <Button appearance="primary" disabledFocusable={!resting || ticked.size === 0} onClick={sync}>
                {strings.sync.ticked(ticked.size)}
              </Button>
              <DecideTicked className={styles.small} models={models} ticked={ticked} />
              <TickAll className={styles.small} rows={rows} ticked={ticked} />
            </>
          )}
          {undoable && (
            <Button
              className={styles.small}
              appearance="subtle"
              icon={<ArrowUndo20Regular />}
              disabledFocusable={!resting}
              onClick={() => pane.undo()}
            >
              {strings.sync.undo}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}

/** Ticks all that the filters let through, or when all of it is ticked, unticks it. */
function TickAll({
  className,
  rows,
  ticked,
}: {
  readonly className: string;
  readonly rows: ReturnType<typeof buildRows>;
  readonly ticked: ReadonlySet<string>;
}) {
  const { pane, strings } = usePane();
  const ids = rows.flatMap((row) => (row.row === 'heading' ? row.tickable : []));
  const all = ids.length > 0 && ids.every((id) => ticked.has(id));
  return (
    <Button
      className={className}
      appearance="subtle"
      disabledFocusable={ids.length === 0}
      onClick={() => pane.dispatch({ type: 'ticked', ids, on: !all })}
    >
      {all ? strings.differences.untickAll : strings.differences.tickAll}
    </Button>
  );
}
