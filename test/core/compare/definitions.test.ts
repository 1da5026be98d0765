import fc from 'fast-check';
import { compare } from '../../../src/core/compare/compare';
import type { Difference } from '../../../src/core/compare/Difference';
import { correspond } from '../../../src/core/settle/correspond';
import { isLocalOnly } from '../../../src/core/sync/chooseDifferences';
import { planSync } from '../../../src/core/sync/planSync';
import type { Snapshot } from '../../../src/core/workbook/Snapshot';
import { comparisonSchema } from '../../../src/app/comparisonSchema';
import { isDefinition, kindGroup } from '../../../src/app/kindGroups';
import { changes } from '../../support/changes';
import { dictionarySheet } from '../../support/dictionary';
import { runSteps, toPaper, toSnapshot } from '../../support/paper';
import { workbook, type CellText, type SheetText } from '../../support/workbook';

const HEADER = ['Metric', 'Definition', 'Formula or reference', 'Unit', 'Owner'];
const NRR = ['Net revenue retention', 'Revenue from last year’s customers, less churn and downgrades', '=Summary!B4', '%', 'RevOps'];
const CHURN = ['Churn', 'Customers lost in the quarter', 'Summary!B5', '%', 'Success'];
const CAC = ['CAC', 'Sales cost for each customer that was won', 'AcquisitionCost', '$', 'Finance'];
const SUMMARY = {
  A3: 'Figures',
  B3: 'FY26',
  A4: 'NRR',
  B4: ['=B7/B8', 1.04],
  A5: 'Churn',
  B5: 0.03,
  A6: 'CAC',
  B6: 800,
  A7: 'Kept',
  B7: 104,
  A8: 'Before',
  B8: 100,
} as const;

function book(rows: readonly (readonly CellText[])[], summary: SheetText = SUMMARY, header = HEADER): Snapshot {
  return workbook({ Summary: summary, Metrics: dictionarySheet(header, rows) }, { names: { AcquisitionCost: 'Summary!$B$6' } });
}

/** The differences of definition, a line each: `definition Metrics!B2 Churn: note`. */
function told(official: Snapshot, local: Snapshot): string[] {
  return compare(official, local)
    .differences.filter(isDefinition)
    .map(({ kind, official: ours, local: theirs, metric, note }) => {
      const either = (ours ?? theirs)!;
      return `${kind} ${either.sheet}!${either.address} ${metric}: ${note}`;
    });
}

const official = book([NRR, CHURN, CAC]);
const reworded = [NRR[0]!, 'Revenue from last year’s customers, less churn', ...NRR.slice(2)];

