import { Button, Field, Input, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useState } from 'react';
import { receiptsCsv } from '../../core/ledger/receiptsCsv';
import type { AnsweredNow } from '../../core/ledger/DecidedNow';
import type { WorkbookRecords } from '../state/PaneState';
import { AnswerList } from './AnswerList';
import { usePane } from './PaneContext';
import { ReceiptCard } from './ReceiptCard';

const useStyles = makeStyles({
  view: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL, padding: tokens.spacingHorizontalL },
  title: { ...typographyStyles.subtitle2, margin: 0 },
  text: { ...typographyStyles.body1, color: tokens.colorNeutralForeground2, margin: 0, overflowWrap: 'anywhere' },
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column' },
  buttons: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
});

interface Props {
  readonly memory: WorkbookRecords;
  /** What official answered to this workbook's offers. */
  readonly answered?: readonly AnsweredNow[];
  readonly resting: boolean;
}

/** What was done to the workbook, the last first, each to be undone, and what became of what was offered; `resting` is false while a step runs. */
export function HistoryView({ memory, answered = [], resting }: Props) {
  const styles = useStyles();
  const { pane, strings } = usePane();
  const words = strings.history;
  const { receipts, base, problem } = memory;
  const [name, setName] = useState(pane.author.name());
  const [said, setSaid] = useState('');
  const copy = (text: string) =>
    void navigator.clipboard.writeText(text).then(
      () => setSaid(words.copied),
      () => setSaid(words.notCopied),
    );
  return (
    <section className={styles.view} aria-label={words.title}>
      <h2 className={styles.title}>{words.title}</h2>
      {problem !== null && <p className={styles.text}>{problem}</p>}
      {base !== null && <p className={styles.text}>{words.agreed(base.title, base.at)}</p>}
      {receipts.length === 0 && problem === null && <p className={styles.text}>{words.none}</p>}
      {receipts.length > 0 && (
        <>
          <ol className={styles.list}>
            {[...receipts].reverse().map((receipt) => (
              <ReceiptCard key={receipt.id} receipt={receipt} resting={resting} />
            ))}
          </ol>
          <div className={styles.buttons}>
            <Button size="small" onClick={() => copy(receiptsCsv(receipts))}>
              {words.copyCsv}
            </Button>
            <Button size="small" onClick={() => copy(JSON.stringify(receipts, null, 2))}>
              {words.copyJson}
            </Button>
            <span className={styles.text} role="status">
              {said}
            </span>
          </div>
        </>
      )}
      <AnswerList title={strings.proposals.answers} answers={answered.map(({ answer }) => answer)} />
      <AnswerList title={strings.proposals.given} answers={memory.answers} />
      <Field label={words.name} hint={words.nameHint}>
        <Input value={name} maxLength={80} onChange={(_, { value }) => setName(value)} onBlur={() => pane.author.rename(name.trim())} />
      </Field>
    </section>
  );
}
