import { Button, Field, Select, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { SheetsToChoose } from '../state/Pane';
import { Table20Regular } from './icons';
import { KeptDialog } from './KeptDialog';
import { usePane } from './PaneContext';

const useStyles = makeStyles({
  fields: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  field: { flex: '1 1 140px', minWidth: 0 },
});

interface Props {
  /** Of the section, its heading and its text. */
  readonly styles: Readonly<Record<'way' | 'name' | 'text', string>>;
}

/** Two sheets of the open workbook to compare with each other, and earlier versions of it; nothing where it has one sheet only and none of these. */
export function ChooseSheets({ styles }: Props) {
  const fields = useStyles();
  const { pane, strings } = usePane();
  const words = strings.sheets;
  const [{ names, active }, setSheets] = useState<SheetsToChoose>({ names: [], active: null });
  const [chosen, setChosen] = useState<{ readonly local?: string; readonly official?: string }>({});
  useEffect(() => {
    let isShown = true;
    void pane.sheets().then((sheets) => isShown && setSheets(sheets));
    return () => void (isShown = false);
  }, [pane]);
  const [keptOpen, setKeptOpen] = useState(false);
  const [own] = useState(() => pane.ownVersions());
  if (names.length < 2 && own === null) return null;
  const local = chosen.local ?? active ?? names[0] ?? '';
  const others = names.filter((name) => name !== local);
  const official = chosen.official !== undefined && chosen.official !== local ? chosen.official : (others[0] ?? '');
  const options = (list: readonly string[]) => list.map((name) => <option key={name}>{name}</option>);
  return (
    <section className={styles.way} aria-labelledby="choose-sheets">
      <h2 className={styles.name} id="choose-sheets">
        <Table20Regular aria-hidden />
        {words.title}
      </h2>
      {others.length > 0 && (
        <>
          <p className={styles.text}>{words.text}</p>
          <div className={fields.fields}>
            <Field className={fields.field} label={words.local}>
              <Select value={local} onChange={(_, { value }) => setChosen({ ...chosen, local: value })}>
                {options(names)}
              </Select>
            </Field>
            <Field className={fields.field} label={words.official}>
              <Select value={official} onChange={(_, { value }) => setChosen({ ...chosen, official: value })}>
                {options(others)}
              </Select>
            </Field>
          </div>
          <div>
            <Button onClick={() => pane.chooseSheet({ official, local })}>{words.compare}</Button>
          </div>
        </>
      )}
      {own !== null && (
        <div>
          <Button onClick={() => setKeptOpen(true)}>{words.earlier}</Button>
        </div>
      )}
      {keptOpen && own !== null && (
        <KeptDialog
          kept={own}
          current={null}
          latest={words.lastSaved}
          onChoose={(version) => pane.chooseOwn(version)}
          onClose={() => setKeptOpen(false)}
        />
      )}
    </section>
  );
}
