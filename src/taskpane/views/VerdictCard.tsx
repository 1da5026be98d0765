import { makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components';
import { verdict } from '../../app/verdict';
import type { Comparison } from '../../core/compare/Comparison';
import { followingCells } from '../lists/followingCells';
import type { Strings } from '../strings';
import { CheckmarkCircle32Filled, DismissCircle32Filled, QuestionCircle32Filled } from './icons';
import { usePane } from './PaneContext';

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

/** The verdict in icon and words, and the one sentence under it. */
export function VerdictCard({ comparison }: { readonly comparison: Comparison }) {
  const styles = useStyles();
  const { strings } = usePane();
  const { word } = verdict(comparison);
  const Icon = LOOKS[word];
  return (
    <section aria-labelledby="verdict">
      <div className={styles.line}>
        <Icon className={mergeClasses(styles.icon, styles[word])} aria-hidden />
        <h2 className={styles.word} id="verdict" data-verdict={word}>
          {strings.verdict[word]}
        </h2>
      </div>
      <p className={styles.sentence}>{sentences(comparison, strings).join(' ')}</p>
    </section>
  );
}

function sentences(comparison: Comparison, { verdict: words }: Strings): string[] {
  const { counts, headlines } = comparison;
  const found = verdict(comparison);
  const said: string[] = [];
  const present = headlines.filter(({ officialAddress, localAddress }) => officialAddress !== null && localAddress !== null);
  if (present.length > 0) said.push(words.headlines(present.filter(({ ties }) => !ties).length, present.length));
  const following = followingCells(comparison);
  if (counts.roles.cause > 0 || following > 0) said.push(words.causes(counts.roles.cause, following));
  else if (found.word === 'ties') said.push(words.same);
  const reasons = found.word === 'unknown' ? found.reasons : counts.roles.unexplained > 0 ? (['unexplained'] as const) : [];
  return [...said, ...reasons.map((reason) => words.reasons[reason](counts.roles.unexplained))];
}
