import { Link, makeStyles, SearchBox, ToggleButton, tokens, typographyStyles } from '@fluentui/react-components';
import { openGroups } from '../lists/openCauses';
import type { Review } from '../state/PaneState';
import { MoverFilter } from './MoverFilter';
import { usePane } from './PaneContext';
import { Unseen } from './Unseen';

const useStyles = makeStyles({
  bar: {
    flexShrink: 0,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  search: { width: '100%', maxWidth: 'none', minWidth: 0 },
  driver: { ...typographyStyles.caption1, display: 'flex', justifyContent: 'space-between', gap: tokens.spacingHorizontalS },
  link: { flexShrink: 0, fontSize: 'inherit', lineHeight: 'inherit' },
  driverName: { overflowWrap: 'anywhere', minWidth: 0 },
  pills: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS },
  pill: { minWidth: 0, fontWeight: tokens.fontWeightRegular },
  count: { color: tokens.colorNeutralForeground2, marginLeft: tokens.spacingHorizontalXS, fontVariantNumeric: 'tabular-nums' },
});

/** The search box and a pill for each kind there is. */
export function FilterBar({
  review,
  shown,
}: {
  readonly review: Review;
  readonly shown: { readonly causes: number; readonly cells: number };
}) {
  const styles = useStyles();
  const { pane, strings } = usePane();
  const { list } = review;
  const groups = openGroups(review);
  return (
    <div className={styles.bar} role="search" aria-label={strings.differences.search}>
      <SearchBox
        className={styles.search}
        size="small"
        placeholder={strings.differences.search}
        aria-label={strings.differences.search}
        value={list.search}
        onChange={(_, { value }) => pane.dispatch({ type: 'searched', search: value })}
      />
      <MoverFilter review={review} />
      {groups.length > 1 && (
        <div className={styles.pills} role="group" aria-label={strings.differences.filters}>
          {groups.map(({ group, count }) => (
            <ToggleButton
              key={group}
              className={styles.pill}
              size="small"
              shape="circular"
              checked={list.kinds.has(group)}
              onClick={() => pane.dispatch({ type: 'kindToggled', kind: group })}
            >
              {strings.groups[group]} <span className={styles.count}>{strings.number(count)}</span>
            </ToggleButton>
          ))}
        </div>
      )}
      {list.driver !== null && (
        <div className={styles.driver}>
          <span className={styles.driverName}>{strings.why.causesOf(list.driver.name)}</span>
          <Link as="button" inline className={styles.link} onClick={() => pane.dispatch({ type: 'filtersCleared' })}>
            {strings.differences.clear}
          </Link>
        </div>
      )}
      <Unseen>
        <span role="status">{strings.differences.shown(shown.causes, shown.cells)}</span>
      </Unseen>
    </div>
  );
}
