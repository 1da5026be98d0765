import { Link, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import type { WordSegment } from '../../core/compare/explainFormulas';
import type { Segment } from '../../core/compare/markChanges';
import { shortSegments } from '../wording/shortSegments';
import { keptFromList } from './keptFromList';
import { usePane } from './PaneContext';

const useStyles = makeStyles({
  text: { display: 'block', lineHeight: tokens.lineHeightBase300, overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' },
  cells: { fontFamily: tokens.fontFamilyMonospace, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  words: { fontSize: tokens.fontSizeBase300 },
  mark: {
    color: 'inherit',
    fontWeight: tokens.fontWeightBold,
    textDecorationLine: 'underline',
    textDecorationThickness: tokens.strokeWidthThick,
    borderRadius: tokens.borderRadiusSmall,
    backgroundColor: tokens.colorNeutralBackground4,
  },
  yours: { backgroundColor: tokens.colorBrandBackground2, textDecorationColor: tokens.colorCompoundBrandStroke },
  place: {
    color: 'inherit',
    font: 'inherit',
    textAlign: 'inherit',
    textDecorationLine: 'underline',
    textDecorationStyle: 'dotted',
    textDecorationColor: tokens.colorNeutralForeground3,
    textUnderlineOffset: '3px',
  },
  more: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase400 },
});

interface Props {
  /** The formula with what the other workbook does not have marked; segments of words may say where they refer to. */
  readonly segments: readonly (Segment | WordSegment)[];
  readonly form: 'cells' | 'words';
  readonly yours: boolean;
}

/** A formula with what differs marked; a long one is first cut down to that, and yours goes to the cells it names. */
export function FormulaText({ segments, form, yours }: Props) {
  const styles = useStyles();
  const { strings } = usePane();
  const [whole, setWhole] = useState(false);
  const short = useMemo(() => shortSegments<Segment | WordSegment>(segments), [segments]);
  const Text = form === 'cells' ? 'code' : 'span';
  return (
    <>
      <Text className={mergeClasses(styles.text, styles[form])} data-form={form}>
        {(whole ? segments : short).map((segment, index) => {
          const shown = <Place key={index} segment={segment} yours={yours} />;
          return segment.changed ? (
            <mark key={index} className={mergeClasses(styles.mark, yours && styles.yours)}>
              {shown}
            </mark>
          ) : (
            shown
          );
        })}
      </Text>
      {short !== segments && !whole && (
        <Link as="button" className={styles.more} {...keptFromList(() => setWhole(true))}>
          {strings.differences.wholeFormula}
        </Link>
      )}
    </>
  );
}

/** A segment's text; for what is a place, with its address, and in yours the way there. */
function Place({ segment, yours }: { readonly segment: Segment | WordSegment; readonly yours: boolean }) {
  const styles = useStyles();
  const { pane, strings } = usePane();
  const place = 'place' in segment ? segment.place : null;
  if (place === null) return segment.text;
  const where = strings.differences.where(place.sheet, place.address);
  if (!yours) return <span title={where}>{segment.text}</span>;
  return (
    <Link
      as="button"
      inline
      className={styles.place}
      title={strings.differences.goTo(where)}
      {...keptFromList(() => pane.goToPlace(`${place.sheet}!${place.address}`))}
    >
      {segment.text}
    </Link>
  );
}
