import { makeStyles, ToggleButton, tokens } from '@fluentui/react-components';
import { MOVER_GROUPS, moverGroup, type MoverGroup } from '../../app/moverGroups';
import { groupDifferences } from '../../app/groupDifferences';
import type { Review } from '../state/PaneState';
import { usePane } from './PaneContext';

const useStyles = makeStyles({
  pills: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS },
  pill: { minWidth: 0, fontWeight: tokens.fontWeightRegular },
  count: { color: tokens.colorNeutralForeground2, marginLeft: tokens.spacingHorizontalXS, fontVariantNumeric: 'tabular-nums' },
});

/** A pill for official's changes, for yours and for what both changed, where it is known which version yours was made from. */
export function MoverFilter({ review }: { readonly review: Review }) {
  const styles = useStyles();
  const { pane, strings } = usePane();
  const { models, decided, list } = review;
  const { differences, since } = models.comparison;
  if (since === undefined) return null;
  const kept = groupDifferences(models.comparison, decided).kept;
  const among = (all: typeof differences, group: MoverGroup): number => all.filter((one) => moverGroup(one) === group).length;
  const there = MOVER_GROUPS.filter((group) => among(differences, group) > 0).map((group) => ({
    group,
    count: among(differences, group) - among(kept, group),
  }));
  return (
    <div className={styles.pills} role="group" aria-label={strings.base.filters}>
      {there.map(({ group, count }) => (
        <ToggleButton
          key={group}
          className={styles.pill}
          size="small"
          shape="circular"
          checked={list.movers.has(group)}
          onClick={() => pane.dispatch({ type: 'moverToggled', mover: group })}
        >
          {strings.base.groups[group]} <span className={styles.count}>{strings.number(count)}</span>
        </ToggleButton>
      ))}
    </div>
  );
}
