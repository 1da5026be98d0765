import { Button, Link, makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components';
import { useState } from 'react';
import type { IncomingOffer } from '../../app/propose/weighProposal';
import type { Answer } from '../../core/ledger/Answer';
import { formatValue } from '../../core/workbook/formatValue';
import { DeclineDialog } from './DeclineDialog';
import { EffectList } from './EffectList';
import { CheckmarkCircle16Filled, Dismiss16Regular, Info16Regular, Warning16Filled } from './icons';
import { usePane } from './PaneContext';

const useStyles = makeStyles({
  card: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    padding: `${tokens.spacingVerticalM} 0`,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  head: { display: 'flex', flexWrap: 'wrap', justifyContent: 'space-between', columnGap: tokens.spacingHorizontalS },
  name: { ...typographyStyles.body1Strong, margin: 0, minWidth: 0, overflowWrap: 'anywhere' },
  words: { ...typographyStyles.body1, margin: 0, overflowWrap: 'anywhere' },
  small: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground2, margin: 0, overflowWrap: 'anywhere' },
  state: { ...typographyStyles.caption1, margin: 0, display: 'flex', columnGap: tokens.spacingHorizontalXS, '& > svg': { flexShrink: 0 } },
  taken: { '& > svg': { color: tokens.colorStatusSuccessForeground1 } },
  warned: { '& > svg': { color: tokens.colorStatusWarningForeground1 } },
  formula: { fontFamily: tokens.fontFamilyMonospace, fontSize: tokens.fontSizeBase200, overflowWrap: 'anywhere' },
  buttons: { display: 'flex', gap: tokens.spacingHorizontalS },
});

interface Props {
  readonly incoming: IncomingOffer;
  readonly answer: Answer | undefined;
  readonly resting: boolean;
}

/** One offer: what changes, why, what it does to the headlines, how it stands, and what can be answered. */
export function OfferCard({ incoming, answer, resting }: Props) {
  const styles = useStyles();
  const { pane, strings } = usePane();
  const words = strings.proposals;
  const { offer, state, effect, outside, differences } = incoming;
  const [declining, setDeclining] = useState(false);
  const place = differences.find(({ local }) => local !== null)?.local ?? offer.of.official;
  const where = strings.differences.where((place ?? offer.of.local)!.sheet, (place ?? offer.of.local)!.address, offer.of.kind);
  const label = offer.of.label || where;
  const takes = state === 'conflict' ? words.takeAnyway : words.take;
  const isOpen = (state === 'open' || state === 'conflict') && outside.length === 0;
  return (
    <li className={styles.card} data-offer={offer.id} data-state={answer?.answer === 'declined' && state !== 'taken' ? 'declined' : state}>
      <div className={styles.head}>
        <p className={styles.name}>{label}</p>
        {place !== null && state !== 'taken' ? (
          <Link as="button" className={styles.small} onClick={() => pane.goToPlace(`${place.sheet}!${place.address}`)}>
            {where}
          </Link>
        ) : (
          <span className={styles.small}>{where}</span>
        )}
      </div>
      <p className={styles.words}>{offer.words}</p>
      <p className={styles.small}>{words.why(offer.reason, offer.owner)}</p>
      {state !== 'taken' && <EffectList effect={effect} />}
      <StateLine incoming={incoming} answer={answer} />
      {outside.length > 0 && state !== 'taken' && (
        <div className={styles.small}>
          {words.outside}
          {outside.map((formula) => (
            <div key={formula} className={styles.formula}>
              {formula}
            </div>
          ))}
        </div>
      )}
      {state !== 'taken' && state !== 'lost' && (
        <div className={styles.buttons}>
          {isOpen && (
            <Button
              size="small"
              aria-label={words.buttonOf(takes, label)}
              disabledFocusable={!resting}
              onClick={() => resting && pane.incoming.take([offer.id])}
            >
              {takes}
            </Button>
          )}
          {answer?.answer !== 'declined' && (
            <Button
              size="small"
              appearance="subtle"
              aria-label={words.buttonOf(words.decline, label)}
              disabledFocusable={!resting}
              onClick={() => resting && setDeclining(true)}
            >
              {words.decline}
            </Button>
          )}
        </div>
      )}
      {declining && (
        <DeclineDialog
          label={label}
          onClose={() => setDeclining(false)}
          onDecline={(reason) => {
            setDeclining(false);
            pane.incoming.decline(offer.id, reason);
          }}
        />
      )}
    </li>
  );
}

function StateLine({ incoming: { state, differences }, answer }: Pick<Props, 'incoming' | 'answer'>) {
  const styles = useStyles();
  const { strings, locale } = usePane();
  const words = strings.proposals;
  const changed = differences.find(({ since }) => since?.by !== 'official')?.local ?? null;
  const holds = changed && (changed.formula ?? formatValue(changed.value, changed.format, { locale, dateSystem: 1900 }));
  if (state === 'taken') {
    return (
      <p className={mergeClasses(styles.state, styles.taken)}>
        <CheckmarkCircle16Filled aria-hidden />
        {answer === undefined ? words.state.taken : `${words.state.taken} · ${words.answer(answer)}`}
      </p>
    );
  }
  if (answer?.answer === 'declined') {
    return (
      <p className={styles.state}>
        <Dismiss16Regular aria-hidden />
        {words.answer(answer)}
      </p>
    );
  }
  return (
    <p className={state === 'open' ? styles.state : mergeClasses(styles.state, styles.warned)}>
      {state === 'open' ? <Info16Regular aria-hidden /> : <Warning16Filled aria-hidden />}
      {state === 'conflict' && holds ? `${words.state.conflict}, ${words.now(holds)}` : words.state[state]}
    </p>
  );
}
