import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { usePane } from './PaneContext';

const useStyles = makeStyles({
  surface: { width: `calc(100vw - 2 * ${tokens.spacingHorizontalL})`, padding: tokens.spacingHorizontalL },
  content: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
});

interface Props {
  readonly title: string;
  /** What the button says that ends it with an answer. */
  readonly action: string;
  /** Whether there is an answer yet. */
  readonly ready: boolean;
  readonly onAnswer: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** Asks something as wide as the pane: cancelled, or answered. */
export function AskDialog({ title, action, ready, onAnswer, onClose, children }: Props) {
  const styles = useStyles();
  const { strings } = usePane();
  return (
    <Dialog open onOpenChange={(_, { open }) => !open && onClose()}>
      <DialogSurface className={styles.surface}>
        <DialogBody>
          <DialogTitle>{title}</DialogTitle>
          <DialogContent className={styles.content}>{children}</DialogContent>
          <DialogActions>
            <Button onClick={onClose}>{strings.common.cancel}</Button>
            <Button appearance="primary" disabledFocusable={!ready} onClick={() => ready && onAnswer()}>
              {action}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
