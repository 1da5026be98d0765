import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import type { ComparedModels } from '../../app/ports/ComparisonEngine';
import type { CellContent } from '../../core/sync/SyncPlan';
import { formatValue } from '../../core/workbook/formatValue';
import { labelsOfFirstCells } from '../lists/labelsOfFirstCells';
import type { CellsRow, PlanRow } from '../lists/planRows';
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
  switch (row.row) {
    case 'sheet':
      return (
        <h3 className={styles.sheet}>
          <span className={styles.name}>{row.sheet || strings.differences.workbook}</span>
          {row.cells > 0 && <span className={styles.count}>{strings.cells(row.cells)}</span>}
        </h3>
      );
    case 'cells':
      return <CellsLine row={row} models={models} open={open} onToggle={() => onToggle(row.id)} />;
    case 'name':
      return (
        <PlanChange
          address={words.setName(row.name)}
          before={
            <ChangeText
              text={row.before === null ? strings.differences.notThere : `=${row.before.formula}`}
              formula={row.before !== null}
            />
          }
          after={
            <ChangeText text={row.after === null ? strings.differences.notThere : `=${row.after.formula}`} formula={row.after !== null} />
          }
        />
      );
    case 'lines':
      return <div className={styles.act}>{words[row.act](row.axis, row.count, row.at)}</div>;
    case 'shift':
      return <div className={styles.act}>{words[row.act === 'insert' ? 'insertCells' : 'deleteCells'](row.axis, row.address)}</div>;
    case 'table':
      return <div className={styles.act}>{words.resizeTable(row.table, row.rows)}</div>;
    case 'sheetStep':
      return <div className={styles.act}>{words[row.act]}</div>;
  }
}

function CellsLine({
  row,
  models,
  open,
  onToggle,
}: {
  readonly row: CellsRow;
  readonly models: ComparedModels;
  readonly open: boolean;
  readonly onToggle: () => void;
}) {
  const { strings, locale } = usePane();
  const { before, after, onlyFormat, cells } = row;
  const text = (content: CellContent | null, format: string | null) => {
    if (content === null) return <ChangeText text={strings.plan.values(cells)} />;
    if (onlyFormat) return <ChangeText text={content.format ?? ''} />;
    if (content.formula !== null) return <ChangeText text={content.formula} formula />;
    const shown = formatValue(content.value, format, { dateSystem: models.dateSystems.local, locale });
    return <ChangeText text={shown || strings.differences.empty} />;
  };
  const label = row.sheet === null ? '' : (labelsOfFirstCells(models).get(`${row.sheet}!${row.address.split(':')[0]!}`) ?? '');
  const folded = cells > 1;
  return (
    <PlanChange
      address={row.address}
      label={[label, onlyFormat && !row.inner ? strings.plan.format : '', folded ? strings.cells(cells) : ''].filter(Boolean).join(' · ')}
      before={text(before, before?.format ?? null)}
      after={text(after, after?.format ?? before?.format ?? null)}
      inner={row.inner}
      {...(folded ? { open, onToggle } : {})}
    />
  );
}
