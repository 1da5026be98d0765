import { makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components';
import { sinceWords } from '../../app/sinceWords';
import { verdictWords } from '../../app/verdictWords';
import type { Comparison } from '../../core/compare/Comparison';
import { CheckmarkCircle32Filled, DismissCircle32Filled, QuestionCircle32Filled } from './icons';
import { usePane } from './PaneContext';
import { WarningsNote } from './WarningsNote';

const LOOKS = { ties: CheckmarkCircle32Filled, differs: DismissCircle32Filled, unknown: QuestionCircle32Filled } as const;

const useStyles = makeStyles({
  line: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS },
  icon: { flexShrink: 0 },
  ties: { color: tokens.colorStatusSuccessForeground1 },
  differs: { color: tokens.colorStatusDangerForeground1 },
  unknown: { color: tokens.colorStatusWarningForeground1 },
  word: { ...typographyStyles.title2, margin: 0, minWidth: 0 },
  sentence: { ...typographyStyles.body1, margin: `${tokens.spacingVerticalXS} 0 0`, color: tokens.colorNeutralForeground1 },
});

/** The verdict in icon and words, the sentences under it, and what is to be known about the comparison. */
export function VerdictCard({ comparison }: { readonly comparison: Comparison }) {
  const styles = useStyles();
  const { strings } = usePane();
  const { word, title, sentences } = verdictWords(comparison, strings.number);
  const Icon = LOOKS[word];
  return (
    <section aria-labelledby="verdict">
      <div className={styles.line}>
        <Icon className={mergeClasses(styles.icon, styles[word])} aria-hidden />
        <h2 className={styles.word} id="verdict" data-verdict={word}>
          {title}
        </h2>
      </div>
      <p className={styles.sentence}>{sentences.join(' ')}</p>
      {comparison.since !== undefined && <p className={styles.sentence}>{sinceWords(comparison.since, strings.number).join(' ')}</p>}
      <WarningsNote warnings={comparison.warnings} />
    </section>
  );
}
