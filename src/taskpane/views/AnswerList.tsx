import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import type { Answer } from '../../core/ledger/Answer';
import { offerKey } from '../../core/ledger/answersInForce';
import { usePane } from './PaneContext';

const useStyles = makeStyles({
  title: { ...typographyStyles.body1Strong, margin: `0 0 ${tokens.spacingVerticalXS}` },
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  name: { ...typographyStyles.body1, margin: 0, overflowWrap: 'anywhere' },
  said: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground2, margin: 0, overflowWrap: 'anywhere' },
});

/** Answers to offers, the last first; nothing where there are none. */
export function AnswerList({ title, answers }: { readonly title: string; readonly answers: readonly Answer[] }) {
  const styles = useStyles();
  const { strings } = usePane();
  if (answers.length === 0) return null;
  return (
    <section aria-label={title}>
      <h3 className={styles.title}>{title}</h3>
      <ul className={styles.list}>
        {[...answers].reverse().map((answer) => (
          <li key={offerKey(answer)} data-answer={answer.answer}>
            <p className={styles.name}>{nameOf(answer)}</p>
            <p className={styles.said}>
              {strings.proposals.answer(answer)} · {answer.team}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function nameOf({ of: { label, local, official } }: Answer): string {
  const side = local ?? official;
  return label || [side?.sheet, side?.address].filter(Boolean).join('!');
}
