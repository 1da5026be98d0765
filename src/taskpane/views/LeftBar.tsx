import { Button, makeStyles, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle, tokens } from '@fluentui/react-components';
import { useMemo, type MouseEvent } from 'react';
import type { CellContent } from '../../core/sync/SyncPlan';
import { formatValue } from '../../core/workbook/formatValue';
import { leftRows } from '../lists/leftRows';
import { reviewOf, type PaneState } from '../state/PaneState';
import { usePane } from './PaneContext';
import { ChangeText, PlanChange } from './PlanChange';

/** So many are listed; the button says how many there are. */
const MOST = 200;

const useStyles = makeStyles({
  bar: { flexShrink: 0, margin: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalS} 0` },
  body: { minWidth: 0, overflowWrap: 'anywhere' },
  title: { display: 'block' },
  list: {
    listStyleType: 'none',
    margin: `${tokens.spacingVerticalXS} 0 0`,
    padding: 0,
    maxHeight: '180px',
    overflowY: 'auto',
    overflowX: 'hidden',
  },
});

/** The cells that the last undo left, each with what it holds and would get back, and the button that undoes them too; nothing when there are none. */
export function LeftBar({ state }: { readonly state: PaneState }) {
  const styles = useStyles();
  const { pane, strings, locale } = usePane();
  const { left, stage } = state;
  const rows = useMemo(() => leftRows(left?.steps ?? []), [left]);
  if (left === null || 'work' in stage) return null;
  const words = strings.left;
  const dateSystem = reviewOf(stage)?.models.dateSystems.local ?? 1900;
  const text = ({ formula, value, format }: CellContent, other: CellContent) => (
    <ChangeText
      text={formula ?? (formatValue(value, format ?? other.format, { dateSystem, locale }) || strings.differences.empty)}
      formula={formula !== null}
    />
  );
  return (
    <MessageBar className={styles.bar} intent="warning" layout="multiline" data-left={rows.length}>
      <MessageBarBody className={styles.body}>
        <MessageBarTitle className={styles.title}>{words.title(rows.length)}</MessageBarTitle>
        {words.body(rows.length)}
        <ul className={styles.list} tabIndex={0} aria-label={words.list}>
          {rows.slice(0, MOST).map(({ sheet, address, now, back }) => {
            const place = strings.differences.where(sheet, address);
            return (
              <li key={place}>
                <PlanChange address={place} before={text(now, back)} after={text(back, now)} />
              </li>
            );
          })}
          {rows.length > MOST && <li>{words.more(rows.length - MOST)}</li>}
        </ul>
      </MessageBarBody>
      <MessageBarActions>
        <Button
          appearance="primary"
          onClick={(event) => {
            keepFocus(event);
            pane.undoLeft();
          }}
        >
          {words.takeBack(rows.length)}
        </Button>
        <Button
          onClick={(event) => {
            keepFocus(event);
            pane.dispatch({ type: 'leftByUndo', left: null });
          }}
        >
          {words.leave}
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}

/** The button goes with the bar: the focus goes to what stays. */
function keepFocus({ currentTarget }: MouseEvent<HTMLElement>): void {
  currentTarget.closest('main')?.focus();
}
