import { makeStyles, tokens } from '@fluentui/react-components';
import type { MouseEvent } from 'react';
import { CheckboxChecked20Filled, CheckboxIndeterminate20Filled, CheckboxUnchecked20Regular } from './icons';

export type Checked = 'true' | 'false' | 'mixed';

const LOOKS = { true: CheckboxChecked20Filled, false: CheckboxUnchecked20Regular, mixed: CheckboxIndeterminate20Filled } as const;

const useStyles = makeStyles({
  box: {
    display: 'flex',
    flexShrink: 0,
    alignItems: 'center',
    justifyContent: 'center',
    width: '28px',
    minHeight: '28px',
    cursor: 'pointer',
  },
  on: { color: tokens.colorBrandForeground1 },
});

/** The box of a tree row; the row itself says to screen readers whether it is ticked. An empty place when `checked` is null. */
export function TickBox({ checked, onTick }: { readonly checked: Checked | null; readonly onTick: () => void }) {
  const styles = useStyles();
  if (checked === null) return <span className={styles.box} aria-hidden />;
  const Icon = LOOKS[checked];
  const onClick = (event: MouseEvent) => {
    event.stopPropagation();
    onTick();
  };
  return (
    <span className={styles.box} aria-hidden data-tick={checked} onClick={onClick}>
      <Icon className={checked === 'false' ? '' : styles.on} />
    </span>
  );
}
