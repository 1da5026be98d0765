import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { ShieldCheckmark20Regular } from './icons';
import { usePane } from './PaneContext';

const useStyles = makeStyles({
  stays: {
    ...typographyStyles.caption1,
    color: tokens.colorNeutralForeground2,
    margin: 0,
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
  },
});

/** Says that the workbook stays where it is. */
export function StaysNote() {
  const styles = useStyles();
  const { strings } = usePane();
  return (
    <p className={styles.stays}>
      <ShieldCheckmark20Regular aria-hidden />
      {strings.choose.stays}
    </p>
  );
}
