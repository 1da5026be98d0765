import { Button, Link, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { decidedCauses } from '../lists/openCauses';
import type { Review } from '../state/PaneState';
import { usePane } from './PaneContext';

const useStyles = makeStyles({
  note: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: tokens.spacingVerticalXS,
    marginTop: tokens.spacingVerticalS,
  },
  text: { ...typographyStyles.body1, margin: 0 },
});

/** How much is offered to official, with the button that makes a file of it, and that something was answered; nothing where nothing is. */
export function OfferedNote({ review, resting }: { readonly review: Review; readonly resting: boolean }) {
  const styles = useStyles();
  const { pane, strings } = usePane();
  const words = strings.proposals;
  const offered = decidedCauses(review, 'proposed');
  const { answered } = review;
  if (offered === 0 && answered.length === 0) return null;
  return (
    <div className={styles.note}>
      {answered.length > 0 && (
        <p className={styles.text}>
          {words.answeredNote(answered.length)}{' '}
          <Link as="button" inline onClick={() => pane.dispatch({ type: 'viewShown', view: 'history' })}>
            {words.showAnswers}
          </Link>
        </p>
      )}
      {offered > 0 && (
        <>
          <p className={styles.text}>{words.offered(offered)}</p>
          <Button size="small" title={words.saveHint} disabledFocusable={!resting} onClick={() => pane.saveProposal()}>
            {words.save}
          </Button>
        </>
      )}
    </div>
  );
}
