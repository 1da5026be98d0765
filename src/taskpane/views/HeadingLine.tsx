import { makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components';
import type { HeadingRow } from '../lists/buildRows';
import { ChevronDown16Regular, ChevronRight16Regular } from './icons';
import { usePane } from './PaneContext';
import { TickBox, type Checked } from './TickBox';
import { useRowStyles } from './useRowStyles';

const useStyles = makeStyles({
  line: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    minHeight: '36px',
    padding: `0 ${tokens.spacingHorizontalL} 0 ${tokens.spacingHorizontalS}`,
    boxSizing: 'border-box',
    backgroundColor: tokens.colorNeutralBackground2,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    cursor: 'pointer',
  },
  inner: { paddingLeft: tokens.spacingHorizontalXL },
  chevron: { flexShrink: 0 },
  title: { ...typographyStyles.body1Strong, minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  // Long names give way to it; it gives way itself only where there is no room for both.
  hidden: {
    ...typographyStyles.caption1,
    color: tokens.colorNeutralForeground2,
    flexShrink: 0,
    maxWidth: '60%',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
  count: {
    marginLeft: 'auto',
    ...typographyStyles.caption1,
    color: tokens.colorNeutralForeground2,
    fontVariantNumeric: 'tabular-nums',
    whiteSpace: 'nowrap',
  },
});

interface Props {
  readonly row: HeadingRow;
  readonly checked: Checked | null;
  readonly current: boolean;
  readonly onTick: () => void;
}

/** The line over a sheet's differences, or over all consequences or unexplained ones. */
export function HeadingLine({ row, checked, current, onTick }: Props) {
  const styles = useStyles();
  const rowStyles = useRowStyles();
  const { strings } = usePane();
  const words = strings.differences;
  const title =
    row.moved !== null
      ? words.movedLines(row.moved.kind, row.moved.lines)
      : row.sheet !== null
        ? row.sheet || words.workbook
        : row.section === 'unexplained'
          ? words.unexplained
          : row.section === 'kept'
            ? strings.decisions.group
            : words.consequences;
  const hints: Partial<Record<HeadingRow['section'], string>> = { unexplained: words.unexplainedHint, kept: strings.decisions.groupHint };
  const hidden = row.moved === null ? row.hidden : '';
  const whole = row.shown === row.total;
  // A sync may add to what follows while less differs in all, which would look like damage: only what was searched for is counted.
  const count =
    row.section === 'consequences'
      ? whole
        ? ''
        : words.found(row.shown)
      : whole
        ? words.counted[row.unit](row.total)
        : words.shownOf[row.unit](row.shown, row.total);
  const Chevron = row.open ? ChevronDown16Regular : ChevronRight16Regular;
  return (
    <div className={mergeClasses(styles.line, row.level > 1 && styles.inner, current && rowStyles.current)}>
      <TickBox checked={checked} onTick={onTick} />
      <Chevron className={styles.chevron} aria-hidden />
      <span className={styles.title} title={hints[row.section] ?? title}>
        {title}
      </span>
      {hidden !== '' && (
        <span className={styles.hidden} title={hidden}>
          {words.hidden(hidden)}
        </span>
      )}
      <span className={styles.count}>{count}</span>
    </div>
  );
}
