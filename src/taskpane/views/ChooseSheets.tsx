import { Button, Field, Select, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { SheetsToChoose } from '../state/Pane';
import { Table20Regular } from './icons';
import { usePane } from './PaneContext';

const useStyles = makeStyles({
  fields: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  field: { flex: '1 1 140px', minWidth: 0 },
});

interface Props {
  /** Of the section, its heading and its text. */
  readonly styles: Readonly<Record<'way' | 'name' | 'text', string>>;
}

/** Two sheets of the open workbook to compare with each other; nothing where it has one only. */
export function ChooseSheets({ styles }: Props) {
  const own = useStyles();
  const { pane, strings } = usePane();
  const words = strings.sheets;
  const [{ names, active }, setSheets] = useState<SheetsToChoose>({ names: [], active: null });
  const [chosen, setChosen] = useState<{ readonly local?: string; readonly official?: string }>({});
  useEffect(() => {
    let isShown = true;
    void pane.sheets().then((sheets) => isShown && setSheets(sheets));
    return () => void (isShown = false);
  }, [pane]);
  if (names.length < 2) return null;
  const local = chosen.local ?? active ?? names[0]!;
  const others = names.filter((name) => name !== local);
  const official = chosen.official !== undefined && chosen.official !== local ? chosen.official : others[0]!;
  const options = (list: readonly string[]) => list.map((name) => <option key={name}>{name}</option>);
  return (
    <section className={styles.way} aria-labelledby="choose-sheets">
      <h2 className={styles.name} id="choose-sheets">
        <Table20Regular aria-hidden />
        {words.title}
      </h2>
      <p className={styles.text}>{words.text}</p>
      <div className={own.fields}>
        <Field className={own.field} label={words.local}>
          <Select value={local} onChange={(_, { value }) => setChosen({ ...chosen, local: value })}>
            {options(names)}
          </Select>
        </Field>
        <Field className={own.field} label={words.official}>
          <Select value={official} onChange={(_, { value }) => setChosen({ ...chosen, official: value })}>
            {options(others)}
          </Select>
        </Field>
      </div>
      <div>
        <Button onClick={() => pane.chooseSheet({ official, local })}>{words.compare}</Button>
      </div>
    </section>
  );
}
