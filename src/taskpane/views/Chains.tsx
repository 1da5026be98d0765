import { Link, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useState } from 'react';
import type { TraceRequest } from '../../app/createTracer';
import type { ComparedModels } from '../../app/ports/ComparisonEngine';
import { ChainSteps } from './ChainSteps';
import { ChevronDown16Regular, ChevronRight16Regular } from './icons';
import { keptFromList } from './keptFromList';
import { usePane } from './PaneContext';
import { useTrace } from './useTrace';

const useStyles = makeStyles({
  chains: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS, minWidth: 0, paddingBottom: tokens.spacingVerticalS },
  opener: {
    ...typographyStyles.body1,
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    minHeight: '24px',
    padding: 0,
    border: 'none',
    background: 'none',
    color: tokens.colorNeutralForeground2,
    textAlign: 'left',
    cursor: 'pointer',
    '& svg': { flexShrink: 0 },
    ':hover': { color: tokens.colorNeutralForeground2Hover, textDecorationLine: 'underline' },
  },
  words: { ...typographyStyles.caption1, margin: 0, color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  more: { ...typographyStyles.caption1, alignSelf: 'flex-start' },
});

interface Props {
  readonly of: TraceRequest;
  readonly models: ComparedModels;
}

/** Opens to the ways from what someone changed to a cell: the nearest, and the others when asked for. */
export function Chains({ of, models }: Props) {
  const styles = useStyles();
  const words = usePane().strings.chains;
  const { open, toggle, result } = useTrace(of, models);
  const [all, setAll] = useState(false);
  const Chevron = open ? ChevronDown16Regular : ChevronRight16Regular;
  const chains = result?.ok ? result.value.chains : [];
  const says = result === null ? words.working : result.ok ? result.value.says : result.failure.message;
  return (
    <div className={styles.chains} data-chains={open && result !== null}>
      <button type="button" className={styles.opener} aria-expanded={open} {...keptFromList(toggle)}>
        <Chevron aria-hidden />
        {words.open}
      </button>
      {open && says !== '' && (
        <p className={styles.words} role="status">
          {says}
        </p>
      )}
      {open &&
        (all ? chains : chains.slice(0, 1)).map((chain) => (
          <ChainSteps key={chain[chain.length - 1]!.difference} chain={chain} models={models} />
        ))}
      {open && !all && chains.length > 1 && (
        <Link as="button" className={styles.more} {...keptFromList(() => setAll(true))}>
          {words.others(chains.length - 1)}
        </Link>
      )}
    </div>
  );
}
