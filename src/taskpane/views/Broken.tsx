import { makeStyles, MessageBar, MessageBarBody, MessageBarTitle, tokens } from '@fluentui/react-components';
import { usePane } from './PaneContext';

const useStyles = makeStyles({ bar: { margin: tokens.spacingHorizontalS }, title: { display: 'block' } });

/** Says that a view could not be drawn, and what to do. */
export function Broken() {
  const styles = useStyles();
  const { strings } = usePane();
  return (
    <MessageBar intent="error" layout="multiline" className={styles.bar}>
      <MessageBarBody>
        <MessageBarTitle className={styles.title}>{strings.broken.title}</MessageBarTitle>
        {strings.broken.message}
      </MessageBarBody>
    </MessageBar>
  );
}
