import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useMemo } from 'react';
import { offerKey } from '../../core/ledger/answersInForce';
import type { IncomingProposals, WorkbookRecords } from '../state/PaneState';
import { EffectList } from './EffectList';
import { Warning16Filled } from './icons';
import { OfferCard } from './OfferCard';
import { usePane } from './PaneContext';
import { UndoSyncButton } from './UndoSyncButton';

const useStyles = makeStyles({
  view: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL, padding: tokens.spacingHorizontalL },
  title: { ...typographyStyles.subtitle2, margin: 0 },
  team: { ...typographyStyles.subtitle2, margin: 0, overflowWrap: 'anywhere' },
  small: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground2, margin: 0, overflowWrap: 'anywhere' },
  problem: {
    ...typographyStyles.body1,
    margin: 0,
    display: 'flex',
    columnGap: tokens.spacingHorizontalXS,
    overflowWrap: 'anywhere',
    '& > svg': { flexShrink: 0, color: tokens.colorStatusWarningForeground1 },
  },
  card: { display: 'flex', flexDirection: 'column', alignItems: 'stretch', gap: tokens.spacingVerticalS },
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column' },
  action: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

interface Props {
  readonly incoming: IncomingProposals;
  readonly memory: WorkbookRecords | null;
  readonly undoable: boolean;
  readonly resting: boolean;
}

/** What teams offer to the open workbook, one proposal a team's file: that which it is compared with offer by offer, the others in brief. */
export function ProposalsView({ incoming, memory, undoable, resting }: Props) {
  const styles = useStyles();
  const { pane, strings } = usePane();
  const words = strings.proposals;
  const { proposals, current, offers, problems } = incoming;
  const answers = useMemo(() => new Map((memory?.answers ?? []).map((answer) => [offerKey(answer), answer])), [memory]);
  const answerTo = ({ of, owner, at: offered }: (typeof proposals)[number]['offers'][number]) =>
    answers.get(offerKey({ of, owner, offered }));
  const open = (offers ?? []).filter(
    ({ offer, state, outside }) => state === 'open' && outside.length === 0 && answerTo(offer)?.answer !== 'declined',
  );
  return (
    <section className={styles.view} aria-label={words.heading}>
      {problems.map((problem) => (
        <p key={problem} className={styles.problem}>
          <Warning16Filled aria-hidden />
          {problem}
        </p>
      ))}
      {proposals.map((proposal, at) => (
        <section key={at} className={styles.card} aria-label={words.title(proposal)} data-proposal={at}>
          <div>
            <h2 className={styles.team}>{words.from(proposal)}</h2>
            <p className={styles.small}>
              {words.by(proposal, proposal.at)} · {words.count(proposal.offers.length)}
            </p>
          </div>
          {at !== current && (
            <>
              <EffectList effect={proposal.effect} />
              <div>
                <Button
                  size="small"
                  aria-label={words.lookAt(words.from(proposal))}
                  disabledFocusable={!resting}
                  onClick={() => resting && pane.incoming.show(at)}
                >
                  {words.look}
                </Button>
              </div>
            </>
          )}
          {at === current && offers === null && <p className={styles.small}>{words.weighing}</p>}
          {at === current && offers !== null && (
            <>
              {(open.length > 0 || undoable) && (
                <div className={styles.action}>
                  {open.length > 0 && (
                    <Button
                      appearance="primary"
                      disabledFocusable={!resting}
                      onClick={() => resting && pane.incoming.take(open.map(({ offer }) => offer.id))}
                    >
                      {words.takeAll(open.length)}
                    </Button>
                  )}
                  {undoable && <UndoSyncButton resting={resting} />}
                </div>
              )}
              <ul className={styles.list}>
                {offers.map((one) => (
                  <OfferCard key={one.offer.id} incoming={one} answer={answerTo(one.offer)} resting={resting} />
                ))}
              </ul>
            </>
          )}
        </section>
      ))}
    </section>
  );
}
