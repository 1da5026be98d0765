import {
  Button,
  Checkbox,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  Radio,
  RadioGroup,
  tokens,
  typographyStyles,
} from '@fluentui/react-components';
import { useState } from 'react';
import type { KeyedList } from '../../app/keyedWords';
import { usePane } from './PaneContext';

const useStyles = makeStyles({
  surface: { width: `calc(100vw - 2 * ${tokens.spacingHorizontalL})`, padding: tokens.spacingHorizontalL },
  content: { display: 'flex', flexDirection: 'column' },
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
    <Dialog open onOpenChange={(_, { open }) => !open && onClose()}>
      <DialogSurface className={styles.surface}>
        <DialogBody>
          <DialogTitle>{words.dialog(keyed)}</DialogTitle>
          <DialogContent className={styles.content}>
            <p className={styles.how} id="key-how">
              {words.how}
            </p>
            <RadioGroup
              aria-labelledby="key-how"
              value={byHand ? 'chosen' : 'found'}
              onChange={(_, { value }) => setByHand(value === 'chosen')}
            >
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
          </DialogContent>
          <DialogActions>
            <Button onClick={onClose}>{strings.common.cancel}</Button>
            <Button
              appearance="primary"
              disabledFocusable={byHand && ticked.size === 0}
              onClick={() => onChoose(byHand ? columns.filter((column) => ticked.has(column)) : [])}
            >
              {words.compare}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
