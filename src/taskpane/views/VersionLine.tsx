import { Link, makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components';
import type { StandingNow } from '../lists/standingNow';
import { Warning16Filled } from './icons';
import { usePane } from './PaneContext';

const useStyles = makeStyles({
  line: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground2, margin: 0, overflowWrap: 'anywhere' },
  link: { ...typographyStyles.caption1 },
  behind: {
    color: tokens.colorStatusWarningForeground1,
    fontWeight: tokens.fontWeightSemibold,
    '& > svg': { verticalAlign: 'text-bottom', marginRight: tokens.spacingHorizontalXXS },
  },
});

interface Props {
  readonly standing: StandingNow;
  readonly now: number;
  /** Null where it is known which version yours is based on, or cannot be looked for now. */
  readonly onFindOrigin: (() => void) | null;
}

/** The version that is compared with, where yours stands, and when and by whom it was published. */
export function VersionLine({ standing, now, onFindOrigin }: Props) {
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
      {onFindOrigin !== null && (
        <>
          {', '}
          <Link inline className={styles.link} title={words.findOriginHint} aria-label={words.findOriginHint} onClick={onFindOrigin}>
            {words.findOrigin}
          </Link>
        </>
      )}
      {' · '}
      {words.published(compared, now)}
    </p>
  );
}
