import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { StaysNote } from './StaysNote';
import type { OfficialChoice } from '../state/PaneState';
import { usePane } from './PaneContext';
import { WhatIsNew } from './WhatIsNew';

const useStyles = makeStyles({
  view: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
    padding: `${tokens.spacingVerticalXXL} ${tokens.spacingHorizontalL}`,
  },
  title: { ...typographyStyles.title3, margin: 0 },
  text: { ...typographyStyles.body1, color: tokens.colorNeutralForeground2, margin: 0, overflowWrap: 'anywhere' },
  buttons: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS, alignItems: 'stretch' },
});

/** An official model is known and nothing has been compared yet. */
export function ReadyView({ official, working }: { readonly official: OfficialChoice; readonly working: boolean }) {
  const styles = useStyles();
  const { pane, strings } = usePane();
  return (
    <div className={styles.view}>
      <h2 className={styles.title}>{strings.ready.title}</h2>
      <p className={styles.text}>{strings.ready.body(official.title)}</p>
      <div className={styles.buttons}>
        <Button appearance="primary" size="large" disabledFocusable={working} onClick={() => pane.compare()}>
          {strings.header.compare}
        </Button>
        <Button appearance="subtle" disabledFocusable={working} onClick={() => pane.dispatch({ type: 'choosing' })}>
          {strings.header.chooseOther}
        </Button>
      </div>
      <WhatIsNew open />
      <StaysNote />
    </div>
  );
}
