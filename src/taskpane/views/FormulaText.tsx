import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useMemo } from 'react';
import { markChanges } from '../../core/compare/markChanges';

const useStyles = makeStyles({
  formula: {
    display: 'block',
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
    overflowWrap: 'anywhere',
    whiteSpace: 'pre-wrap',
  },
  mark: {
    color: 'inherit',
    fontWeight: tokens.fontWeightBold,
    textDecorationLine: 'underline',
    textDecorationThickness: tokens.strokeWidthThick,
    borderRadius: tokens.borderRadiusSmall,
    backgroundColor: tokens.colorNeutralBackground4,
  },
  yours: { backgroundColor: tokens.colorBrandBackground2, textDecorationColor: tokens.colorCompoundBrandStroke },
});

interface Props {
  readonly formula: string;
  /** The other workbook's formula, to mark what is not the same; null marks nothing. */
  readonly other: string | null;
  readonly yours: boolean;
}

/** A formula in cells, with the part marked that the other workbook has differently. */
export function FormulaText({ formula, other, yours }: Props) {
  const styles = useStyles();
  const segments = useMemo(() => {
    if (other === null || other === formula) return [{ text: formula, changed: false }];
    return yours ? markChanges(other, formula).local : markChanges(formula, other).official;
  }, [formula, other, yours]);
  return (
    <code className={styles.formula}>
      {segments.map(({ text, changed }, index) =>
        changed ? (
          <mark key={index} className={mergeClasses(styles.mark, yours && styles.yours)}>
            {text}
          </mark>
        ) : (
          text
        ),
      )}
    </code>
  );
}