describe('differences of definition', () => {
  it('stand in place of the differences of their cells', () => {
    const local = book([reworded, [...CHURN.slice(0, 3), 'points', CHURN[4]!], CAC]);
    expect(changes(official, local)).toEqual([
      `definition Metrics!B2: ${NRR[1]}→${reworded[1]} (yours leaves out “and downgrades”)`,
      'definition Metrics!D3: %→points (unit “%” in official, “points” in yours)',
    ]);
    const comparison = compare(official, local);
    expect(comparison.differences.map(({ metric }) => metric)).toEqual(['Net revenue retention', 'Churn']);
    expect(comparison.differences.map(kindGroup)).toEqual(['definitions', 'definitions']);
    expect(comparison.counts.kinds.definition).toBe(2);
    expect(comparisonSchema.parse(JSON.parse(JSON.stringify(comparison)))).toEqual(comparison);
  });

  it('say what is written elsewhere than in the dictionary as before', () => {
    const local = book([NRR, [...CHURN.slice(0, 1), `${CHURN[1]}.`, ...CHURN.slice(2)], CAC]);
    // A dot makes no other metric, and is a difference of texts.
    expect(changes(official, local)).toEqual([`Metrics!B3: ${CHURN[1]}→${CHURN[1]}.`]);
  });

  it('are those of a renamed metric', () => {
    expect(told(official, book([['NRR', ...NRR.slice(1)], CHURN, CAC]))).toEqual([
      'definition Metrics!A2 Net revenue retention: called “Net revenue retention” in official, “NRR” in yours',
    ]);
  });

  it('are those of a metric that only one workbook has: its row says so', () => {
    const arr = ['ARR', 'Recurring revenue of a year', '', '$', 'Finance'];
    expect(told(official, book([NRR, arr, CHURN, CAC]))).toEqual(['row Metrics!3:3 ARR: only yours defines ARR']);
    expect(told(book([NRR, CHURN, CAC, arr]), official)).toEqual(['row Metrics!5:5 ARR: only official defines ARR']);
    expect(changes(official, book([NRR, arr, CHURN, CAC]))).toEqual(['row Metrics +3:3']);
  });

  it('are where the dictionary points to another cell', () => {
    expect(told(official, book([[...NRR.slice(0, 2), '=Summary!B5', ...NRR.slice(3)], CHURN, CAC]))).toEqual([
      'definition Metrics!C2 Net revenue retention: “=Summary!B4” in official, “=Summary!B5” in yours',
    ]);
  });

  it('are no matter of rows that moved on the sheet a metric points to', () => {
    const moved = Object.fromEntries(
      Object.entries(SUMMARY).map(([address, cell]) => [
        address.replace(/\d+/, (row) => String(Number(row) + 1)),
        address === 'B4' ? (['=B8/B9', 1.04] as const) : cell,
      ]),
    );
    const local = book([[...NRR.slice(0, 2), '=Summary!B5', ...NRR.slice(3)], CHURN, CAC], { A1: 'Draft', ...moved });
    expect(told(official, local)).toEqual([]);
  });

  it('are where the metric is calculated, and another value there is told with its metric', () => {
    const local = book([NRR, CHURN, CAC], { ...SUMMARY, B4: ['=(B7+1)/B8', 1.05], B5: 0.04, B6: 900 });
    const { differences } = compare(official, local);
    expect(differences.map(({ kind, metric, note, official: side }) => `${kind} ${side?.address} ${metric}: ${note}`)).toEqual([
      'formula B4 Net revenue retention: how Net revenue retention is calculated',
      'value B5 Churn: ',
      'value B6 CAC: ',
    ]);
    expect(differences.map(kindGroup)).toEqual(['definitions', 'assumptions', 'assumptions']);
  });

  it('are there where a constant stands in for how a metric is calculated, though the number agrees', () => {
    expect(told(official, book([NRR, CHURN, CAC], { ...SUMMARY, B4: 1.04 }))).toEqual([
      'hardcoded Summary!B4 Net revenue retention: how Net revenue retention is calculated; same value today',
    ]);
  });

  it('are none in a column that only one dictionary has', () => {
    const without = book(
      [NRR, CHURN, CAC].map((row) => row.slice(0, 4)),
      SUMMARY,
      HEADER.slice(0, 4),
    );
    expect(changes(official, without)).toEqual(['column Metrics -E:E']);
  });

  it('are found though the rows stand in another order', () => {
    const local = book([CAC, CHURN, reworded]);
    expect(told(official, local).filter((line) => line.startsWith('definition'))).toEqual([
      `definition Metrics!B2 Net revenue retention: yours leaves out “and downgrades”`,
    ]);
    expect(told(official, book([CAC, NRR, CHURN])).filter((line) => line.startsWith('definition'))).toEqual([]);
  });

  it('are written where yours has the metric, when rows stand in another order', () => {
    const local = book([CAC, CHURN, reworded]);
    const comparison = compare(official, local);
    const difference = comparison.differences.find(({ kind }) => kind === 'definition')!;
    const plan = planSync(official, local, correspond(official, local), comparison, { take: [difference.id], deleteLocalOnly: [] });
    expect(plan.refused).toEqual([]);
    const after = toSnapshot(runSteps(toPaper(local), plan.steps).paper);
    expect(told(official, after).filter((line) => line.startsWith('definition'))).toEqual([]);
  });
});

describe('differences of definition, on random dictionaries', () => {
  const text = fc.constantFrom(
    '',
    'Revenue less churn',
    'Revenue less churn and downgrades',
    'Customers won',
    'Cost of sales in a year',
    'See below',
  );
  const metric = fc.constantFrom('NRR', 'Churn', 'CAC', 'ARR', 'Margin', 'Logo churn');
  const rows = fc
    .uniqueArray(fc.tuple(metric, text, fc.constantFrom('', 'Summary!B4', '=Summary!B5'), fc.constantFrom('', '%', '$')), {
      maxLength: 5,
      selector: ([name]) => name,
    })
    .map((entries) => entries.map((entry) => [...entry]));
  const header = HEADER.slice(0, 4);
  const dictionary = rows.map((entries) => book(entries, SUMMARY, header));

  it('there are none between a dictionary and itself', () => {
    fc.assert(fc.property(dictionary, (one) => expect(changes(one, one)).toEqual([])));
  });

  it('cover the same cells the other way round', () => {
    const cells = ({ kind, official: ours, local: theirs }: Difference, swapped: boolean): string => {
      const [one, other] = swapped ? [theirs, ours] : [ours, theirs];
      return `${kind} ${one?.address} ${other?.address}`;
    };
    fc.assert(
      fc.property(dictionary, dictionary, (one, other) => {
        const found = (a: Snapshot, b: Snapshot, swapped: boolean): string[] =>
          compare(a, b)
            .differences.filter(({ kind }) => kind === 'definition')
            .map((difference) => cells(difference, swapped))
            .sort();
        expect(found(other, one, true)).toEqual(found(one, other, false));
      }),
    );
  });

  it('are gone once all is taken, and what only local has deleted', () => {
    fc.assert(
      fc.property(dictionary, dictionary, (one, other) => {
        const comparison = compare(one, other);
        const mine = comparison.differences.filter(isLocalOnly).map(({ id }) => id);
        const plan = planSync(one, other, correspond(one, other), comparison, { take: 'all', deleteLocalOnly: mine });
        const after = toSnapshot(runSteps(toPaper(other), plan.steps).paper);
        // A list too short to have a key keeps its order; moved rows are not moved back.
        expect(changes(one, after).filter((change) => !/^row .*→/.test(change))).toEqual([]);
      }),
      { numRuns: Number(process.env.TIEOUT_RUNS ?? 150) },
    );
  });
});
