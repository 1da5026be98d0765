import { makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components';
import type { Headline } from '../../core/compare/Comparison';
import { formatValue } from '../../core/workbook/formatValue';
import { useState } from 'react';
import { gapInWords } from '../wording/gapInWords';
import { shortNumber } from '../wording/shortNumber';
import type { Review } from '../state/PaneState';
import { BridgePanel } from './BridgePanel';
import { Chains } from './Chains';
import { CheckmarkCircle16Filled, ChevronDown16Regular, ChevronRight16Regular, Warning16Filled } from './icons';
import { HeadlineLeftovers, HeadlineTitle, RemoveButton } from './HeadlineTools';
import { usePane } from './PaneContext';
import { Unseen } from './Unseen';
import { WhyLine } from './WhyLine';

/** Where three columns no longer fit, as in a narrow pane at 200%, the name takes a line of its own. */
const NARROW = '@media (max-width: 280px)';

const useStyles = makeStyles({
  row: { [NARROW]: { display: 'grid', gridTemplateColumns: '1fr 1fr' } },
  none: { ...typographyStyles.body1, margin: 0, color: tokens.colorNeutralForeground2 },
  nameLine: { display: 'flex', alignItems: 'flex-start', justifyContent: 'space-between' },
  table: { width: '100%', borderCollapse: 'collapse', tableLayout: 'auto' },
  head: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground2, textAlign: 'left', paddingBottom: tokens.spacingVerticalXS },
  number: {
    textAlign: 'right',
    fontVariantNumeric: 'tabular-nums',
    whiteSpace: 'nowrap',
    paddingLeft: tokens.spacingHorizontalM,
    verticalAlign: 'top',
  },
  cell: {
    ...typographyStyles.body1,
    padding: `${tokens.spacingVerticalS} 0`,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  name: {
    textAlign: 'left',
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
    minWidth: '80px',
    [NARROW]: { gridColumn: '1 / -1', paddingBottom: 0 },
  },
  go: {
    font: 'inherit',
    color: 'inherit',
    background: 'none',
    border: 'none',
    padding: 0,
    textAlign: 'left',
    cursor: 'pointer',
    ':hover': { textDecorationLine: 'underline' },
  },
  gap: {
    ...typographyStyles.caption1,
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    color: tokens.colorNeutralForeground2,
  },
  opener: {
    font: 'inherit',
    color: 'inherit',
    background: 'none',
    border: 'none',
    padding: 0,
    minHeight: '24px',
    textAlign: 'left',
    cursor: 'pointer',
    ':hover': { textDecorationLine: 'underline' },
  },
  panel: { padding: 0, fontWeight: tokens.fontWeightRegular, [NARROW]: { gridColumn: '1 / -1' } },
  apart: { color: tokens.colorStatusDangerForeground1 },
  agrees: { color: tokens.colorStatusSuccessForeground1 },
  figure: { [NARROW]: { borderTopStyle: 'none', paddingTop: 0 } },
  yours: { fontWeight: tokens.fontWeightSemibold },
});

interface Props {
  readonly review: Review;
  readonly resting: boolean;
}

/** Each headline with yours, official and the gap in words, which opens to what makes it. */
export function HeadlinesTable({ review, resting }: Props) {
  const styles = useStyles();
  const { pane, strings } = usePane();
  const isSheet = pane.state().official?.place.kind === 'sheet';
  const [editing, setEditing] = useState(false);
  const { headlines } = review.models.comparison;
  return (
    <section aria-labelledby="headlines">
      <HeadlineTitle review={review} resting={resting} editing={editing} onEdit={setEditing} />
      {headlines.length === 0 ? (
        <p className={styles.none}>{isSheet ? strings.headlines.noneOnSheet : strings.headlines.none}</p>
      ) : (
        <table className={styles.table} role="table" aria-labelledby="headlines">
          <thead>
            <tr className={styles.row} role="row">
              <th className={mergeClasses(styles.head, styles.name)} scope="col">
                <Unseen>{strings.headlines.name}</Unseen>
              </th>
              <th className={mergeClasses(styles.head, styles.number)} scope="col">
                {strings.headlines.yours}
              </th>
              <th className={mergeClasses(styles.head, styles.number)} scope="col">
                {strings.headlines.official}
              </th>
            </tr>
          </thead>
          <tbody>
            {headlines.map((headline) => (
              <HeadlineRow
                key={`${headline.name} ${headline.officialAddress} ${headline.localAddress}`}
                headline={headline}
                review={review}
                resting={resting}
                editing={editing}
              />
            ))}
          </tbody>
        </table>
      )}
      <HeadlineLeftovers review={review} resting={resting} editing={editing} />
      <WhyLine why={review.why} />
    </section>
  );
}

function HeadlineRow({ headline, review, resting, editing }: Props & { readonly headline: Headline; readonly editing: boolean }) {
  const styles = useStyles();
  const { pane, strings, locale } = usePane();
  const settings = { dateSystem: review.models.dateSystems.local, locale };
  const { name, localAddress, ties, gap } = headline;
  const opens = gap !== null && !ties;
  const open = opens && review.bridges.has(name);
  const Chevron = open ? ChevronDown16Regular : ChevronRight16Regular;
  const Icon = ties ? CheckmarkCircle16Filled : Warning16Filled;
  const number = (value: Headline['local'], address: string | null) => {
    if (address === null) return strings.headlines.missing;
    const full = formatValue(value, headline.format, settings);
    const short = shortNumber(value, headline.format, settings);
    if (short === full) return full;
    return (
      <>
        <span aria-hidden title={full}>
          {short}
        </span>
        <Unseen>{full}</Unseen>
      </>
    );
  };
  const words = (
    <>
      <Icon className={ties ? styles.agrees : styles.apart} aria-hidden />
      {gapInWords(headline, settings, strings.headlines)}
    </>
  );
  const row = (
    <tr className={styles.row} role="row" data-headline={name}>
      <th className={mergeClasses(styles.cell, styles.name)} scope="row">
        <span className={styles.nameLine}>
          {localAddress === null ? (
            name
          ) : (
            <button type="button" className={styles.go} title={localAddress} onClick={() => pane.goToPlace(localAddress)}>
              {name}
            </button>
          )}
          {editing && <RemoveButton name={name} disabled={!resting} onClick={() => pane.headlines.remove(headline)} />}
        </span>
        {opens ? (
          <button
            type="button"
            className={mergeClasses(styles.opener, styles.gap)}
            aria-expanded={open}
            onClick={() => pane.dispatch({ type: 'bridgeToggled', headline: name })}
          >
            {words}
            <Unseen>{strings.why.toggle(name)}</Unseen>
            <Chevron aria-hidden />
          </button>
        ) : (
          <span className={styles.gap}>{words}</span>
        )}
      </th>
      <td className={mergeClasses(styles.cell, styles.number, styles.figure, styles.yours)}>{number(headline.local, localAddress)}</td>
      <td className={mergeClasses(styles.cell, styles.number, styles.figure)}>{number(headline.official, headline.officialAddress)}</td>
    </tr>
  );
  return (
    <>
      {row}
      {open && (
        <tr className={styles.row} role="row">
          <td className={styles.panel} role="cell" colSpan={3}>
            <BridgePanel headline={headline} review={review} resting={resting} />
            {localAddress !== null && <Chains of={{ place: localAddress }} models={review.models} />}
          </td>
        </tr>
      )}
    </>
  );
}
