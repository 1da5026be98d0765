import { Field, Textarea } from '@fluentui/react-components';
import { useState } from 'react';
import { AskDialog } from './AskDialog';
import { usePane } from './PaneContext';

interface Props {
  /** What the offer is called. */
  readonly label: string;
  readonly onClose: () => void;
  readonly onDecline: (reason: string) => void;
}

/** Asks why an offer is declined. */
export function DeclineDialog({ label, onClose, onDecline }: Props) {
  const { strings } = usePane();
  const words = strings.proposals;
  const [reason, setReason] = useState('');
  return (
    <AskDialog
      title={words.declineTitle(label)}
      action={words.declineSave}
      ready={reason.trim() !== ''}
      onAnswer={() => onDecline(reason.trim())}
      onClose={onClose}
    >
      <Field label={words.declineReason} hint={words.declineHint} required>
        <Textarea value={reason} maxLength={500} onChange={(_, { value }) => setReason(value)} />
      </Field>
    </AskDialog>
  );
}
