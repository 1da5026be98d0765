import { Link, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import type { Driver } from '../../core/explain/Driver';
import { joinTogether } from '../lists/regroup';
import type { Review } from '../state/PaneState';
import { usePane } from './PaneContext';

const useStyles = makeStyles({
  line: { ...typographyStyles.caption1, display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalM, margin: 0 },
  link: { fontSize: 'inherit', lineHeight: 'inherit' },
});

/** Under a bridge: puts the drivers that are ticked together, and takes back all that was grouped by hand. */
export function GroupingTools({ review, drivers }: { readonly review: Review; readonly drivers: readonly Driver[] }) {
  const styles = useStyles();
  const { pane, strings } = usePane();
  const words = strings.why;
  const { regrouping, list } = review;
  const ticked = drivers.filter(({ causes }) => causes.every((id) => list.ticked.has(id)));
  const isChanged = regrouping.together.length > 0 || regrouping.apart.length > 0;
  if (ticked.length < 2 && !isChanged) return null;
  const regroup = (next: Review['regrouping']) => pane.dispatch({ type: 'regrouped', regrouping: next });
  return (
    <p className={styles.line}>
      {ticked.length > 1 && (
        <Link as="button" inline className={styles.link} onClick={() => regroup(joinTogether(regrouping, ticked))}>
          {words.putTogether(ticked.length)}
        </Link>
      )}
      {isChanged && (
        <Link as="button" inline className={styles.link} onClick={() => regroup({ together: [], apart: [] })}>
          {words.asFound}
        </Link>
      )}
    </p>
  );
}
