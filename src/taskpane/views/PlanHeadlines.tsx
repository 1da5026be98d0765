import { Link, makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components';
import { useId, useState } from 'react';
import type { PlannedHeadline } from '../../core/sync/SyncPlan';
import { shortNumber } from '../wording/shortNumber';
import { usePane } from './PaneContext';

const useStyles = makeStyles({
  block: { padding: `0 ${tokens.spacingHorizontalL} ${tokens.spacingVerticalM}` },
  table: { width: '100%', borderCollapse: 'collapse' },
  title: { ...typographyStyles.body1, margin: 0, paddingBottom: tokens.spacingVerticalXS },
  head: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground2, fontWeight: tokens.fontWeightRegular },
  cell: {
    ...typographyStyles.body1,
    padding: `${tokens.spacingVerticalXS} 0`,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    verticalAlign: 'top',
  },
  name: { textAlign: 'left', fontWeight: tokens.fontWeightRegular, overflowWrap: 'anywhere' },
  number: { textAlign: 'right', fontVariantNumeric: 'tabular-nums', paddingLeft: tokens.spacingHorizontalS, whiteSpace: 'nowrap' },
  after: { fontWeight: tokens.fontWeightSemibold },
});

/** What the headlines that do not agree will be when the sync is done: those that still will not, and all of them on demand. */
export function PlanHeadlines({ headlines }: { readonly headlines: readonly PlannedHeadline[] }) {
  const styles = useStyles();
  const { pane, strings, locale } = usePane();
  const [all, setAll] = useState(false);
  const title = useId();
  const words = strings.plan;
  if (headlines.length === 0) return null;
  const apart = headlines.filter(({ agrees }) => !agrees);
  const isProposed = pane.state().incoming !== null;
  const listed = all || isProposed ? headlines : apart;
  const show = (value: number, { format }: PlannedHeadline): string => shortNumber(value, format, { dateSystem: 1900, locale });
  return (
    <div className={styles.block}>
      <p className={styles.title} id={title}>
        {isProposed ? strings.proposals.moves(headlines.length) : words.willAgree(headlines.length - apart.length, headlines.length)}{' '}
        {!isProposed && apart.length < headlines.length && (
          <Link as="button" inline aria-expanded={all} onClick={() => setAll(!all)}>
            {all ? words.fewerHeadlines : words.allHeadlines}
          </Link>
        )}
      </p>
      {listed.length > 0 && (
        <table className={styles.table} aria-labelledby={title}>
          <thead>
            <tr>
              <td />
              <th scope="col" className={mergeClasses(styles.head, styles.number)}>
                {words.now}
              </th>
              <th scope="col" className={mergeClasses(styles.head, styles.number)}>
                {words.after}
              </th>
              {!isProposed && (
                <th scope="col" className={mergeClasses(styles.head, styles.number)}>
                  {words.official}
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {listed.map((headline) => (
              <tr key={headline.name} data-planned={headline.name}>
                <th scope="row" className={mergeClasses(styles.cell, styles.name)}>
                  {headline.name}
                </th>
                <td className={mergeClasses(styles.cell, styles.number)}>{show(headline.before, headline)}</td>
                <td className={mergeClasses(styles.cell, styles.number, styles.after)}>
                  {headline.after === null ? words.unsure : show(headline.after, headline)}
                </td>
                {!isProposed && <td className={mergeClasses(styles.cell, styles.number)}>{show(headline.official, headline)}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}
