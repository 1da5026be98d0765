import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useMemo } from 'react';
import type { ComparedModels } from '../../app/ports/ComparisonEngine';
import type { Draft } from '../state/PaneState';
import { placeInWords } from '../wording/placeInWords';
import { usePane } from './PaneContext';

const useStyles = makeStyles({
  section: { padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}` },
  title: { ...typographyStyles.body1Strong, margin: 0 },
  reason: { ...typographyStyles.body1, margin: `${tokens.spacingVerticalXS} 0 0` },
  places: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground2, margin: 0, overflowWrap: 'anywhere' },
});

const MOST_NAMED = 20;

/** What the sync will not touch, by reason. */
export function PlanRefusals({ draft, models }: { readonly draft: Draft; readonly models: ComparedModels }) {
  const styles = useStyles();
  const { strings } = usePane();
  const { plan, removable } = draft;
  const reasons = useMemo(() => {
    const boxes = new Set(removable);
    const differences = new Map(models.comparison.differences.map((difference) => [difference.id, difference]));
    const byReason = new Map<string, string[]>();
    for (const { difference: id, reason } of plan.refused) {
      // What only local has stands above with a box of its own.
      if (boxes.has(id)) continue;
      const difference = differences.get(id);
      const places = byReason.get(reason) ?? [];
      byReason.set(reason, places);
      if (difference !== undefined) places.push(placeInWords(difference, models, strings));
    }
    return [...byReason];
  }, [plan, removable, models, strings]);
  if (reasons.length === 0) return null;
  return (
    <section className={styles.section} aria-labelledby="plan-refusals">
      <h3 className={styles.title} id="plan-refusals">
        {strings.plan.leftAlone(reasons.reduce((sum, [, places]) => sum + Math.max(1, places.length), 0))}
      </h3>
      {reasons.map(([reason, places]) => (
        <div key={reason}>
          <p className={styles.reason}>{reason}</p>
          <p className={styles.places}>
            {places.slice(0, MOST_NAMED).join(', ')}
            {places.length > MOST_NAMED && ` ${strings.differences.more(places.length - MOST_NAMED)}`}
          </p>
        </div>
      ))}
    </section>
  );
}
