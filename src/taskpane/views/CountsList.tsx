import { Button, makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components';
import type { FluentIcon } from '@fluentui/react-icons';
import { cellsThatDiffer } from '../../core/compare/countDifferences';
import { decidedCauses, openGroups } from '../lists/openCauses';
import type { Review } from '../state/PaneState';
import type { KindGroup } from '../../app/kindGroups';
import { CheckmarkCircle16Regular, Flow16Regular, Question16Regular } from './icons';
import { GROUP_ICONS } from './kindIcons';
import { usePane } from './PaneContext';

const useStyles = makeStyles({
  title: { ...typographyStyles.subtitle2, margin: `0 0 ${tokens.spacingVerticalXS}` },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  others: {
    marginTop: tokens.spacingVerticalXS,
    paddingTop: tokens.spacingVerticalXS,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  button: {
    // Icon and number stand under the heading and over the figures' edge; only the button's own shape sticks out.
    width: `calc(100% + 2 * ${tokens.spacingHorizontalXS})`,
    maxWidth: 'none',
    margin: `0 calc(-1 * ${tokens.spacingHorizontalXS})`,
    justifyContent: 'flex-start',
    paddingLeft: tokens.spacingHorizontalXS,
    paddingRight: tokens.spacingHorizontalXS,
    fontWeight: tokens.fontWeightRegular,
    gap: tokens.spacingHorizontalS,
  },
  word: { flexGrow: 1, textAlign: 'left' },
  number: { fontVariantNumeric: 'tabular-nums', fontWeight: tokens.fontWeightSemibold },
});

/** How many causes are open of each kind, then how many are kept and how many cells differ and are unexplained; each opens the list at them. */
export function CountsList({ review }: { readonly review: Review }) {
  const styles = useStyles();
  const { pane, strings } = usePane();
  const { comparison } = review.models;
  const kept = decidedCauses(review, 'settled');
  const { unexplained } = comparison.counts.cells;
  const differing = cellsThatDiffer(comparison.counts);
  const show = (kind: KindGroup | null, row: string | null) => {
    pane.dispatch({ type: 'filtersCleared' });
    if (kind !== null) pane.dispatch({ type: 'kindToggled', kind });
    if (row !== null) pane.dispatch({ type: 'rowReached', id: row });
    pane.dispatch({ type: 'viewShown', view: 'differences' });
  };
  const line = (key: string, Icon: FluentIcon, word: string, count: number, kind: KindGroup | null, row: string | null = null) => (
    <li key={key}>
      <Button className={styles.button} appearance="transparent" icon={<Icon />} onClick={() => show(kind, row)}>
        <span className={styles.word}>{word}</span>
        <span className={styles.number}>{strings.number(count)}</span>
      </Button>
    </li>
  );
  const lines = openGroups(review)
    .filter(({ count }) => count > 0)
    .map(({ group, count }) => line(group, GROUP_ICONS[group], strings.groups[group], count, group));
  const others: typeof lines = [];
  if (kept > 0) others.push(line('kept', CheckmarkCircle16Regular, strings.decisions.group, kept, null, 'kept'));
  if (differing > 0) others.push(line('differing', Flow16Regular, strings.counts.differing, differing, null, 'consequences'));
  if (unexplained > 0) others.push(line('unexplained', Question16Regular, strings.counts.unexplained, unexplained, null, 'unexplained'));
  if (lines.length + others.length === 0) return null;
  return (
    <div>
      {lines.length > 0 && (
        <section aria-labelledby="counts">
          <h3 className={styles.title} id="counts">
            {strings.counts.title}
          </h3>
          <ul className={styles.list}>{lines}</ul>
        </section>
      )}
      {others.length > 0 && <ul className={mergeClasses(styles.list, lines.length > 0 && styles.others)}>{others}</ul>}
    </div>
  );
}
