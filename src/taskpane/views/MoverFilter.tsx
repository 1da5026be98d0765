import { makeStyles, ToggleButton, tokens } from '@fluentui/react-components';
import { MOVER_GROUPS, moverGroup } from '../../app/moverGroups';
import type { ComparedModels } from '../../app/ports/ComparisonEngine';
import type { ListState } from '../state/PaneState';
import { usePane } from './PaneContext';

const useStyles = makeStyles({
  pills: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS },
  pill: { minWidth: 0, fontWeight: tokens.fontWeightRegular },
  count: { color: tokens.colorNeutralForeground2, marginLeft: tokens.spacingHorizontalXS, fontVariantNumeric: 'tabular-nums' },
});

/** A pill for official's changes, for yours and for what both changed, where it is known which version yours was made from. */
export function MoverFilter({ models, list }: { readonly models: ComparedModels; readonly list: ListState }) {
  const styles = useStyles();
  const { pane, strings } = usePane();
  const { differences, since } = models.comparison;
  if (since === undefined) return null;
  const groups = MOVER_GROUPS.map((group) => ({ group, count: differences.filter((one) => moverGroup(one) === group).length }));
  const there = groups.filter(({ count }) => count > 0);
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
