import { Field, Input, Textarea } from '@fluentui/react-components';
import { useState } from 'react';
import type { Decision } from '../../core/ledger/Decision';
import type { KeepWish } from '../state/createRecords';
import { AskDialog } from './AskDialog';
import { usePane } from './PaneContext';

interface Props {
  readonly kind: Decision['kind'];
  /** What the difference is called. */
  readonly label: string;
  readonly onClose: () => void;
  readonly onDecide: (wish: KeepWish) => void;
}

/** Asks why a difference is kept or offered and who answers for it, and until when it is kept. */
export function DecideDialog({ kind, label, onClose, onDecide }: Props) {
  const { pane, strings } = usePane();
  const words = strings.decisions;
  const own = words.dialog[kind];
  const [reason, setReason] = useState('');
  const [owner, setOwner] = useState(pane.author.name());
  const [reviewBy, setReviewBy] = useState('');
  return (
    <AskDialog
      title={own.title(label)}
      action={own.save}
      ready={reason.trim() !== ''}
      onAnswer={() => onDecide({ reason: reason.trim(), owner: owner.trim(), reviewBy: reviewBy === '' ? null : reviewBy })}
      onClose={onClose}
    >
      <Field label={words.reason} hint={own.reasonHint} required>
        <Textarea value={reason} maxLength={500} onChange={(_, { value }) => setReason(value)} />
      </Field>
      <Field label={own.owner}>
        <Input value={owner} maxLength={80} onChange={(_, { value }) => setOwner(value)} />
      </Field>
      {kind === 'exception' && (
        <Field label={words.reviewBy}>
          <Input type="date" value={reviewBy} onChange={(_, { value }) => setReviewBy(value)} />
        </Field>
      )}
    </AskDialog>
  );
}
