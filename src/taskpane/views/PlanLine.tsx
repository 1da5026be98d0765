import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import type { ComparedModels } from '../../app/ports/ComparisonEngine';
import { ruleInWords } from '../../core/compare/ruleInWords';
import type { EntryRule } from '../../core/workbook/EntryRule';
import type { CellContent, NameContent } from '../../core/sync/SyncPlan';
import { formatValue } from '../../core/workbook/formatValue';
import { labelsOfFirstCells } from '../lists/labelsOfFirstCells';
import type { CellsRow, PlanRow } from '../lists/planRows';
import { shortChange } from '../wording/shortChange';
import { usePane } from './PaneContext';
import { ChangeText, PlanChange } from './PlanChange';

const useStyles = makeStyles({
  sheet: {
    ...typographyStyles.body1Strong,
    display: 'flex',
    alignItems: 'baseline',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalS,
    margin: 0,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  name: { minWidth: 0, overflowWrap: 'anywhere' },
  count: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground2, whiteSpace: 'nowrap' },
  act: {
    ...typographyStyles.body1,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalL}`,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke3}`,
    overflowWrap: 'anywhere',
  },
});

interface Props {
  readonly row: PlanRow;
  readonly models: ComparedModels;
  readonly open: boolean;
  readonly onToggle: (id: string) => void;
}

/** One line of the plan, whatever it is about. */
export function PlanLine({ row, models, open, onToggle }: Props) {
  const styles = useStyles();
  const { strings } = usePane();
  const words = strings.plan;
  const toggling = { open, onToggle: () => onToggle(row.id) };
  const nameText = (content: NameContent | null): ShownText =>
    content === null ? { text: strings.differences.notThere, formula: false } : { text: `=${content.formula}`, formula: true };
  const ruleText = (rule: EntryRule | null): ShownText => ({
    text: rule === null ? words.anyEntry : ruleInWords(rule, null),
    formula: false,
  });
  switch (row.row) {
    case 'sheet':
      return (
        <h3 className={styles.sheet}>
          <span className={styles.name}>{row.sheet || strings.differences.workbook}</span>
          {row.cells > 0 && <span className={styles.count}>{strings.cells(row.cells)}</span>}
        </h3>
      );
    case 'cells':
      return <CellsLine row={row} models={models} {...toggling} />;
    case 'name':
      return <LongChange address={words.setName(row.name)} before={nameText(row.before)} after={nameText(row.after)} {...toggling} />;
    case 'rule':
      return (
        <LongChange
          address={row.address}
          label={words.rule}
          before={ruleText(row.before ?? null)}
          after={ruleText(row.after)}
          {...toggling}
        />
      );
    case 'hidden':
      return <div className={styles.act}>{words.hidden(row.address, row.hidden)}</div>;
    case 'note':
      return (
        <LongChange
          address={row.address}
          label={words.noteText}
          before={{ text: row.before?.text ?? words.noNote, formula: false }}
          after={{ text: row.after?.text ?? words.noNote, formula: false }}
          {...toggling}
        />
      );
    case 'lines':
      return <div className={styles.act}>{words[row.act](row.axis, row.count, row.at, row.table)}</div>;
    case 'moved':
      return <div className={styles.act}>{words.moveLines(row.from, row.to)}</div>;
    case 'shift':
      return <div className={styles.act}>{words[row.act === 'insert' ? 'insertCells' : 'deleteCells'](row.axis, row.address)}</div>;
    case 'table':
      return <div className={styles.act}>{words.resizeTable(row.table, row.grows, row.rows, row.columns)}</div>;
    case 'renamed':
      return <div className={styles.act}>{words.renameTable(row.before, row.after)}</div>;
    case 'sheetStep':
      return <div className={styles.act}>{words[row.act]}</div>;
  }
}

interface Toggling {
  readonly open: boolean;
  readonly onToggle: () => void;
}

interface ShownText {
  readonly text: string;
  readonly formula: boolean;
}

function CellsLine({ row, models, ...toggling }: { readonly row: CellsRow; readonly models: ComparedModels } & Toggling) {
  const { strings, locale } = usePane();
  const { before, after, onlyFormat, cells } = row;
  const shown = (content: CellContent | null, format: string | null): ShownText => {
    if (content === null) return { text: strings.plan.values(cells), formula: false };
    if (onlyFormat) return { text: content.format ?? '', formula: false };
    if (content.formula !== null) return { text: content.formula, formula: true };
    const value = formatValue(content.value, format, { dateSystem: models.dateSystems.local, locale });
    return { text: value || strings.differences.empty, formula: false };
  };
  const label = row.sheet === null ? '' : (labelsOfFirstCells(models).get(`${row.sheet}!${row.address.split(':')[0]!}`) ?? '');
  const words = [label, onlyFormat && !row.inner ? strings.plan.format : '', cells > 1 ? strings.cells(cells) : ''];
  return (
    <LongChange
      address={row.address}
      label={words.filter(Boolean).join(' · ')}
      before={shown(before, before?.format ?? null)}
      after={shown(after, after?.format ?? before?.format ?? null)}
      inner={row.inner}
      folded={cells > 1}
      {...toggling}
    />
  );
}

/** A change whose texts, when long, are whole only in an opened line. */
function LongChange({
  before,
  after,
  folded = false,
  open,
  onToggle,
  ...rest
}: {
  readonly address: string;
  readonly label?: string;
  readonly before: ShownText;
  readonly after: ShownText;
  readonly inner?: boolean;
  readonly folded?: boolean;
} & Toggling) {
  const short = shortChange(before.text, after.text);
  const shown = open ? { before: before.text, after: after.text } : short;
  return (
    <PlanChange
      {...rest}
      before={<ChangeText text={shown.before} formula={before.formula} />}
      after={<ChangeText text={shown.after} formula={after.formula} />}
      {...(folded || short.cut ? { open, onToggle } : {})}
    />
  );
}
