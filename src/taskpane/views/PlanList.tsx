import { makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useLayoutEffect, useRef, useState, type ReactNode, type RefObject } from 'react';
import type { ComparedModels } from '../../app/ports/ComparisonEngine';
import type { CellContent } from '../../core/sync/SyncPlan';
import { formatValue } from '../../core/workbook/formatValue';
import { labelsOfFirstCells } from '../lists/labelsOfFirstCells';
import type { PlanRow } from '../lists/planRows';
import type { Strings } from '../strings';
import { usePane } from './PaneContext';
import { Unseen } from './Unseen';

const useStyles = makeStyles({
  inner: { position: 'relative', width: '100%' },
  row: { position: 'absolute', top: 0, left: 0, width: '100%' },
  sheet: {
    ...typographyStyles.body1Strong,
    display: 'flex',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalS,
    margin: 0,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  count: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground2, whiteSpace: 'nowrap' },
  line: {
    display: 'grid',
    gridTemplateColumns: 'minmax(40px, max-content) minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalL}`,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke3}`,
  },
  address: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground2, lineHeight: tokens.lineHeightBase300 },
  change: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'flex-end',
    columnGap: tokens.spacingHorizontalXS,
    minWidth: 0,
    fontVariantNumeric: 'tabular-nums',
  },
  before: {
    ...typographyStyles.body1,
    color: tokens.colorNeutralForeground2,
    textDecorationLine: 'line-through',
    overflowWrap: 'anywhere',
    minWidth: 0,
  },
  after: { ...typographyStyles.body1Strong, overflowWrap: 'anywhere', minWidth: 0 },
  formula: { fontFamily: tokens.fontFamilyMonospace, fontSize: tokens.fontSizeBase200, fontWeight: tokens.fontWeightRegular },
  arrow: { color: tokens.colorNeutralForeground3, fontWeight: tokens.fontWeightRegular },
  label: { ...typographyStyles.body1, minWidth: 0, overflowWrap: 'anywhere' },
  below: { gridColumn: '2' },
  act: { ...typographyStyles.body1, gridColumn: '1 / -1' },
});

interface Props {
  readonly rows: readonly PlanRow[];
  readonly models: ComparedModels;
  readonly scroller: RefObject<HTMLDivElement | null>;
}

/** Old → new of every change, grouped by sheet; only the lines in view are drawn. */
export function PlanList({ rows, models, scroller }: Props) {
  const styles = useStyles();
  const { strings } = usePane();
  const inner = useRef<HTMLDivElement>(null);
  const [offset, setOffset] = useState(0);
  useLayoutEffect(() => setOffset(inner.current?.offsetTop ?? 0), [rows]);
  // eslint-disable-next-line react-hooks/incompatible-library -- the pane is not built with the React compiler
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    getItemKey: (index) => rows[index]!.id,
    estimateSize: (index) => (rows[index]!.row === 'sheet' ? 36 : 30),
    scrollMargin: offset,
    overscan: 12,
  });
  return (
    <div className={styles.inner} ref={inner} role="list" style={{ height: virtualizer.getTotalSize() }}>
      {virtualizer.getVirtualItems().map(({ index, key, start }) => (
        <div
          key={key}
          ref={virtualizer.measureElement}
          data-index={index}
          className={styles.row}
          style={{ transform: `translateY(${start - offset}px)` }}
          role="listitem"
          aria-posinset={index + 1}
          aria-setsize={rows.length}
        >
          <PlanLine row={rows[index]!} models={models} strings={strings} />
        </div>
      ))}
    </div>
  );
}

function PlanLine({ row, models, strings }: { readonly row: PlanRow; readonly models: ComparedModels; readonly strings: Strings }) {
  const styles = useStyles();
  const words = strings.plan;
  switch (row.row) {
    case 'sheet':
      return (
        <h3 className={styles.sheet}>
          <span>{row.sheet || strings.differences.workbook}</span>
          {row.cells > 0 && <span className={styles.count}>{strings.cells(row.cells)}</span>}
        </h3>
      );
    case 'cell':
      return <CellLine row={row} models={models} strings={strings} />;
    case 'name':
      return (
        <Change
          address={words.setName(row.name)}
          before={
            <Text text={row.before === null ? strings.differences.notThere : `=${row.before.formula}`} formula={row.before !== null} />
          }
          after={<Text text={row.after === null ? strings.differences.notThere : `=${row.after.formula}`} formula={row.after !== null} />}
        />
      );
    case 'lines':
      return (
        <div className={styles.line}>
          <span className={styles.act}>{words[row.act](row.axis, row.count, row.at)}</span>
        </div>
      );
    case 'table':
      return (
        <div className={styles.line}>
          <span className={styles.act}>{words.resizeTable(row.table, row.rows)}</span>
        </div>
      );
    case 'sheetStep':
      return (
        <div className={styles.line}>
          <span className={styles.act}>{words[row.act]}</span>
        </div>
      );
  }
}

function CellLine({
  row,
  models,
  strings,
}: {
  readonly row: Extract<PlanRow, { row: 'cell' }>;
  readonly models: ComparedModels;
  readonly strings: Strings;
}) {
  const { locale } = usePane();
  const { before, after } = row;
  const onlyFormat = before.formula === after.formula && JSON.stringify(before.value) === JSON.stringify(after.value);
  const text = (content: CellContent, format: string | null) => {
    if (onlyFormat) return <Text text={content.format ?? ''} />;
    if (content.formula !== null) return <Text text={content.formula} formula />;
    const shown = formatValue(content.value, format, { dateSystem: models.dateSystems.local, locale });
    return <Text text={shown || strings.differences.empty} />;
  };
  const label = row.sheet === null ? '' : (labelsOfFirstCells(models).get(`${row.sheet}!${row.address}`) ?? '');
  return (
    <Change
      address={row.address}
      label={[label, onlyFormat ? strings.plan.format : ''].filter(Boolean).join(' · ')}
      before={text(before, before.format)}
      after={text(after, after.format ?? before.format)}
    />
  );
}

function Text({ text, formula = false }: { readonly text: string; readonly formula?: boolean }) {
  const styles = useStyles();
  return formula ? <code className={styles.formula}>{text}</code> : text;
}

function Change({
  address,
  label = '',
  before,
  after,
}: {
  readonly address: string;
  readonly label?: string;
  readonly before: ReactNode;
  readonly after: ReactNode;
}) {
  const styles = useStyles();
  const { strings } = usePane();
  return (
    <div className={styles.line}>
      <span className={styles.address}>{address}</span>
      {label !== '' && <span className={styles.label}>{label}</span>}
      <span className={mergeClasses(styles.change, label !== '' && styles.below)}>
        <span className={styles.before}>
          <Unseen>{strings.plan.from}</Unseen>
          {before}
        </span>
        <span className={styles.after}>
          <span className={styles.arrow} aria-hidden>
            {'→\u00a0'}
          </span>
          <Unseen>{strings.plan.to}</Unseen>
          {after}
        </span>
      </span>
    </div>
  );
}
