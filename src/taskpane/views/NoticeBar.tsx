import { Button, makeStyles, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle, tokens } from '@fluentui/react-components';
import { Dismiss16Regular } from './icons';
import type { Notice } from '../state/PaneState';
import { usePane } from './PaneContext';

const INTENT = { done: 'success', warning: 'warning', failure: 'error' } as const;

const useStyles = makeStyles({
  title: { display: 'block' },
  body: { minWidth: 0, overflowWrap: 'anywhere' },
  bar: { flexShrink: 0, margin: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalS} 0` },
  details: { margin: `${tokens.spacingVerticalXS} 0 0`, paddingLeft: tokens.spacingHorizontalL, maxHeight: '120px', overflowY: 'auto' },
});

/** The message across the top; nothing when there is none. */
export function NoticeBar({ notice }: { readonly notice: Notice | null }) {
  const styles = useStyles();
  const { pane, strings } = usePane();
  if (notice === null) return null;
  return (
    <MessageBar
      className={styles.bar}
      intent={INTENT[notice.tone]}
      layout="multiline"
      politeness={notice.tone === 'failure' ? 'assertive' : 'polite'}
    >
      <MessageBarBody className={styles.body}>
        <MessageBarTitle className={styles.title}>{notice.title}</MessageBarTitle>
        {notice.message}
        {notice.details.length > 0 && (
          <ul className={styles.details} tabIndex={0} aria-label={notice.title}>
            {notice.details.map((detail) => (
              <li key={detail}>{detail}</li>
            ))}
          </ul>
        )}
      </MessageBarBody>
      <MessageBarActions
        containerAction={
          <Button
            appearance="transparent"
            size="small"
            icon={<Dismiss16Regular />}
            aria-label={strings.common.close}
            onClick={() => pane.dispatch({ type: 'noticed', notice: null })}
          />
        }
      />
    </MessageBar>
  );
}
