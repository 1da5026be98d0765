import { Button, Field, makeStyles, Select, tokens, typographyStyles } from '@fluentui/react-components';
import type { Stage } from '../state/PaneState';
import { usePane } from './PaneContext';

const useStyles = makeStyles({
  view: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, padding: tokens.spacingHorizontalL },
  title: { ...typographyStyles.subtitle1, margin: 0 },
  text: { ...typographyStyles.body1, color: tokens.colorNeutralForeground2, margin: 0 },
  field: { gridTemplateColumns: 'minmax(0, 1fr)', '& label': { overflowWrap: 'anywhere' }, '& select': { textOverflow: 'ellipsis' } },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

/** Pairs the sheets of two workbooks by hand; each local sheet can be chosen once. */
export function PairingView({ stage }: { readonly stage: Extract<Stage, { at: 'pairing' }> }) {
  const styles = useStyles();
  const { pane, strings } = usePane();
  const { pairs, official, local } = stage;
  const chosen = (name: string) => pairs.find((pair) => pair.official === name)?.local ?? '';
  const choose = (name: string, mine: string) => {
    const others = pairs.filter((pair) => pair.official !== name && pair.local !== mine);
    pane.dispatch({ type: 'sheetsPaired', pairs: mine === '' ? others : [...others, { official: name, local: mine }] });
  };
  return (
    <div className={styles.view}>
      <h2 className={styles.title}>{strings.pairing.title}</h2>
      <p className={styles.text}>{strings.pairing.body}</p>
      {official.map((name) => (
        <Field className={styles.field} key={name} label={strings.pairing.pair(name)}>
          <Select value={chosen(name)} onChange={(_, { value }) => choose(name, value)}>
            <option value="">{strings.pairing.noPair}</option>
            {local.map((mine) => (
              <option key={mine}>{mine}</option>
            ))}
          </Select>
        </Field>
      ))}
      <div className={styles.buttons}>
        <Button appearance="primary" disabledFocusable={pairs.length === 0} onClick={() => pane.compare()}>
          {strings.pairing.compare}
        </Button>
        <Button onClick={() => pane.dispatch({ type: 'choosing' })}>{strings.header.chooseOther}</Button>
      </div>
    </div>
  );
}
