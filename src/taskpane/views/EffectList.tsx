import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import type { HeadlineEffect } from '../../core/propose/Proposal';
import { shortNumber } from '../wording/shortNumber';
import { usePane } from './PaneContext';
import { Unseen } from './Unseen';

/** So many headlines are told of one offer. */
const MOST = 3;

const useStyles = makeStyles({
  line: {
    ...typographyStyles.caption1,
    margin: 0,
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalM,
    fontVariantNumeric: 'tabular-nums',
  },
  name: { minWidth: 0, overflowWrap: 'anywhere', color: tokens.colorNeutralForeground2 },
  change: { flexShrink: 0, marginLeft: 'auto' },
});

/** What headlines are without and with an offer, the first few of them. */
export function EffectList({ effect }: { readonly effect: readonly HeadlineEffect[] }) {
  const styles = useStyles();
  const { strings, locale } = usePane();
  const words = strings.proposals;
  const show = (value: number, format: string): string => shortNumber(value, format, { locale, dateSystem: 1900 });
  return (
    <div>
      {effect.slice(0, MOST).map(({ name, format, before, after, exact }) => (
        <p key={name} className={styles.line} data-effect={name}>
          <span className={styles.name}>{name}</span>
          <span className={styles.change}>
            <Unseen>{strings.plan.from}</Unseen>
            {show(before, format)}
            <span aria-hidden>{' → '}</span>
            <Unseen>{strings.plan.to}</Unseen>
            {after === null ? words.notKnown : `${exact ? '' : `${words.about} `}${show(after, format)}`}
          </span>
        </p>
      ))}
      {effect.length > MOST && <p className={styles.line}>{words.more(effect.length - MOST)}</p>}
    </div>
  );
}
