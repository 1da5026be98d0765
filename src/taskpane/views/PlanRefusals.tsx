import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useMemo } from 'react';
import { isMoved } from '../../core/compare/isMoved';
import type { ComparedModels } from '../../app/ports/ComparisonEngine';
import { planCounts } from '../lists/planCounts';
import type { Draft } from '../state/PaneState';
import { placeInWords } from '../wording/placeInWords';
import { usePane } from './PaneContext';

const useStyles = makeStyles({
  section: { padding: `0 ${tokens.spacingHorizontalL} ${tokens.spacingVerticalM}` },
  title: { ...typographyStyles.body1Strong, margin: 0 },
  reason: { ...typographyStyles.body1, margin: `${tokens.spacingVerticalXS} 0 0` },
  places: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground2, margin: 0, overflowWrap: 'anywhere' },
});

const MOST_NAMED = 20;
/** Nothing depends on where these stand. */
const MOST_MOVED_NAMED = 5;

interface Props {
  readonly draft: Draft;
  readonly models: ComparedModels;
}

/** What the sync will not touch, and what it does only in part or with a remark; each by reason. */
export function PlanRefusals({ draft, models }: Props) {
  const { strings } = usePane();
  const { left, remarked } = useMemo(() => planCounts(draft), [draft]);
  return (
    <>
      <Reasons id="plan-left" title={strings.plan.leftAlone(left.size)} ids={left} draft={draft} models={models} />
      <Reasons id="plan-remarks" title={strings.plan.lookAt(remarked.size)} ids={remarked} draft={draft} models={models} />
    </>
  );
}

function Reasons({
  id: titleId,
  title,
  ids,
  draft: { plan },
  models,
}: Props & { readonly id: string; readonly title: string; readonly ids: ReadonlySet<string> }) {
  const styles = useStyles();
  const { strings } = usePane();
  const reasons = useMemo(() => {
    const differences = new Map(models.comparison.differences.map((difference) => [difference.id, difference]));
    const byReason = new Map<string, { readonly places: string[]; most: number }>();
    for (const { difference: id, reason } of plan.refused) {
      if (!ids.has(id)) continue;
      const difference = differences.get(id);
      const named = byReason.get(reason) ?? { places: [], most: MOST_NAMED };
      byReason.set(reason, named);
      if (difference === undefined) continue;
      if (isMoved(difference)) named.most = MOST_MOVED_NAMED;
      named.places.push(placeInWords(difference, models, strings));
    }
    return [...byReason];
  }, [plan, ids, models, strings]);
  if (reasons.length === 0) return null;
  return (
    <section className={styles.section} aria-labelledby={titleId}>
      <h3 className={styles.title} id={titleId}>
        {title}
      </h3>
      {reasons.map(([reason, { places, most }]) => (
        <div key={reason}>
          <p className={styles.reason}>{reason}</p>
          <p className={styles.places}>
            {places.slice(0, most).join(', ')}
            {places.length > most && ` ${strings.differences.more(places.length - most)}`}
          </p>
        </div>
      ))}
    </section>
  );
}
