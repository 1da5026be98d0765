import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import type { Explanation } from '../../app/Explanation';
import type { Bridge } from '../../core/explain/Bridge';
import type { Headline } from '../../core/compare/Comparison';
import type { FormatSettings } from '../../core/workbook/formatValue';
import { layBridge } from '../lists/layBridge';
import type { Review } from '../state/PaneState';
import { sizeInWords } from '../wording/amountInWords';
import { BridgeTable } from './BridgeTable';
import { GroupingTools } from './GroupingTools';
import { DoubtsList } from './DoubtsList';
import { usePane } from './PaneContext';
import { WhyLine } from './WhyLine';

/** Of drivers that make nothing, so many are named. */
const MOST_APART = 4;
const MOST_INTERACTIONS = 3;

const useStyles = makeStyles({
  panel: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS, paddingBottom: tokens.spacingVerticalM },
  words: { ...typographyStyles.caption1, margin: 0, color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  fewest: { display: 'flex', flexDirection: 'column', alignItems: 'flex-start', gap: tokens.spacingVerticalXS },
  sentence: { ...typographyStyles.body1, margin: 0 },
});

interface Props {
  readonly headline: Headline;
  readonly review: Review;
  readonly resting: boolean;
}

/** What makes a headline's gap: its bridge, what cannot be told, and the fewest that would close it. */
export function BridgePanel({ headline, review, resting }: Props) {
  const styles = useStyles();
  const { strings, locale } = usePane();
  const { why, models } = review;
  const words = strings.why;
  if (why.shown === null) {
    return (
      <div className={styles.panel}>
        {why.at === 'wanted' || why.at === 'working' ? <p className={styles.words}>{words.working}</p> : <WhyLine why={why} />}
      </div>
    );
  }
  const current = why.shown.models === models && why.at === 'there';
  const { comparison, dateSystems } = why.shown.models;
  const { explanation } = why.shown;
  const settings = { dateSystem: dateSystems.local, locale };
  const known = comparison.headlines.find(({ name }) => name === headline.name) ?? headline;
  const bridge = explanation.bridges.find((each) => each.headline === headline.name);
  return (
    <div className={styles.panel} data-stale={!current}>
      {!current && <p className={styles.words}>{words.stale}</p>}
      {bridge === undefined || typeof known.official !== 'number' ? (
        <>
          <p className={styles.words}>{words.unbridged}</p>
          {explanation.doubts.length > 0 && <DoubtsList doubts={explanation.doubts} />}
        </>
      ) : (
        <BridgeOf
          bridge={bridge}
          headline={{ ...known, official: known.official }}
          explanation={explanation}
          settings={settings}
          review={review}
          current={current}
          resting={resting}
        />
      )}
    </div>
  );
}

interface BridgeProps {
  readonly bridge: Bridge;
  readonly headline: Headline & { readonly official: number };
  readonly explanation: Explanation;
  readonly settings: FormatSettings;
  readonly review: Review;
  readonly current: boolean;
  readonly resting: boolean;
}

function BridgeOf({ bridge, headline, explanation, settings, review, current, resting }: BridgeProps) {
  const styles = useStyles();
  const { pane, strings } = usePane();
  const words = strings.why;
  const layout = layBridge(bridge, headline.official, explanation);
  const byId = new Map(explanation.drivers.map((driver) => [driver.id, driver]));
  const size = (amount: number) => sizeInWords(Math.abs(amount), headline.format, settings, strings.headlines);
  const name = (id: string) => byId.get(id)?.name ?? '';
  const making = bridge.bars.filter(({ amount }) => amount !== 0).length;
  const fewest = bridge.fewest !== null && bridge.fewest.length < making ? bridge.fewest : [];
  return (
    <>
      <BridgeTable headline={headline} layout={layout} settings={settings} review={review} current={current} />
      {current && <GroupingTools review={review} drivers={bridge.bars.flatMap(({ driver }) => byId.get(driver) ?? [])} />}
      {explanation.whole.length > 0 && <p className={styles.words}>{words.whole(explanation.whole)}</p>}
      {layout.unexplained !== null && <DoubtsList doubts={explanation.doubts} />}
      {!bridge.exact && <p className={styles.words}>{words.estimated(size(Math.max(0, ...bridge.bars.map(({ error }) => error))))}</p>}
      {bridge.interactions.slice(0, MOST_INTERACTIONS).map(({ drivers: [a, b], amount }) => (
        <p className={styles.words} key={`${a} ${b}`}>
          {amount * bridge.gap > 0 ? words.together(name(a), name(b), size(amount)) : words.against(name(a), name(b), size(amount))}
        </p>
      ))}
      {layout.apart.length > 0 && <p className={styles.words}>{words.apart(namesOf(layout.apart, words.apartMore))}</p>}
      {current && fewest.length > 0 && (
        <div className={styles.fewest}>
          <p className={styles.sentence}>{words.fewest(fewest.length, making)}</p>
          <p className={styles.words}>{fewest.map(name).join('; ')}</p>
          <Button size="small" disabledFocusable={!resting} onClick={() => pane.plan(fewest.flatMap((id) => byId.get(id)?.causes ?? []))}>
            {words.syncFewest(fewest.length)}
          </Button>
        </div>
      )}
    </>
  );
}

function namesOf(drivers: readonly { readonly name: string }[], more: (count: number) => string): readonly string[] {
  const names = drivers.slice(0, MOST_APART).map(({ name }) => name);
  return drivers.length > MOST_APART ? [...names, more(drivers.length - MOST_APART)] : names;
}
