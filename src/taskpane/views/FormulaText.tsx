import { makeStyles, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  formula: {
    display: 'block',
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflowWrap: 'anywhere',
    whiteSpace: 'pre-wrap',
  },
});

/** A formula in cells. */
export function FormulaText({ formula }: { readonly formula: string; readonly other: string | null; readonly yours: boolean }) {
  const styles = useStyles();
  return <code className={styles.formula}>{formula}</code>;
}
