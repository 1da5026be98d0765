import { Button, makeStyles, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle, tokens } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import { usePane } from './PaneContext';
import { useInterrupted } from './useInterrupted';

const useStyles = makeStyles({
  bar: { flexShrink: 0, margin: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalS} 0` },
  body: { minWidth: 0, overflowWrap: 'anywhere' },
  title: { display: 'block' },
  // Three of them stand on one line only where the pane is wide.
  ways: { flexWrap: 'wrap', rowGap: tokens.spacingVerticalS },
});

/** Says that a sync was interrupted and offers the ways out; nothing when there was none. Nothing happens by itself. */
export function InterruptedBar({ resting }: { readonly resting: boolean }) {
  const styles = useStyles();
  const { strings } = usePane();
  const { run, working, done, takeBack, finish, cancel, leave } = useInterrupted(resting);
  const was = useRef(false);
  useEffect(() => {
    // The button that was pressed went with the bar: the focus goes to what stays.
    const isGone = was.current && run === null && document.hasFocus() && document.activeElement === document.body;
    was.current = run !== null;
    if (isGone) document.querySelector<HTMLElement>('main')?.focus();
  }, [run]);
  if (run === null) return null;
  const texts = strings.interrupted;
  return (
    <MessageBar className={styles.bar} intent="warning" layout="multiline" politeness="assertive">
      <MessageBarBody className={styles.body}>
        <MessageBarTitle className={styles.title}>{texts.title(run)}</MessageBarTitle>
        {texts.body(run)}
      </MessageBarBody>
      <MessageBarActions className={styles.ways}>
        {run.finish === 'possible' && (
          <Button appearance="primary" disabledFocusable={working} onClick={() => void finish()}>
            {done === null ? texts.finish : texts.finishing(done)}
          </Button>
        )}
        {done === null ? (
          <>
            <Button
              appearance={run.finish === 'possible' ? 'secondary' : 'primary'}
              disabledFocusable={working}
              onClick={() => void takeBack()}
            >
              {working ? texts.working : texts.takeBack}
            </Button>
            <Button disabledFocusable={working} onClick={() => void leave()}>
              {texts.leave}
            </Button>
          </>
        ) : (
          <Button onClick={cancel}>{strings.common.cancel}</Button>
        )}
      </MessageBarActions>
    </MessageBar>
  );
}
