import { makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components';
import type { MouseEvent } from 'react';
import type { ComparedModels } from '../../app/ports/ComparisonEngine';
import type { DifferenceRow } from '../lists/buildRows';
import { changeInWords } from '../wording/changeInWords';
import { DecidedLine } from './DecidedLine';
import { ChevronDown16Regular, ChevronRight16Regular } from './icons';
import { kindLook } from './kindIcons';
import { MoverMark } from './MoverMark';
import { usePane } from './PaneContext';
import { TickBox, type Checked } from './TickBox';
import { useDecided } from './useDecided';
import { useRowStyles } from './useRowStyles';

const useStyles = makeStyles({
  line: {
    display: 'grid',
    gridTemplateColumns: '28px minmax(0, 1fr) 28px',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalXS,
    minHeight: '56px',
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    boxSizing: 'border-box',
    cursor: 'pointer',
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke3}`,
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
  },
  pair: { display: 'flex', alignItems: 'baseline', justifyContent: 'space-between', gap: tokens.spacingHorizontalS, minWidth: 0 },
  wrap: { flexWrap: 'wrap', rowGap: 0 },
  label: {
    ...typographyStyles.body1,
    fontWeight: tokens.fontWeightSemibold,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    minWidth: 0,
  },
  address: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground2, whiteSpace: 'nowrap', flexShrink: 0 },
  kind: {
    ...typographyStyles.caption1,
    color: tokens.colorNeutralForeground2,
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    whiteSpace: 'nowrap',
    flexShrink: 0,
    '& svg': { flexShrink: 0 },
  },
  change: {
    ...typographyStyles.body1,
    fontVariantNumeric: 'tabular-nums',
    display: 'flex',
    justifyContent: 'flex-end',
    gap: tokens.spacingHorizontalXS,
    marginLeft: 'auto',
    maxWidth: '100%',
    minWidth: 0,
    whiteSpace: 'nowrap',
    '& > span': { overflow: 'hidden', textOverflow: 'ellipsis', minWidth: 0 },
  },
  whole: { flexShrink: 0 },
  // So that of two long texts both can be told.
  most: { maxWidth: '62%' },
  official: { color: tokens.colorNeutralForeground2 },
  yours: { color: tokens.colorBrandForeground2Hover, fontWeight: tokens.fontWeightSemibold },
  arrow: { flexShrink: 0, color: tokens.colorNeutralForeground3 },
  open: { display: 'flex', alignItems: 'center', justifyContent: 'center', width: '28px', height: '28px' },
});

/** Texts up to here are never cut in favour of a longer one beside them. */
const SHORT = 12;

interface Props {
  readonly row: DifferenceRow;
  readonly models: ComparedModels;
  readonly open: boolean;
  readonly checked: Checked | null;
  readonly current: boolean;
  readonly onTick: () => void;
  readonly onToggle: () => void;
}

/** One difference in two lines: what it is called and where; its kind, and official → yours. */
export function DifferenceLine({ row, models, open, checked, current, onTick, onToggle }: Props) {
  const styles = useStyles();
  const rowStyles = useRowStyles();
  const { pane, strings, locale } = usePane();
  const { difference } = row;
  const decided = useDecided(difference.id);
  const { Icon, word } = kindLook(difference, strings);
  const place = difference.local ?? difference.official;
  const named = strings.differences.at(place?.address || place?.sheet || '', difference.kind);
  // Elsewhere the heading names the sheet.
  const address = row.kept && place ? strings.differences.where(place.sheet, place.address, difference.kind) : named;
  const label = models.labels.get(difference.id) || address;
  const change = changeInWords(difference, models, locale, strings.differences);
  const Chevron = open ? ChevronDown16Regular : ChevronRight16Regular;
  const onOpen = (event: MouseEvent) => {
    event.stopPropagation();
    onToggle();
  };
  return (
    <div className={mergeClasses(styles.line, current && rowStyles.current)}>
      <TickBox checked={checked} onTick={onTick} />
      <div>
        <div className={styles.pair}>
          <span className={styles.label} title={label}>
            {label}
          </span>
          {label !== address && <span className={styles.address}>{address}</span>}
        </div>
        <div className={mergeClasses(styles.pair, styles.wrap)}>
          <span className={styles.kind}>
            <Icon aria-hidden />
            {word}
            <MoverMark difference={difference} />
            {decided?.state === 'proposed' && <span data-kept={decided.state}>· {strings.decisions.offered}</span>}
          </span>
          <span className={styles.change} title={change.full}>
            {change.official !== null && (
              <span
                className={mergeClasses(
                  styles.official,
                  change.official.length <= SHORT && styles.whole,
                  (change.local?.length ?? 0) > SHORT && styles.most,
                )}
              >
                {change.official}
              </span>
            )}
            {change.official !== null && change.local !== null && <span className={styles.arrow}>→</span>}
            {change.local !== null && (
              <span
                className={mergeClasses(
                  styles.yours,
                  change.local.length <= SHORT && styles.whole,
                  (change.official?.length ?? 0) > SHORT && styles.most,
                )}
              >
                {change.local}
              </span>
            )}
          </span>
        </div>
        <DecidedLine decided={decided} label={label} kept={row.kept} onReopen={() => pane.decideAgain(difference.id)} />
      </div>
      <span className={styles.open} aria-hidden data-open={open} onClick={onOpen}>
        <Chevron />
      </span>
    </div>
  );
}
