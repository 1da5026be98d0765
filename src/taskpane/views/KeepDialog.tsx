import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Input,
  makeStyles,
  Textarea,
  tokens,
} from '@fluentui/react-components';
import { useState } from 'react';
import type { KeepWish } from '../state/createRecords';
import { usePane } from './PaneContext';

const useStyles = makeStyles({
  surface: { width: `calc(100vw - 2 * ${tokens.spacingHorizontalL})`, padding: tokens.spacingHorizontalL },
  content: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
});

interface Props {
  /** What the difference is called. */
  readonly label: string;
  readonly onClose: () => void;
  readonly onKeep: (wish: KeepWish) => void;
}

/** Asks why a difference is kept, who answers for it, and until when. */
export function KeepDialog({ label, onClose, onKeep }: Props) {
  const styles = useStyles();
  const { pane, strings } = usePane();
  const words = strings.decisions;
  const [reason, setReason] = useState('');
  const [owner, setOwner] = useState(pane.author.name());
  const [reviewBy, setReviewBy] = useState('');
  return (
    <Dialog open onOpenChange={(_, { open }) => !open && onClose()}>
      <DialogSurface className={styles.surface}>
        <DialogBody>
          <DialogTitle>{words.title(label)}</DialogTitle>
          <DialogContent className={styles.content}>
            <Field label={words.reason} hint={words.reasonHint} required>
              <Textarea value={reason} maxLength={500} onChange={(_, { value }) => setReason(value)} />
            </Field>
            <Field label={words.owner}>
              <Input value={owner} maxLength={80} onChange={(_, { value }) => setOwner(value)} />
            </Field>
            <Field label={words.reviewBy}>
              <Input type="date" value={reviewBy} onChange={(_, { value }) => setReviewBy(value)} />
            </Field>
          </DialogContent>
          <DialogActions>
            <Button onClick={onClose}>{strings.common.cancel}</Button>
            <Button
              appearance="primary"
              disabledFocusable={reason.trim() === ''}
              onClick={() => onKeep({ reason: reason.trim(), owner: owner.trim(), reviewBy: reviewBy === '' ? null : reviewBy })}
            >
              {words.save}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
