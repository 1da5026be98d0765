import { makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { usePane } from './PaneContext';
import { Unseen } from './Unseen';

/** As in the table of headlines: where two columns no longer fit, the figures stand under the bar. */
const NARROW = '@media (max-width: 280px)';

const useStyles = makeStyles({
  row: {
    ...typographyStyles.body1,
    display: 'grid',
    // As wide in all rows, so that all bars are on one scale.
    gridTemplateColumns: '28px minmax(0, 1fr) var(--amount)',
    [NARROW]: { gridTemplateColumns: '28px minmax(0, 1fr)' },
    columnGap: tokens.spacingHorizontalS,
    alignItems: 'start',
    padding: `${tokens.spacingVerticalXS} 0`,
  },
  tick: { gridColumn: 1, gridRow: '1 / 3', padding: 0 },
  name: {
    ...typographyStyles.body1,
    gridColumn: 2,
    gridRow: '1 / 3',
    padding: 0,
    textAlign: 'left',
    fontWeight: tokens.fontWeightRegular,
    overflowWrap: 'anywhere',
  },
  ends: { fontWeight: tokens.fontWeightSemibold },
  amount: {
    ...typographyStyles.body1,
    gridColumn: 3,
    gridRow: 1,
    padding: 0,
    textAlign: 'right',
    whiteSpace: 'nowrap',
    fontVariantNumeric: 'tabular-nums',
    [NARROW]: { gridColumn: 2, gridRow: 3, textAlign: 'left' },
  },
  bar: { paddingTop: tokens.spacingVerticalXXS },
  share: {
    ...typographyStyles.caption1,
    gridColumn: 3,
    gridRow: 2,
    padding: 0,
    textAlign: 'right',
    fontVariantNumeric: 'tabular-nums',
    color: tokens.colorNeutralForeground2,
    [NARROW]: { gridColumn: 2, gridRow: 4, textAlign: 'left' },
  },
});

interface Props {
  readonly tick?: ReactNode;
  readonly name: ReactNode;
  readonly bar: ReactNode;
  readonly amount: Figure;
  /** Of the gap. */
  readonly share?: string;
  /** Official and yours, between which the others lead. */
  readonly end?: boolean;
  readonly kind: string;
}

export interface Figure {
  readonly short: string;
  /** As the cell would show it. */
  readonly full: string;
  /** Every digit. */
  readonly exact: string;
}

/** A row of a bridge: name over bar, amount over share. */
export function BridgeRow({ tick, name, bar, amount, share, end = false, kind }: Props) {
  const styles = useStyles();
  const { ofTheGap } = usePane().strings.why;
  return (
    <tr className={styles.row} role="row" data-bridge={kind}>
      <td className={styles.tick} role="cell">
        {tick}
      </td>
      <th className={mergeClasses(styles.name, end && styles.ends)} scope="row" role="rowheader">
        {name}
        <div className={styles.bar}>{bar}</div>
      </th>
      <td className={mergeClasses(styles.amount, end && styles.ends)} role="cell" title={amount.exact} data-amount={amount.exact}>
        {amount.short === amount.full ? (
          amount.full
        ) : (
          <>
            <span aria-hidden>{amount.short}</span>
            <Unseen>{amount.full}</Unseen>
          </>
        )}
      </td>
      <td className={styles.share} role="cell">
        {share !== undefined && (
          <>
            {share}
            <Unseen>{ofTheGap}</Unseen>
          </>
        )}
      </td>
    </tr>
  );
}
