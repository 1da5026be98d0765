import { Button, Link, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useMemo } from 'react';
import { moverGroup } from '../../app/moverGroups';
import { selectSinceBase } from '../../core/merge/selectSinceBase';
import { openCauses, openIds } from '../lists/openCauses';
import type { Review } from '../state/PaneState';
import { ArrowSync20Regular } from './icons';
import { usePane } from './PaneContext';

const useStyles = makeStyles({
  caption: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground2, margin: 0 },
  link: { fontSize: 'inherit', lineHeight: 'inherit' },
});

/** The one click where it is known which version yours was made from: it takes what only official changed, and leaves the rest. */
export function SinceAction({ review, resting }: { readonly review: Review; readonly resting: boolean }) {
  const styles = useStyles();
  const { pane, strings } = usePane();
  const { comparison } = review.models;
  const words = strings.base;
  const { take, deleteLocalOnly } = useMemo(() => selectSinceBase(comparison, 'causes'), [comparison]);
  const removed = openIds(deleteLocalOnly, review.decided);
  const ids = [...openIds(take, review.decided), ...removed];
  const count = (group: string) => comparison.differences.filter((one) => moverGroup(one) === group).length;
  const waiting = count('conflict');
  const decide = () => {
    pane.dispatch({ type: 'filtersCleared' });
    pane.dispatch({ type: 'moverToggled', mover: 'conflict' });
    pane.dispatch({ type: 'viewShown', view: 'differences' });
  };
  return (
    <>
      {ids.length > 0 && (
        <Button
          appearance="primary"
          size="large"
          icon={<ArrowSync20Regular />}
          disabledFocusable={!resting}
          onClick={() => pane.plan(ids, false, removed)}
        >
          {words.take}
        </Button>
      )}
      <p className={styles.caption} data-since={ids.length}>
        {words.caption(ids.length, count('local'), waiting)}{' '}
        {waiting > 0 && (
          <Link as="button" inline className={styles.link} onClick={decide}>
            {words.decide(waiting)}
          </Link>
        )}
      </p>
      <Button disabledFocusable={!resting} onClick={() => pane.plan(openCauses(review).ids, false)}>
        {words.takeAll}
      </Button>
    </>
  );
}
