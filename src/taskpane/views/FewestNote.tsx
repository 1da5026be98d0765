import { Link, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { fewestInWords } from '../../app/fewestInWords';
import { openIds } from '../lists/openCauses';
import type { Review } from '../state/PaneState';
import { usePane } from './PaneContext';

const useStyles = makeStyles({
  note: { ...typographyStyles.caption1, margin: 0, color: tokens.colorNeutralForeground1 },
  link: { fontSize: 'inherit', lineHeight: 'inherit' },
});

/** The shortcut to all headlines at once: the few causes that bring them to official, which it ticks and plans. `total` counts all causes. */
export function FewestNote({ review, total, resting }: { readonly review: Review; readonly total: number; readonly resting: boolean }) {
  const styles = useStyles();
  const { pane, strings } = usePane();
  const { why, models } = review;
  const fewest = why.at === 'there' && why.shown.models === models ? why.shown.explanation.fewest : null;
  const words = fewest && fewestInWords(fewest, total, strings.number);
  // What is kept on purpose is not offered for a sync.
  if (fewest === null || words === null || openIds(fewest.causes, review.decided).length < fewest.causes.length) return null;
  const sync = () => {
    pane.dispatch({ type: 'tickedOnly', ids: fewest.causes });
    pane.plan(fewest.causes);
  };
  return (
    <p className={styles.note} data-fewest={fewest.causes.length}>
      {words}:{' '}
      <Link as="button" inline className={styles.link} disabledFocusable={!resting} onClick={sync}>
        {strings.why.syncFewest(fewest.causes.length).toLowerCase()}
      </Link>
    </p>
  );
}
