import { makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { ChevronDown16Regular, ChevronRight16Regular } from './icons';
import { usePane } from './PaneContext';
import { Unseen } from './Unseen';

const useStyles = makeStyles({
  line: {
    display: 'grid',
    gridTemplateColumns: 'minmax(40px, max-content) minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalL}`,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke3}`,
  },
  inner: { paddingLeft: tokens.spacingHorizontalXXXL },
  address: {
    ...typographyStyles.caption1,
    color: tokens.colorNeutralForeground2,
    lineHeight: tokens.lineHeightBase300,
    maxWidth: '55vw',
    overflowWrap: 'anywhere',
  },
  label: { ...typographyStyles.body1, minWidth: 0, overflowWrap: 'anywhere' },
  change: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'flex-end',
    columnGap: tokens.spacingHorizontalXS,
    minWidth: 0,
    fontVariantNumeric: 'tabular-nums',
  },
  below: { gridColumn: '1 / -1' },
  before: {
    ...typographyStyles.body1,
    color: tokens.colorNeutralForeground2,
    textDecorationLine: 'line-through',
    overflowWrap: 'anywhere',
    minWidth: 0,
  },
  after: { ...typographyStyles.body1Strong, overflowWrap: 'anywhere', minWidth: 0 },
  formula: {
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightRegular,
    wordBreak: 'break-all',
  },
  arrow: { color: tokens.colorNeutralForeground3, fontWeight: tokens.fontWeightRegular },
  // The chevron stands in the margin, so that all addresses begin at one line.
  toggle: {
    display: 'flex',
    alignItems: 'center',
    alignSelf: 'start',
    minHeight: '24px',
    margin: `-2px calc(-1 * ${tokens.spacingHorizontalXS}) -2px calc(-1 * ${tokens.spacingHorizontalL})`,
    padding: `0 ${tokens.spacingHorizontalXS} 0 0`,
    outlineOffset: '-1px',
    border: 'none',
    background: 'none',
    textAlign: 'left',
    cursor: 'pointer',
    '& svg': { flexShrink: 0, width: tokens.spacingHorizontalL },
    ':hover': { color: tokens.colorNeutralForeground2Hover, textDecorationLine: 'underline' },
  },
});

interface Props {
  readonly address: string;
  readonly label?: string;
  readonly before: ReactNode;
  readonly after: ReactNode;
  /** Whether it stands below a line that was opened. */
  readonly inner?: boolean;
  /** Whether its cells are listed below it; left out when it has none to list. */
  readonly open?: boolean;
  readonly onToggle?: () => void;
}

/** Where something is written, what it is called, and old → new. */
export function PlanChange({ address, label = '', before, after, inner = false, open = false, onToggle }: Props) {
  const styles = useStyles();
  const { strings } = usePane();
  const Chevron = open ? ChevronDown16Regular : ChevronRight16Regular;
  return (
    <div className={mergeClasses(styles.line, inner && styles.inner)}>
      {onToggle === undefined ? (
        <span className={styles.address}>{address}</span>
      ) : (
        <button type="button" className={mergeClasses(styles.address, styles.toggle)} aria-expanded={open} onClick={onToggle}>
          <Chevron aria-hidden />
          {address}
        </button>
      )}
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

/** What a cell holds, a formula as code. */
export function ChangeText({ text, formula = false }: { readonly text: string; readonly formula?: boolean }) {
  const styles = useStyles();
  return formula ? <code className={styles.formula}>{text}</code> : text;
}
