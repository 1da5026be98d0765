import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useId, useState } from 'react';
import { standingNow } from '../lists/standingNow';
import { ChevronDown16Regular, ChevronRight16Regular } from './icons';
import { usePane } from './PaneContext';
import { ReleaseNotes } from './ReleaseNotes';

const useStyles = makeStyles({
  button: {
    ...typographyStyles.body1Strong,
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    minHeight: '28px',
    padding: 0,
    border: 'none',
    background: 'none',
    color: tokens.colorNeutralForeground1,
    textAlign: 'left',
    cursor: 'pointer',
    overflowWrap: 'anywhere',
    '& svg': { flexShrink: 0 },
    ':hover': { color: tokens.colorNeutralForeground1Hover, textDecorationLine: 'underline' },
  },
  heading: { margin: 0 },
  notes: { paddingTop: tokens.spacingVerticalXS, paddingLeft: tokens.spacingHorizontalXL },
});

/** What the versions fixed that came since the one that yours is based on; nothing where there are none, or there is no catalog. */
export function WhatIsNew({ open: first = false }: { readonly open?: boolean }) {
  const styles = useStyles();
  const { pane, strings } = usePane();
  const [open, setOpen] = useState(first);
  const notes = useId();
  const standing = standingNow(pane.state());
  if (standing === null || standing.since.length === 0) return null;
  const { has, since, current } = standing;
  const Chevron = open ? ChevronDown16Regular : ChevronRight16Regular;
  return (
    <div data-new={since.length}>
      <h3 className={styles.heading}>
        <button type="button" className={styles.button} aria-expanded={open} aria-controls={notes} onClick={() => setOpen(!open)}>
          <Chevron aria-hidden />
          {strings.catalog.whatIsNew(has?.version ?? null, since.length, current.version)}
        </button>
      </h3>
      <div id={notes} className={styles.notes} hidden={!open}>
        {open && <ReleaseNotes versions={since} />}
      </div>
    </div>
  );
}
