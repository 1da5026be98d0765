import { makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components';
import type { StandingNow } from '../lists/standingNow';
import { Warning16Filled } from './icons';
import { usePane } from './PaneContext';

const useStyles = makeStyles({
  line: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground2, margin: 0, overflowWrap: 'anywhere' },
  behind: {
    color: tokens.colorStatusWarningForeground1,
    fontWeight: tokens.fontWeightSemibold,
    '& > svg': { verticalAlign: 'text-bottom', marginRight: tokens.spacingHorizontalXXS },
  },
});

/** The version that is compared with, where yours stands, and when and by whom it was published. */
export function VersionLine({ standing, now }: { readonly standing: StandingNow; readonly now: number }) {
  const styles = useStyles();
  const { strings } = usePane();
  const words = strings.catalog;
  const { current, compared, has, since } = standing;
  const isBehind = has !== null && since.length > 0;
  return (
    <p className={styles.line} data-standing={has === null ? 'unknown' : since.length}>
      {words.bare(compared.version)}
      {compared !== current && ` (${words.notCurrent(current.version)})`}
      {' · '}
      <span className={mergeClasses(isBehind && styles.behind)}>
        {isBehind && <Warning16Filled aria-hidden />}
        {words.standing(has?.version ?? null, since.length)}
      </span>
      {' · '}
      {words.published(compared, now)}
    </p>
  );
}
