import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import type { Receipt, ReceiptHeadline } from '../../core/ledger/Receipt';
import { shortNumber } from '../wording/shortNumber';
import { ArrowUndo20Regular } from './icons';
import { usePane } from './PaneContext';
import { Unseen } from './Unseen';

const useStyles = makeStyles({
  card: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXXS,
    padding: `${tokens.spacingVerticalM} 0`,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  head: { display: 'flex', alignItems: 'flex-start', justifyContent: 'space-between', gap: tokens.spacingHorizontalS },
  what: { ...typographyStyles.body1Strong, margin: 0, minWidth: 0, overflowWrap: 'anywhere' },
  small: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground2, margin: 0, overflowWrap: 'anywhere' },
  headline: { display: 'flex', justifyContent: 'space-between', gap: tokens.spacingHorizontalM, fontVariantNumeric: 'tabular-nums' },
  name: { minWidth: 0, overflowWrap: 'anywhere' },
  change: { flexShrink: 0 },
  button: { flexShrink: 0 },
});

/** One sync, merge or undo: who, when, what it did to the headlines, and a button that takes it back. */
export function ReceiptCard({ receipt, resting }: { readonly receipt: Receipt; readonly resting: boolean }) {
  const styles = useStyles();
  const { pane, strings } = usePane();
  const words = strings.history;
  const { id, at, by, action, undoable, undoneBy, headlines } = receipt;
  const isUndo = action === 'undo';
  return (
    <li className={styles.card} data-receipt={action}>
      <div className={styles.head}>
        <p className={styles.what}>{words.action(receipt)}</p>
        {undoable && undoneBy === null && (
          <Button
            className={styles.button}
            size="small"
            icon={isUndo ? null : <ArrowUndo20Regular />}
            disabledFocusable={!resting}
            aria-label={isUndo ? words.redoThis(at) : words.undoThis(at)}
            onClick={() => pane.undoReceipt(id)}
          >
            {isUndo ? words.redo : words.undo}
          </Button>
        )}
      </div>
      <p className={styles.small}>
        {words.moment(at)} · {words.by(by)}
      </p>
      <p className={styles.small}>{words.counts(receipt)}</p>
      {headlines.map((headline) => (
        <p key={headline.name} className={styles.small}>
          <span className={styles.headline}>
            <span className={styles.name}>{headline.name}</span>
            <HeadlineChange headline={headline} className={styles.change} />
          </span>
        </p>
      ))}
      {undoneBy !== null && <p className={styles.small}>{words.undone}</p>}
    </li>
  );
}

function HeadlineChange({
  headline: { format, before, after },
  className,
}: {
  readonly headline: ReceiptHeadline;
  readonly className: string;
}) {
  const { strings, locale } = usePane();
  const shown = (value: number | null): string =>
    value === null ? strings.history.unknown : shortNumber(value, format, { locale, dateSystem: 1900 });
  return (
    <span className={className}>
      <Unseen>{strings.plan.from}</Unseen>
      {shown(before)}
      <span aria-hidden>{' → '}</span>
      <Unseen>{strings.plan.to}</Unseen>
      {shown(after)}
    </span>
  );
}
