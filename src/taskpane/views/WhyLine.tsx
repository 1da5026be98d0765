import { Link, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import type { Why } from '../state/Why';
import { usePane } from './PaneContext';

const useStyles = makeStyles({
  link: { fontSize: 'inherit', lineHeight: 'inherit' },
  line: {
    ...typographyStyles.caption1,
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalS,
    // As high whatever it says, so that nothing below it jumps.
    minHeight: '20px',
    margin: `${tokens.spacingVerticalXS} 0 0`,
    color: tokens.colorNeutralForeground2,
    fontVariantNumeric: 'tabular-nums',
  },
});

/** How far it is with why the headlines differ, with a way to cancel it or to have it done after all. */
export function WhyLine({ why }: { readonly why: Why }) {
  const styles = useStyles();
  const { pane, strings } = usePane();
  const words = strings.why;
  switch (why.at) {
    case 'none':
      return null;
    case 'there':
      return <p className={styles.line}>{words.hint}</p>;
    case 'wanted':
    case 'working':
      return (
        <p className={styles.line} data-why={why.at}>
          <span>
            {words.working}
            {why.at === 'working' && words.workingAt(why.done)}
          </span>
          {why.at === 'working' && (
            <Link as="button" inline className={styles.link} onClick={() => pane.cancelExplaining()}>
              {strings.common.cancel}
            </Link>
          )}
        </p>
      );
    case 'failed':
    case 'stopped':
      return (
        <p className={styles.line} role="status" data-why={why.at}>
          <span>{why.at === 'failed' ? words.failed(why.message) : words.stopped}</span>
          <Link as="button" inline className={styles.link} onClick={() => pane.explainGaps()}>
            {why.at === 'failed' ? strings.common.tryAgain : words.workOut}
          </Link>
        </p>
      );
  }
}
