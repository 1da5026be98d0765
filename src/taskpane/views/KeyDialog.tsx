import { Checkbox, makeStyles, Radio, RadioGroup, tokens, typographyStyles } from '@fluentui/react-components';
import { useState } from 'react';
import type { KeyedList } from '../../app/keyedWords';
import { AskDialog } from './AskDialog';
import { usePane } from './PaneContext';

const useStyles = makeStyles({
  how: { ...typographyStyles.body1, margin: 0 },
  columns: {
    display: 'flex',
    flexDirection: 'column',
    marginLeft: tokens.spacingHorizontalXL,
    overflowWrap: 'anywhere',
  },
});

interface Props {
  readonly keyed: KeyedList;
  readonly onClose: () => void;
  /** Called with the columns that were chosen; none to have the key found. */
  readonly onChoose: (columns: readonly string[]) => void;
}

/** Asks by which columns the rows of a list are to be matched. */
export function KeyDialog({ keyed, onClose, onChoose }: Props) {
  const styles = useStyles();
  const { strings } = usePane();
  const words = strings.keyed;
  const { list } = keyed;
  const [byHand, setByHand] = useState(list.chosen);
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set(list.chosen ? list.key : []));
  const columns = [...new Set(list.columns)];
  const tick = (column: string, on: boolean) => {
    setTicked(new Set(columns.filter((each) => (each === column ? on : byHand && ticked.has(each)))));
    if (on) setByHand(true);
  };
  return (
    <AskDialog
      title={words.dialog(keyed)}
      action={words.compare}
      ready={!byHand || ticked.size > 0}
      onAnswer={() => onChoose(byHand ? columns.filter((column) => ticked.has(column)) : [])}
      onClose={onClose}
    >
      <p className={styles.how} id="key-how">
        {words.how}
      </p>
      <RadioGroup aria-labelledby="key-how" value={byHand ? 'chosen' : 'found'} onChange={(_, { value }) => setByHand(value === 'chosen')}>
        <Radio value="found" label={words.found} />
        <Radio value="chosen" label={words.chosen} />
      </RadioGroup>
      <div className={styles.columns} role="group" aria-label={words.columns}>
        {columns.map((column) => (
          <Checkbox
            key={column}
            label={column}
            checked={byHand && ticked.has(column)}
            onChange={(_, { checked }) => tick(column, checked === true)}
          />
        ))}
      </div>
    </AskDialog>
  );
}
