import { createHeaders } from '../../../src/core/workbook/createHeaders';
import { createLabeller, type Labeller } from '../../../src/core/workbook/createLabeller';
import type { Snapshot } from '../../../src/core/workbook/Snapshot';
import { workbook } from '../../support/workbook';

function labellerOf(snapshot: Snapshot): Labeller {
  return createLabeller(createHeaders(snapshot, 'en-US'));
}

const label = labellerOf(
  workbook({
    Plan: {
      A1: 'Plan FY26',
      A3: 'Driver',
      B3: 'Unit',
      C3: 'Q1',
      D3: 'Q2',
      E3: 'Q3',
      A4: 'Renewal rate',
      B4: '%',
      C4: 0.9,
      D4: 0.91,
      E4: 0.92,
      A5: 'Churn',
      C5: 0.1,
      D5: 0.09,
      A8: 'Headcount',
      C8: 40,
      D8: 41,
    },
    Months: { B1: { value: 46000, format: 'mmm-yy' }, A2: 'Revenue', B2: 12, D1: 2026, D2: 14 },
    Bare: { A1: 1, B2: 2 },
  }),
);

test.each([
  ['Plan', 'D4', 'Renewal rate · Q2'],
  ['Plan', 'D8', 'Headcount · Q2'],
  ['Plan', 'C4:E4', 'Renewal rate · Q1–Q3'],
  ['Plan', 'D4:D5', 'Renewal rate–Churn · Q2'],
  ['Plan', '4:5', 'Renewal rate–Churn'],
  ['Plan', 'D:E', 'Q2–Q3'],
  ['Plan', 'E8', 'Headcount · Q3'],
  ['Months', 'B2', 'Revenue · Dec-25'],
  ['Months', 'D2', 'Revenue · 2026'],
  ['Bare', 'B2', ''],
  ['No such sheet', 'A1', ''],
  ['Plan', 'a name', ''],
])('%s!%s is called %p', (sheet, address, expected) => expect(label(sheet, address)).toBe(expected));

test.each([
  ['Plan', 'D3:E5', 'column', 'Q2–Q3'],
  ['Plan', 'D3:D5', 'column', 'Q2'],
  ['Plan', 'A4:D5', 'row', 'Renewal rate–Churn'],
  ['Plan', 'A8:B8', 'row', 'Headcount'],
] as const)('%s!%s as part of a %s is called %p', (sheet, address, lines, expected) => expect(label(sheet, address, lines)).toBe(expected));

describe('a header heads only what belongs to it', () => {
  const label = labellerOf(
    workbook({
      // As a checklist: headings over a list, then totals below that have nothing to do with them.
      Checklist: {
        A1: 'Item',
        B1: 'Status',
        C1: 'Comments',
        D1: 'Status',
        E1: 'Comments',
        A2: 'Policy',
        A3: 'Contracts',
        A4: 'Audits',
        A5: 'Training',
        B7: 'started total',
        C7: ['=COUNTIF(B2:B5,"started")', 0],
        D7: 'started total',
        E7: ['=COUNTIF(D2:D5,"started")', 0],
        B8: 'complete total',
        C8: ['=COUNTIF(B2:B5,"complete")', 0],
        B11: 'Score',
        C11: 4,
      },
      Levels: { B1: 'FY26', B2: 'Q1', C2: 'Q2', D2: 'Q3', A3: 'Revenue', B3: 1, C3: 2, D3: 3 },
      Spaced: { B1: 'Q1', C1: 'Q2', A3: 'Revenue', B3: 1, C3: 2 },
      Beside: { A1: 'Seats', B1: 5, C1: 6, F1: 'Price', G1: 7 },
      Gaps: {
        A1: 'Country',
        B1: 'Capital',
        C1: 'Opened',
        D1: 'Seats',
        ...Object.fromEntries([2, 3, 4, 5].map((row) => [`A${row}`, `Country ${row}`])),
        B3: 'Oslo',
        B5: 'Lima',
        C2: { value: 45000, format: 'yyyy-mm-dd' },
        C4: { value: 45100, format: 'yyyy-mm-dd' },
        C5: { value: 45200, format: 'yyyy-mm-dd' },
        D5: 3,
        A6: 'Country 6',
        B6: 'Rome',
      },
      // Something beside the gap keeps the rows from being wholly blank.
      Sections: {
        A1: 'Incentive',
        B1: 'Amount',
        C1: 'Taxable',
        A2: 'State',
        B2: 5,
        C2: 'No',
        F3: 'Year',
        A4: 'Depreciation',
        B4: 'PV',
        C4: 'Wind',
        F4: '5-year',
        A5: 'Federal',
        B5: 6,
        C5: 7,
      },
      Inputs: { A1: 'Priced from', B1: { value: 46000, format: 'yyyy-mm-dd' }, A2: 'Discount', B2: 0.1, A3: 'Term', B3: 12 },
      List: { A1: 'Region', B1: 'Year', C1: 'Currency', D1: 'Amount', A2: 'North', B2: 2024, C2: 'EUR', D2: 9 },
    }),
  );

  test.each([
    ['Checklist', 'C3', 'Contracts · Comments'],
    ['Checklist', 'E7', 'started total'],
    ['Checklist', 'C8', 'complete total'],
    ['Checklist', 'C11', 'Score'],
    ['Levels', 'B3', 'Revenue · Q1'],
    ['Levels', 'C3', 'Revenue · Q2'],
    ['Spaced', 'C3', 'Revenue · Q2'],
    ['Beside', 'G1', 'Price'],
    ['Gaps', 'B6', 'Country 6 · Capital'],
    ['Gaps', 'C5', 'Country 5 · Opened'],
    ['Gaps', 'D5', 'Country 5 · Seats'],
    ['Sections', 'C5', 'Federal · Wind'],
    ['Inputs', 'B3', 'Term'],
    ['List', 'D2', 'North · Amount'],
  ])('%s!%s is called %p', (sheet, address, expected) => expect(label(sheet, address)).toBe(expected));
});
