import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { Difference } from '../../core/compare/Difference';
import { moverGroup } from '../../app/moverGroups';
import { Warning16Filled } from './icons';
import { usePane } from './PaneContext';

const useStyles = makeStyles({
  mark: { display: 'inline-flex', alignItems: 'center', gap: tokens.spacingHorizontalXXS, '& svg': { flexShrink: 0 } },
  local: { color: tokens.colorBrandForeground2Hover },
  conflict: { color: tokens.colorStatusWarningForeground1, fontWeight: tokens.fontWeightSemibold },
});

/** Who changed a cause since the version that yours was made from; nothing where nobody said which that is. */
export function MoverMark({ difference }: { readonly difference: Difference }) {
  const styles = useStyles();
  const { strings } = usePane();
  const group = moverGroup(difference);
  if (difference.since === undefined || group === null) return null;
  return (
    <span
      className={mergeClasses(styles.mark, group === 'local' && styles.local, group === 'conflict' && styles.conflict)}
      data-mover={difference.since.by}
    >
      <span aria-hidden>·</span>
      {group === 'conflict' && <Warning16Filled aria-hidden />}
      {strings.base.by[difference.since.by]}
    </span>
  );
}
