import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useState } from 'react';
import { ChevronDown16Regular, ChevronRight16Regular, Info16Regular } from './icons';
import { usePane } from './PaneContext';

const useStyles = makeStyles({
  button: {
    ...typographyStyles.body1,
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    minHeight: '28px',
    marginTop: tokens.spacingVerticalXS,
    padding: 0,
    border: 'none',
    background: 'none',
    color: tokens.colorNeutralForeground2,
    textAlign: 'left',
    cursor: 'pointer',
    '& svg': { flexShrink: 0 },
    ':hover': { color: tokens.colorNeutralForeground2Hover, textDecorationLine: 'underline' },
  },
  list: {
    ...typographyStyles.body1,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    margin: `${tokens.spacingVerticalXS} 0 0`,
    paddingLeft: tokens.spacingHorizontalXL,
    overflowWrap: 'anywhere',
  },
});

/** One line that opens what is to be known about how the comparison was made; nothing when there is nothing. */
export function WarningsNote({ warnings }: { readonly warnings: readonly string[] }) {
  const styles = useStyles();
  const { strings } = usePane();
  const [open, setOpen] = useState(false);
  if (warnings.length === 0) return null;
  const Chevron = open ? ChevronDown16Regular : ChevronRight16Regular;
  return (
    <>
      <button type="button" className={styles.button} aria-expanded={open} onClick={() => setOpen(!open)}>
        <Info16Regular aria-hidden />
        {strings.verdict.warnings(warnings.length)}
        <Chevron aria-hidden />
      </button>
      {open && (
        <ul className={styles.list}>
          {warnings.map((warning, index) => (
            <li key={index}>{warning}</li>
          ))}
        </ul>
      )}
    </>
  );
}
