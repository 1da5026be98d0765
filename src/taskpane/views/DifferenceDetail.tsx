import { Link, makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components';
import { useMemo, type MouseEvent } from 'react';
import { isMoved } from '../../core/compare/isMoved';
import type { ComparedModels } from '../../app/ports/ComparisonEngine';
import type { Difference, DifferenceSide } from '../../core/compare/Difference';
import type { ExplainedFormula } from '../../core/compare/explainFormulas';
import { consequenceTree } from '../lists/consequenceTree';
import { valueTexts } from '../wording/valueTexts';
import { BeforeLine } from './BeforeLine';
import { Chains } from './Chains';
import { DecisionLine } from './DecisionLine';
import { FormulaText } from './FormulaText';
import { MarkedText } from './MarkedText';
import { usePane } from './PaneContext';
import { useExplained } from './useExplained';

const useStyles = makeStyles({
  detail: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL} ${tokens.spacingVerticalM} 40px`,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke3}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  sides: { display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(min(160px, 100%), 1fr))', gap: tokens.spacingHorizontalM },
  side: {
    minWidth: 0,
    borderLeft: `${tokens.strokeWidthThicker} solid ${tokens.colorNeutralStroke1}`,
    paddingLeft: tokens.spacingHorizontalS,
  },
  yours: { borderLeftColor: tokens.colorCompoundBrandStroke },
  name: {
    ...typographyStyles.caption1Strong,
    color: tokens.colorNeutralForeground2,
    display: 'flex',
    justifyContent: 'space-between',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalS,
  },
  where: { fontWeight: tokens.fontWeightRegular, overflowWrap: 'anywhere' },
  value: { ...typographyStyles.body1Strong, textAlign: 'right', fontVariantNumeric: 'tabular-nums', overflowWrap: 'anywhere' },
  text: { ...typographyStyles.body1, textAlign: 'left' },
  faint: { color: tokens.colorNeutralForeground3, fontWeight: tokens.fontWeightRegular },
  note: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground2, margin: 0, overflowWrap: 'anywhere' },
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalL },
});

/** How many causes or cells are named before the rest is only counted. */
const MOST_NAMED = 5;

/** Values longer than this are sentences, not figures. */
const LONG_TEXT = 30;

/** Both sides of a difference with value and formula, and what it follows from or leads to. */
export function DifferenceDetail({ difference, models }: { readonly difference: Difference; readonly models: ComparedModels }) {
  const styles = useStyles();
  const { strings, locale } = usePane();
  const words = strings.differences;
  const texts = valueTexts(difference, models, locale);
  const { official, local, note } = difference;
  const causes = useMemo(() => namedCauses(difference, models), [difference, models]);
  const explained = useExplained(difference, models);
  const following = consequenceTree(models.comparison).get(difference.id);
  return (
    <div className={styles.detail}>
      <div className={styles.sides}>
        <Side
          title={words.official}
          side={official}
          other={local}
          difference={difference}
          value={texts.official}
          full={texts.officialFull}
          explained={explained?.official ?? null}
        />
        <Side
          title={words.yours}
          side={local}
          other={official}
          difference={difference}
          value={texts.local}
          full={texts.localFull}
          explained={explained?.local ?? null}
          yours
        />
      </div>
      <BeforeLine difference={difference} models={models} />
      {difference.cells > 1 && <p className={styles.note}>{words.cellsCovered(difference.cells)}</p>}
      {note !== '' && <p className={styles.note}>{isMoved(difference) ? words.movedNote : note}</p>}
      {causes.length > 0 && (
        <div className={styles.note}>
          {words.follows}
          <ul className={styles.list}>
            {causes.slice(0, MOST_NAMED).map((cause) => (
              <li key={cause.id}>
                <Jump difference={cause} models={models} />
              </li>
            ))}
            {causes.length > MOST_NAMED && <li>{words.more(causes.length - MOST_NAMED)}</li>}
          </ul>
        </div>
      )}
      {difference.role === 'consequence' && <Chains of={{ difference: difference.id }} models={models} />}
      {following !== undefined && <p className={styles.note}>{words.leads(following)}</p>}
      <DecisionLine difference={difference} models={models} />
    </div>
  );
}

interface SideProps {
  readonly title: string;
  readonly side: DifferenceSide | null;
  readonly other: DifferenceSide | null;
  readonly difference: Difference;
  readonly value: string;
  readonly full: string;
  readonly explained: ExplainedFormula | null;
  readonly yours?: boolean;
}

function Side({ title, side, other, difference, value, full, explained, yours = false }: SideProps) {
  const styles = useStyles();
  const { strings } = usePane();
  const words = strings.differences;
  const { kind } = difference;
  const hasValue = kind !== 'row' && kind !== 'column' && kind !== 'sheet' && kind !== 'name' && kind !== 'table';
  return (
    <div className={mergeClasses(styles.side, yours && styles.yours)}>
      <div className={styles.name}>
        <span>{title}</span>
        {side !== null && <span className={styles.where}>{words.where(side.sheet, side.address, kind)}</span>}
      </div>
      {side === null ? (
        <div className={mergeClasses(styles.value, styles.faint)}>{words.notThere}</div>
      ) : (
        <>
          {hasValue && (
            <div className={mergeClasses(styles.value, value === '' && styles.faint, value.length > LONG_TEXT && styles.text)} title={full}>
              {kind === 'definition' && value !== '' ? (
                <MarkedText text={value} other={otherText(other)} yours={yours} />
              ) : (
                value || words.empty
              )}
            </div>
          )}
          {side.formula !== null && (
            <>
              {explained?.words && <FormulaText segments={explained.words} form="words" yours={yours} />}
              <FormulaText segments={explained?.cells ?? [{ text: side.formula, changed: false }]} form="cells" yours={yours} />
            </>
          )}
          {side.formula === null && other?.formula != null && hasValue && <div className={styles.note}>{words.constant}</div>}
          {kind === 'format' && <div className={styles.note}>{side.format}</div>}
        </>
      )}
    </div>
  );
}

/** What the other workbook says, to mark the words that differ; empty when it says nothing in words. */
function otherText(side: DifferenceSide | null): string {
  return typeof side?.value === 'string' ? side.value : '';
}

/** The causes that a difference is known to follow, as far as the list has them. */
function namedCauses({ causes }: Difference, { comparison }: ComparedModels): readonly Difference[] {
  if (causes.length === 0) return [];
  const ids = new Set(causes);
  return comparison.differences.filter(({ id }) => ids.has(id));
}

/** A link to another difference of the list. */
function Jump({ difference: { id, kind, local, official }, models }: { readonly difference: Difference; readonly models: ComparedModels }) {
  const { pane, strings } = usePane();
  const place = local ?? official;
  const where = place === null ? '' : strings.differences.where(place.sheet, place.address, kind);
  const label = models.labels.get(id);
  const onClick = (event: MouseEvent) => {
    event.stopPropagation();
    pane.goTo(id);
  };
  return (
    <Link inline tabIndex={-1} onClick={onClick}>
      {label ? `${label} (${where})` : where}
    </Link>
  );
}
