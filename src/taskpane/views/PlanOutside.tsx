import { Checkbox, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useMemo } from 'react';
import type { ComparedModels } from '../../app/ports/ComparisonEngine';
import { groupBy } from '../../core/groupBy';
import type { Draft } from '../state/PaneState';
import { placeInWords } from '../wording/placeInWords';
import { usePane } from './PaneContext';

const useStyles = makeStyles({
  section: { padding: `0 ${tokens.spacingHorizontalL} ${tokens.spacingVerticalM}` },
  title: { ...typographyStyles.body1Strong, margin: 0 },
  hint: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground2, margin: 0 },
  list: {
    maxHeight: '240px',
    overflowY: 'auto',
    margin: `0 0 0 calc(-1 * ${tokens.spacingHorizontalS})`,
    padding: 0,
    listStyleType: 'none',
  },
  box: { maxWidth: '100%', '& label': { minWidth: 0, overflowWrap: 'anywhere' } },
  formula: {
    ...typographyStyles.caption1,
    fontFamily: tokens.fontFamilyMonospace,
    margin: `0 0 ${tokens.spacingVerticalXS} ${tokens.spacingHorizontalXXXL}`,
    overflowWrap: 'anywhere',
  },
});

/** So many boxes are drawn, and formulas under each; what is not on show cannot be ticked. */
const MOST_BOXES = 100;
const MOST_FORMULAS = 50;

/** What official would have reach outside the workbook: each is written only if the user ticks it, having read where it leads. */
export function PlanOutside({
  draft: { plan, outside },
  models,
  disabled,
}: {
  readonly draft: Draft;
  readonly models: ComparedModels;
  readonly disabled: boolean;
}) {
  const styles = useStyles();
  const { pane, strings } = usePane();
  const formulas = useMemo(() => plan.outside ?? [], [plan]);
  const byDifference = useMemo(() => {
    const differences = new Map(models.comparison.differences.map((difference) => [difference.id, difference]));
    return [...groupBy(formulas, ({ difference }) => difference)].map(([id, all]) => {
      const difference = differences.get(id);
      const { sheet, address } = all[0]!;
      const place = difference ? placeInWords(difference, models, strings) : [sheet, address].filter(Boolean).join('!');
      return { id, all, place, cells: all.reduce((sum, { cells }) => sum + cells, 0) };
    });
  }, [formulas, models, strings]);
  if (byDifference.length === 0) return null;
  const words = strings.plan;
  return (
    <section className={styles.section} aria-labelledby="plan-outside">
      <h3 className={styles.title} id="plan-outside">
        {words.outside(formulas.length)}
      </h3>
      <p className={styles.hint}>{words.outsideHint}</p>
      <ul className={styles.list}>
        {byDifference.slice(0, MOST_BOXES).map(({ id, all, place, cells }) => (
          <li key={id}>
            <Checkbox
              className={styles.box}
              disabled={disabled || all.length > MOST_FORMULAS}
              label={words.allowPlace(place, cells)}
              aria-describedby={`outside ${id}`}
              checked={outside.includes(id)}
              onChange={(_, { checked }) => pane.chooseOutside(checked === true ? [...outside, id] : outside.filter((each) => each !== id))}
            />
            <div id={`outside ${id}`}>
              {all.slice(0, MOST_FORMULAS).map(({ sheet, address, formula }) => (
                <p key={`${sheet}!${address}`} className={styles.formula}>
                  {formula}
                </p>
              ))}
              {all.length > MOST_FORMULAS && <p className={styles.formula}>{strings.differences.more(all.length - MOST_FORMULAS)}</p>}
            </div>
          </li>
        ))}
      </ul>
      {byDifference.length > MOST_BOXES && <p className={styles.hint}>{strings.differences.more(byDifference.length - MOST_BOXES)}</p>}
    </section>
  );
}
