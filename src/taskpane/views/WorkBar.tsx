import { Button, Field, makeStyles, ProgressBar, tokens } from '@fluentui/react-components';
import type { Work } from '../state/Work';
import { usePane } from './PaneContext';

const useStyles = makeStyles({
  bar: {
    flexShrink: 0,
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    backgroundColor: tokens.colorNeutralBackground2,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  progress: { flex: '1 1 140px', minWidth: 0, fontVariantNumeric: 'tabular-nums' },
});

/** What the running step is doing, how far it is, and Cancel, which ends the pane's step where nothing else is said. */
export function WorkBar({ work, onCancel }: { readonly work: Work; readonly onCancel?: () => void }) {
  const styles = useStyles();
  const { pane, strings } = usePane();
  return (
    <div className={styles.bar}>
      <Field className={styles.progress} validationState="none" validationMessage={strings.work.progress(work.doing, work.done)}>
        <ProgressBar aria-label={work.doing} {...(work.done > 0 ? { value: Math.min(1, work.done) } : {})} />
      </Field>
      <Button size="small" disabledFocusable={work.cancelling} onClick={onCancel ?? (() => pane.cancel())}>
        {work.cancelling ? strings.common.cancelling : strings.common.cancel}
      </Button>
    </div>
  );
}
