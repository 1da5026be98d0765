import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useState } from 'react';
import type { ComparedModels } from '../../app/ports/ComparisonEngine';
import type { Difference } from '../../core/compare/Difference';
import type { Decision } from '../../core/ledger/Decision';
import { isLocals } from '../lists/isLocals';
import { DecideDialog } from './DecideDialog';
import { usePane } from './PaneContext';
import { useAnswered, useDecided } from './useDecided';

const useStyles = makeStyles({
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  said: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground2, margin: 0, flex: '1 1 140px', overflowWrap: 'anywhere' },
});

/** What was decided on a difference, and what can be: to keep it on purpose, to offer it to official, or to decide again. Nothing for what only follows. */
export function DecisionLine({ difference, models }: { readonly difference: Difference; readonly models: ComparedModels }) {
  const styles = useStyles();
  const { pane, strings } = usePane();
  const words = strings.decisions;
  const decided = useDecided(difference.id);
  const answer = useAnswered(difference.id);
  const [asking, setAsking] = useState<Decision['kind'] | null>(null);
  if (difference.role === 'consequence') return null;
  const isSettled = decided?.state === 'settled';
  // Among what is kept on purpose the row itself has the button.
  const reopensAbove = isSettled && difference.role === 'cause';
  const place = difference.local ?? difference.official;
  const label = models.labels.get(difference.id) || place?.address || place?.sheet || '';
  return (
    // A click here opens no cell, as one elsewhere in the row does.
    <div className={styles.line} data-decided={decided?.state} onClick={(event) => event.stopPropagation()}>
      {decided !== undefined && <p className={styles.said}>{words.said(decided)}</p>}
      {answer !== undefined && <p className={styles.said}>{strings.proposals.answered(answer)}</p>}
      {!isSettled && (
        <Button size="small" title={words.keepHint} onClick={() => setAsking('exception')}>
          {words.keep}
        </Button>
      )}
      {decided?.state !== 'proposed' && isLocals(difference, pane.state().official) && (
        <Button size="small" title={words.proposeHint} onClick={() => setAsking('proposal')}>
          {words.propose}
        </Button>
      )}
      {decided !== undefined && !reopensAbove && (
        <Button
          size="small"
          appearance="subtle"
          title={isSettled ? words.reopenHint : undefined}
          onClick={() => pane.decideAgain(difference.id)}
        >
          {isSettled ? words.reopen : words.again}
        </Button>
      )}
      {asking !== null && (
        <DecideDialog
          kind={asking}
          label={label}
          onClose={() => setAsking(null)}
          onDecide={(wish) => {
            setAsking(null);
            pane.decide(asking, [difference.id], wish);
          }}
        />
      )}
    </div>
  );
}
