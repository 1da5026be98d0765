import { Button, makeStyles, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle, tokens } from '@fluentui/react-components';
import { usePane } from './PaneContext';
import { useInterrupted } from './useInterrupted';

const useStyles = makeStyles({
  bar: { flexShrink: 0, margin: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalS} 0` },
  body: { minWidth: 0, overflowWrap: 'anywhere' },
  title: { display: 'block' },
});

/** Says that a sync was interrupted and offers the ways out; nothing when there was none. Nothing happens by itself. */
export function InterruptedBar({ resting }: { readonly resting: boolean }) {
  const styles = useStyles();
  const { strings } = usePane();
  const { run, working, takeBack, leave } = useInterrupted(resting);
  if (run === null) return null;
  const texts = strings.interrupted;
  return (
    <MessageBar className={styles.bar} intent="warning" layout="multiline" politeness="assertive">
      <MessageBarBody className={styles.body}>
        <MessageBarTitle className={styles.title}>{texts.title(run)}</MessageBarTitle>
        {texts.body(run)}
      </MessageBarBody>
      <MessageBarActions>
        <Button appearance="primary" disabledFocusable={working} onClick={() => void takeBack()}>
          {working ? texts.working : texts.takeBack}
        </Button>
        <Button disabledFocusable={working} onClick={() => void leave()}>
          {texts.leave}
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}
