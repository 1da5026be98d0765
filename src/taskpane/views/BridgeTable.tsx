import { Button, Checkbox, Link, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useState, type CSSProperties } from 'react';
import type { Headline } from '../../core/compare/Comparison';
import { formatValue, fullValue, type FormatSettings } from '../../core/workbook/formatValue';
import type { Bar, BridgeLayout, DriverBar } from '../lists/layBridge';
import { takeApart } from '../lists/regroup';
import type { Review } from '../state/PaneState';
import { amountInWords, shareInWords } from '../wording/amountInWords';
import { shortNumber } from '../wording/shortNumber';
import { BridgeBar } from './BridgeBar';
import { BridgeRow, type Figure } from './BridgeRow';
import { ArrowSplit16Regular, ChevronDown16Regular, ChevronRight16Regular } from './icons';
import { usePane } from './PaneContext';
import { Unseen } from './Unseen';

const useStyles = makeStyles({
  table: { display: 'block', width: '100%' },
  body: { display: 'block' },
  head: { position: 'absolute' },
  // As high as a line, so that boxes and names stand level.
  box: { marginTop: '-6px', marginLeft: '-6px' },
  fold: {
    ...typographyStyles.body1,
    display: 'inline-flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXXS,
    padding: 0,
    border: 'none',
    background: 'none',
    color: 'inherit',
    textAlign: 'left',
    cursor: 'pointer',
    ':hover': { textDecorationLine: 'underline' },
  },
});

interface Props {
  readonly headline: Headline;
  readonly layout: BridgeLayout;
  readonly settings: FormatSettings;
  readonly review: Review;
  /** False for a bridge of an earlier comparison, of which nothing can be synced. */
  readonly current: boolean;
}

/** The bridge from official to yours: a waterfall that is a table, a row for each bar. */
export function BridgeTable({ headline, layout, settings, review, current }: Props) {
  const styles = useStyles();
  const { strings, locale } = usePane();
  const [open, setOpen] = useState(false);
  const words = strings.why;
  const { format } = headline;
  const figure = (amount: number): Figure => ({
    short: amountInWords(amount, format, settings, strings.headlines),
    full: amountInWords(amount, format, settings, strings.headlines, true),
    exact: fullValue(amount, locale),
  });
  const share = (of: number) => shareInWords(of, locale, words.under);
  const end = (kind: 'official' | 'yours', value: Headline['local']) => (
    <BridgeRow
      end
      kind={kind}
      name={words[kind]}
      bar={<BridgeBar place={layout[kind]} look={kind} cut={layout.cut} />}
      amount={{
        short: shortNumber(value, format, settings),
        full: formatValue(value, format, settings),
        exact: fullValue(value, locale),
      }}
    />
  );
  const bar = (of: Bar, look: 'amount' | 'unexplained' = 'amount') => (
    <BridgeBar place={of} look={look === 'unexplained' ? look : of.amount > 0 ? 'more' : 'less'} />
  );
  const driverRow = (of: DriverBar) => (
    <BridgeRow
      key={of.driver.id}
      kind="driver"
      tick={<DriverTick driver={of.driver} ticked={review.list.ticked} current={current} className={styles.box} />}
      name={
        <>
          <DriverName driver={of.driver} />
          {current && of.driver.causes.length > 1 && <ApartButton driver={of.driver} review={review} />}
        </>
      }
      bar={bar(of)}
      amount={figure(of.amount)}
      share={share(of.share)}
    />
  );
  const parts = [...layout.bars, ...layout.others, layout.other, layout.unexplained].flatMap((part) => part ?? []);
  const texts = [
    ...parts.flatMap(({ amount, share: of }) => [figure(amount).short, share(of)]),
    shortNumber(headline.official, format, settings),
    shortNumber(headline.local, format, settings),
  ];
  // Bold text is wider than the digits that a `ch` is measured by.
  const width = { '--amount': `${Math.max(...texts.map(({ length }) => length)) + 1}ch` } as CSSProperties;
  const Chevron = open ? ChevronDown16Regular : ChevronRight16Regular;
  return (
    <table className={styles.table} style={width} role="table" aria-label={words.title(headline.name)}>
      <thead className={styles.head}>
        <tr role="row">
          {[words.sync, words.what, words.amount, words.share].map((word) => (
            <th key={word} role="columnheader" scope="col">
              <Unseen>{word}</Unseen>
            </th>
          ))}
        </tr>
      </thead>
      <tbody className={styles.body}>
        {end('official', headline.official)}
        {layout.bars.map(driverRow)}
        {layout.other && (
          <BridgeRow
            kind="other"
            name={
              <button type="button" className={styles.fold} aria-expanded={open} onClick={() => setOpen(!open)}>
                {words.other(layout.others.length)}
                <Chevron aria-hidden />
              </button>
            }
            bar={bar(layout.other)}
            amount={figure(layout.other.amount)}
            share={share(layout.other.share)}
          />
        )}
        {open && layout.others.map(driverRow)}
        {layout.unexplained && (
          <BridgeRow
            kind="unexplained"
            name={words.unexplained}
            bar={bar(layout.unexplained, 'unexplained')}
            amount={figure(layout.unexplained.amount)}
            share={share(layout.unexplained.share)}
          />
        )}
        {end('yours', headline.local)}
      </tbody>
    </table>
  );
}

/** Leads to the causes of a driver in the list. */
function DriverName({ driver: { name, causes } }: Pick<DriverBar, 'driver'>) {
  const { pane } = usePane();
  return (
    <Link as="button" inline onClick={() => pane.dispatch({ type: 'driverShown', name, causes })}>
      {name}
    </Link>
  );
}

/** Shows a driver in its parts. */
function ApartButton({ driver, review }: Pick<DriverBar, 'driver'> & Pick<Props, 'review'>) {
  const { pane, strings } = usePane();
  const words = strings.why.showApart(driver.name);
  return (
    <Button
      appearance="transparent"
      size="small"
      style={{ minWidth: 0, height: '20px', padding: '0 4px' }}
      icon={<ArrowSplit16Regular />}
      aria-label={words}
      title={words}
      onClick={() => pane.dispatch({ type: 'regrouped', regrouping: takeApart(review.regrouping, driver) })}
    />
  );
}

/** Ticks all causes of a driver for a sync. */
function DriverTick({
  driver: { name, causes },
  ticked,
  current,
  className,
}: Pick<DriverBar, 'driver'> & Pick<Props, 'current'> & { readonly ticked: ReadonlySet<string>; readonly className: string }) {
  const { pane, strings } = usePane();
  const count = causes.filter((id) => ticked.has(id)).length;
  const all = count === causes.length;
  return (
    <Checkbox
      className={className}
      aria-label={strings.why.syncDriver(name)}
      title={strings.why.sync}
      checked={all ? true : count > 0 ? 'mixed' : false}
      disabled={!current}
      onChange={() => pane.dispatch({ type: 'ticked', ids: causes, on: !all })}
    />
  );
}
