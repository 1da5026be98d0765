import { Button, Checkbox, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useMemo } from 'react';
import type { ComparedModels } from '../../app/ports/ComparisonEngine';
import type { Draft } from '../state/PaneState';
import { placeInWords } from '../wording/placeInWords';
import { usePane } from './PaneContext';

const useStyles = makeStyles({
  section: { padding: `0 ${tokens.spacingHorizontalL} ${tokens.spacingVerticalM}` },
  title: { ...typographyStyles.body1Strong, margin: 0 },
  hint: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground2, margin: 0 },
  list: {
    maxHeight: '180px',
    overflowY: 'auto',
    margin: `0 0 0 calc(-1 * ${tokens.spacingHorizontalS})`,
    padding: 0,
    listStyleType: 'none',
  },
  box: { maxWidth: '100%', '& label': { minWidth: 0, overflowWrap: 'anywhere' } },
});

/** So many boxes are drawn; past that they can only be ticked all at once. */
const MOST_BOXES = 200;

/** What only the local workbook has: each is deleted only if the user ticks it. */
export function PlanRemovals({
  draft,
  models,
  disabled,
}: {
  readonly draft: Draft;
  readonly models: ComparedModels;
  readonly disabled: boolean;
}) {
  const styles = useStyles();
  const { pane, strings } = usePane();
  const { removable, remove } = draft;
  const differences = useMemo(() => {
    const wanted = new Set(removable);
    return models.comparison.differences.filter(({ id }) => wanted.has(id));
  }, [removable, models]);
  if (differences.length === 0) return null;
  const all = remove.length === removable.length;
  return (
    <section className={styles.section} aria-labelledby="plan-removals">
      <h3 className={styles.title} id="plan-removals">
        {strings.plan.remove(differences.length)}
      </h3>
      <p className={styles.hint}>{models.comparison.since === undefined ? strings.plan.removeHint : strings.base.removeHint}</p>
      <ul className={styles.list}>
        {differences.slice(0, MOST_BOXES).map((difference) => (
          <li key={difference.id}>
            <Checkbox
              className={styles.box}
              disabled={disabled}
              label={strings.plan.deletePlace(placeInWords(difference, models, strings), difference.kind)}
              checked={remove.includes(difference.id)}
              onChange={(_, { checked }) =>
                pane.chooseRemovals(checked === true ? [...remove, difference.id] : remove.filter((id) => id !== difference.id))
              }
            />
          </li>
        ))}
      </ul>
      {differences.length > MOST_BOXES && <p className={styles.hint}>{strings.differences.more(differences.length - MOST_BOXES)}</p>}
      {differences.length > 2 && (
        <Button size="small" disabled={disabled} onClick={() => pane.chooseRemovals(all ? [] : removable)}>
          {all ? strings.differences.untickAll : strings.differences.tickAll}
        </Button>
      )}
    </section>
  );
}
