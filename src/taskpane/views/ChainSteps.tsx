import { Link, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useState } from 'react';
import { foldChain } from '../../app/foldChain';
import type { ComparedModels } from '../../app/ports/ComparisonEngine';
import type { Chain, ChainStep } from '../../core/explain/Chain';
import { quoteSheetName } from '../../core/workbook/Address';
import { valueTexts } from '../wording/valueTexts';
import { keptFromList } from './keptFromList';
import { usePane } from './PaneContext';
import { Unseen } from './Unseen';

const useStyles = makeStyles({
  steps: {
    margin: 0,
    padding: `0 0 0 ${tokens.spacingHorizontalS}`,
    listStyleType: 'none',
    borderLeft: `${tokens.strokeWidthThick} solid ${tokens.colorNeutralStroke1}`,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    minWidth: 0,
  },
  line: { display: 'flex', flexWrap: 'wrap', justifyContent: 'space-between', columnGap: tokens.spacingHorizontalS, minWidth: 0 },
  name: { ...typographyStyles.body1, textAlign: 'left', overflowWrap: 'anywhere', minWidth: 0 },
  change: {
    ...typographyStyles.body1,
    marginLeft: 'auto',
    textAlign: 'right',
    fontVariantNumeric: 'tabular-nums',
    overflowWrap: 'anywhere',
  },
  official: { color: tokens.colorNeutralForeground2 },
  arrow: { color: tokens.colorNeutralForeground3 },
  yours: { color: tokens.colorBrandForeground2, fontWeight: tokens.fontWeightSemibold },
  where: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  what: { ...typographyStyles.caption1Strong, marginLeft: 'auto' },
  between: { ...typographyStyles.caption1 },
});

interface Props {
  readonly chain: Chain;
  readonly models: ComparedModels;
}

/** A way from a cell to what it follows, step by step, each with both values and the way to its cell; a long one is shown from both ends. */
export function ChainSteps({ chain, models }: Props) {
  const styles = useStyles();
  const words = usePane().strings.chains;
  const [whole, setWhole] = useState(false);
  const { first, between, last } = foldChain(chain);
  const end = chain[chain.length - 1];
  const step = (each: ChainStep) => <Step key={keyOf(each)} step={each} end={each === end} models={models} />;
  return (
    <ol className={styles.steps} aria-label={words.steps}>
      {first.map(step)}
      {whole && between.map(step)}
      {!whole && between.length > 0 && (
        <li key="between">
          <Link as="button" className={styles.between} {...keptFromList(() => setWhole(true))}>
            {words.between(between.length)}
          </Link>
        </li>
      )}
      {last.map(step)}
    </ol>
  );
}

function Step({ step, end, models }: { readonly step: ChainStep; readonly end: boolean; readonly models: ComparedModels }) {
  const styles = useStyles();
  const { pane, strings, locale } = usePane();
  const words = strings.chains;
  const { official, local, label, role } = step;
  const { sheet, address } = (local ?? official)!;
  const where = sheet === '' ? `${strings.kinds.name} ${address}` : strings.differences.where(sheet, address);
  const texts = valueTexts(step, models, locale);
  const text = (side: 'official' | 'local') =>
    step[side] === null ? strings.differences.notThere : texts[side] || strings.differences.empty;
  const what = role === 'cause' ? (end ? words.cause : words.causeToo) : role === 'unexplained' ? words.unexplained : '';
  const name = label || where;
  return (
    <li data-step={role}>
      <div className={styles.line}>
        {local === null || sheet === '' ? (
          <span className={styles.name}>{name}</span>
        ) : (
          <Link
            as="button"
            className={styles.name}
            title={strings.differences.goTo(where)}
            {...keptFromList(() => pane.goToPlace(`${quoteSheetName(local.sheet)}!${local.address}`))}
          >
            {name}
          </Link>
        )}
        <span className={styles.change}>
          <span
            aria-hidden
            title={texts.official === texts.officialFull && texts.local === texts.localFull ? undefined : full(step, texts)}
          >
            <span className={styles.official}>{text('official')}</span>
            <span className={styles.arrow}> → </span>
            <span className={styles.yours}>{text('local')}</span>
          </span>
          <Unseen>{words.values(text('official'), text('local'))}</Unseen>
        </span>
      </div>
      <div className={styles.line}>
        {name !== where && <span className={styles.where}>{where}</span>}
        {what !== '' && <span className={styles.what}>{what}</span>}
      </div>
    </li>
  );
}

/** Both values to the last digit. */
function full({ official, local }: ChainStep, texts: { readonly officialFull: string; readonly localFull: string }): string {
  return [official === null ? '' : texts.officialFull, local === null ? '' : texts.localFull].filter((text) => text !== '').join(' → ');
}

function keyOf({ official, local, difference }: ChainStep): string {
  const { sheet, address } = (local ?? official)!;
  return `${difference} ${sheet}!${address}`;
}
