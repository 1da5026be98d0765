import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useMemo } from 'react';
import { markChanges } from '../../core/compare/markChanges';

const useStyles = makeStyles({
  mark: {
    color: 'inherit',
    fontWeight: tokens.fontWeightBold,
    textDecorationLine: 'underline',
    borderRadius: tokens.borderRadiusSmall,
    backgroundColor: tokens.colorNeutralBackground4,
  },
  yours: { backgroundColor: tokens.colorBrandBackground2, textDecorationColor: tokens.colorCompoundBrandStroke },
  text: { fontWeight: tokens.fontWeightRegular },
});

interface Props {
  readonly text: string;
  /** The other workbook's text; an empty one marks nothing. */
  readonly other: string;
  readonly yours: boolean;
}

/** A text with the words marked that the other workbook says differently. */
export function MarkedText({ text, other, yours }: Props) {
  const styles = useStyles();
  const segments = useMemo(() => {
    if (other === '') return [{ text, changed: false }];
    return yours ? markChanges(other, text).local : markChanges(text, other).official;
  }, [text, other, yours]);
  return (
    <span className={styles.text}>
      {segments.map((segment, index) =>
        segment.changed ? (
          <mark key={index} className={mergeClasses(styles.mark, yours && styles.yours)}>
            {segment.text}
          </mark>
        ) : (
          segment.text
        ),
      )}
    </span>
  );
}
