import { Link, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import { markChanges } from '../../core/compare/markChanges';
import { shortSegments } from '../wording/shortSegments';
import { usePane } from './PaneContext';

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
  more: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase400 },
  yours: { backgroundColor: tokens.colorBrandBackground2, textDecorationColor: tokens.colorCompoundBrandStroke },
});

interface Props {
  readonly formula: string;
  /** The other workbook's formula, to mark what is not the same; null marks nothing. */
  readonly other: string | null;
  readonly yours: boolean;
}

/** A formula in cells, with the part marked that the other workbook has differently; a long one is first cut down to that part. */
export function FormulaText({ formula, other, yours }: Props) {
  const styles = useStyles();
  const { strings } = usePane();
  const [whole, setWhole] = useState(false);
  const segments = useMemo(() => {
    if (other === null || other === formula) return [{ text: formula, changed: false }];
    return yours ? markChanges(other, formula).local : markChanges(formula, other).official;
  }, [formula, other, yours]);
  const short = useMemo(() => shortSegments(segments), [segments]);
  return (
    <>
      <code className={styles.formula}>
        {(whole ? segments : short).map(({ text, changed }, index) =>
          changed ? (
            <mark key={index} className={mergeClasses(styles.mark, yours && styles.yours)}>
              {text}
            </mark>
          ) : (
            text
          ),
        )}
      </code>
      {short !== segments && !whole && (
        <Link
          as="button"
          className={styles.more}
          // The list around it takes these keys for its own.
          onKeyDown={(event) => event.stopPropagation()}
          onClick={(event) => {
            event.stopPropagation();
            setWhole(true);
          }}
        >
          {strings.differences.wholeFormula}
        </Link>
      )}
    </>
  );
}
