import { makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components';
import type { PlannedHeadline } from '../../core/sync/SyncPlan';
import { shortNumber } from '../wording/shortNumber';
import { usePane } from './PaneContext';

/** Headlines that agree to so much of their size are the same. */
const SAME = 1e-9;

const useStyles = makeStyles({
  block: { padding: `0 ${tokens.spacingHorizontalL} ${tokens.spacingVerticalM}` },
  table: { width: '100%', borderCollapse: 'collapse' },
  title: { ...typographyStyles.body1Strong, textAlign: 'left', paddingBottom: tokens.spacingVerticalXS },
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
  note: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground2, whiteSpace: 'normal' },
});

/** Each headline that does not agree, as it is now and as it will be when the sync is done. */
export function PlanHeadlines({ headlines }: { readonly headlines: readonly PlannedHeadline[] }) {
  const styles = useStyles();
  const { strings, locale } = usePane();
  const words = strings.plan;
  if (headlines.length === 0) return null;
  const show = (value: number, { format }: PlannedHeadline): string => shortNumber(value, format, { dateSystem: 1900, locale });
  return (
    <div className={styles.block}>
      <table className={styles.table}>
        <caption className={styles.title}>{words.headlines}</caption>
        <thead>
          <tr>
            <td />
            <th scope="col" className={mergeClasses(styles.head, styles.number)}>
              {words.now}
            </th>
            <th scope="col" className={mergeClasses(styles.head, styles.number)}>
              {words.after}
            </th>
          </tr>
        </thead>
        <tbody>
          {headlines.map((headline) => (
            <tr key={headline.name} data-planned={headline.name}>
              <th scope="row" className={mergeClasses(styles.cell, styles.name)}>
                {headline.name}
              </th>
              <td className={mergeClasses(styles.cell, styles.number)}>{show(headline.before, headline)}</td>
              <td className={mergeClasses(styles.cell, styles.number, styles.after)}>
                {headline.after === null ? words.unsure : show(headline.after, headline)}
                <div className={styles.note}>
                  {isOfficial(headline) ? words.becomesOfficial : words.apartFromOfficial(show(headline.official, headline))}
                </div>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function isOfficial({ after, official }: PlannedHeadline): boolean {
  return after !== null && Math.abs(after - official) <= SAME * Math.max(1, Math.abs(official));
}
