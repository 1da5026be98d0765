import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import type { FluentIcon } from '@fluentui/react-icons';
import type { Comparison } from '../../core/compare/Comparison';
import { causeCounts } from '../lists/causeCounts';
import type { KindGroup } from '../lists/kindGroups';
import { Flow16Regular, Question16Regular } from './icons';
import { GROUP_ICONS } from './kindIcons';
import { usePane } from './PaneContext';

const useStyles = makeStyles({
  title: { ...typographyStyles.subtitle2, margin: `0 0 ${tokens.spacingVerticalXS}` },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  button: {
    width: '100%',
    justifyContent: 'flex-start',
    paddingLeft: tokens.spacingHorizontalXS,
    paddingRight: tokens.spacingHorizontalXS,
    fontWeight: tokens.fontWeightRegular,
    gap: tokens.spacingHorizontalS,
  },
  word: { flexGrow: 1, textAlign: 'left' },
  number: { fontVariantNumeric: 'tabular-nums', fontWeight: tokens.fontWeightSemibold },
});

/** How many differences there are of each kind; each opens the list at them. */
export function CountsList({ comparison }: { readonly comparison: Comparison }) {
  const styles = useStyles();
  const { pane, strings } = usePane();
  const { roles } = comparison.counts;
  const show = (kind: KindGroup | null) => {
    pane.dispatch({ type: 'filtersCleared' });
    if (kind !== null) pane.dispatch({ type: 'kindToggled', kind });
    pane.dispatch({ type: 'viewShown', view: 'differences' });
  };
  const line = (key: string, Icon: FluentIcon, word: string, count: number, kind: KindGroup | null) => (
    <li key={key}>
      <Button className={styles.button} appearance="transparent" icon={<Icon />} onClick={() => show(kind)}>
        <span className={styles.word}>{word}</span>
        <span className={styles.number}>{strings.number(count)}</span>
      </Button>
    </li>
  );
  const lines = causeCounts(comparison).groups.map(({ group, count }) =>
    line(group, GROUP_ICONS[group], strings.groups[group], count, group),
  );
  if (roles.consequence > 0) lines.push(line('consequences', Flow16Regular, strings.counts.consequences, roles.consequence, null));
  if (roles.unexplained > 0) lines.push(line('unexplained', Question16Regular, strings.counts.unexplained, roles.unexplained, null));
  if (lines.length === 0) return null;
  return (
    <section aria-labelledby="counts">
      <h3 className={styles.title} id="counts">
        {strings.counts.title}
      </h3>
      <ul className={styles.list}>{lines}</ul>
    </section>
  );
}
