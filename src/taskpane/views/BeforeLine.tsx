import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import type { ComparedModels } from '../../app/ports/ComparisonEngine';
import type { Difference } from '../../core/compare/Difference';
import { valueTexts } from '../wording/valueTexts';
import { usePane } from './PaneContext';

const useStyles = makeStyles({
  line: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground2, margin: 0, overflowWrap: 'anywhere' },
  name: { fontWeight: tokens.fontWeightSemibold },
});

/** How a cause was in the version that yours was made from; nothing where that did not have it, or nobody said which it is. */
export function BeforeLine({ difference, models }: { readonly difference: Difference; readonly models: ComparedModels }) {
  const styles = useStyles();
  const { strings, locale } = usePane();
  const base = difference.since?.base;
  if (!base) return null;
  const { official } = valueTexts({ official: base, local: null }, models, locale);
  const said = [base.formula, official].filter((text): text is string => text !== null && text !== '');
  const { base: words, differences } = strings;
  return (
    <p className={styles.line} data-before>
      <span className={styles.name}>{words.before}:</span> {said.length === 0 ? differences.empty : said.join(' · ')} (
      {differences.where(base.sheet, base.address, difference.kind)})
    </p>
  );
}
