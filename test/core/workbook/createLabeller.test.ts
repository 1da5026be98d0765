import { createLabeller } from '../../../src/core/workbook/createLabeller';
import { workbook } from '../../support/workbook';

const label = createLabeller(
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
  'en-US',
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
