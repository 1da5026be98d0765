import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import type { DecidedNow } from '../../core/ledger/DecidedNow';
import { keptFromList } from './keptFromList';
import { usePane } from './PaneContext';

const useStyles = makeStyles({
  line: { display: 'flex', alignItems: 'flex-start', justifyContent: 'space-between', gap: tokens.spacingHorizontalS },
  said: {
    ...typographyStyles.caption1,
    color: tokens.colorNeutralForeground2,
    margin: `${tokens.spacingVerticalXXS} 0 0`,
    minWidth: 0,
    overflowWrap: 'anywhere',
    // A reason of many words is whole in the detail.
    display: '-webkit-box',
    WebkitBoxOrient: 'vertical',
    WebkitLineClamp: '4',
    overflow: 'hidden',
  },
  button: { flexShrink: 0, minWidth: 0, marginTop: tokens.spacingVerticalXXS },
});

interface Props {
  readonly decided: DecidedNow | undefined;
  readonly label: string;
  /** Whether the row stands among those that are kept. */
  readonly kept: boolean;
  readonly onReopen: () => void;
}

/** Under a row: why it is kept, who answers for it and until when, with the way back; or why it is to be decided again. Nothing otherwise. */
export function DecidedLine({ decided, label, kept, onReopen }: Props) {
  const styles = useStyles();
  const { strings } = usePane();
  const words = strings.decisions;
  if (decided === undefined || decided.state === 'proposed') return null;
  const said = decided.state === 'stale' ? words.stale(decided) : words.settled(decided);
  return (
    <div className={styles.line} data-kept={decided.state}>
      <p className={styles.said} title={decided.decision.reason}>
        {said}
      </p>
      {kept && (
        <Button
          className={styles.button}
          size="small"
          title={words.reopenHint}
          aria-label={words.reopenOf(label)}
          {...keptFromList(onReopen)}
        >
          {words.reopen}
        </Button>
      )}
    </div>
  );
}
