import type { Workbook } from '../Workbook';
import { METRICS } from './summary';

interface Definition {
  readonly meaning: string;
  readonly calculation: string;
  readonly owner: string;
}

/** In the order of the summary. */
const DEFINITIONS: readonly Definition[] = [
  {
    meaning: 'Subscription revenue recognised in the period, after service credits. Services and pass-through fees are not included.',
    calculation: 'Gross revenue − service credits',
    owner: 'Controller',
  },
  {
    meaning: 'Annualised value of all subscriptions in force on the last day of the period, at contract rates.',
    calculation: 'Opening ARR + new + expansion + price uplift − downgrade − churn',
    owner: 'FP&A',
  },
  {
    meaning: 'First-year ACV of customers who had no subscription before.',
    calculation: 'ACV of deals of type New',
    owner: 'Sales operations',
  },
  {
    meaning: 'ACV added to existing customers by seats or products. List price changes are shown apart.',
    calculation: 'ACV of deals of type Expansion',
    owner: 'Sales operations',
  },
  {
    meaning: 'ARR that came up for renewal and was not renewed.',
    calculation: 'Opening ARR × up for renewal × (1 − renewal rate used)',
    owner: 'Customer success',
  },
  {
    meaning: 'What opening ARR has become after expansion, price uplift, downgrades and churn. New customers never count.',
    calculation: '(Opening ARR + expansion + price uplift − downgrade − churn) ÷ opening ARR',
    owner: 'FP&A',
  },
  {
    meaning: 'What is left of opening ARR before any expansion or price uplift.',
    calculation: '(Opening ARR − downgrade − churn) ÷ opening ARR',
    owner: 'FP&A',
  },
  {
    meaning: 'Net revenue less the cost of hosting and of the people who run and support the service, over net revenue.',
    calculation: '1 − (hosting cost + cloud operations + customer support) ÷ net revenue',
    owner: 'Controller',
  },
  {
    meaning: 'Total contract value of deals signed or committed with a start in the period, all years of a multi-year deal.',
    calculation: 'Sum of ACV × term ÷ 12, by start quarter',
    owner: 'Sales operations',
  },
  {
    meaning: 'Average first-year value of a new deal in USD, after discount.',
    calculation: 'Average ACV of deals of type New',
    owner: 'Sales operations',
  },
  {
    meaning: 'Net new ARR for each dollar of sales and marketing, commissions included.',
    calculation: '(Closing ARR − opening ARR) ÷ (sales and marketing cost + commissions)',
    owner: 'FP&A',
  },
  {
    meaning: 'Net revenue, annualised, for each head in seat on average.',
    calculation: 'Net revenue × 4 for a quarter ÷ average heads in seat',
    owner: 'People team',
  },
];

/** Adds the table that says what each of the twelve metrics means, whose it is, and what it is today. */
export function addDefinitions(workbook: Workbook): void {
  const sheet = workbook.add('Definitions');
  const columns = ['Metric', 'Definition', 'Calculation', 'Name', 'Unit', 'Owner', 'FY26'];
  sheet.put('A1', 'Definitions', 'title');
  sheet.put('A2', 'One meaning for each metric; a change needs the owner and the controller. Reviewed 15 January 2026', 'subtitle');
  sheet.putHeader('A4', columns, 6);
  METRICS.forEach(({ label, unit, format, name }, i) => {
    const { meaning, calculation, owner } = DEFINITIONS[i]!;
    const row = 5 + i;
    sheet.putRow(`A${row}`, [label, meaning, calculation, name, unit, owner], 'wrapped');
    sheet.put(`G${row}`, `=${name}`, 'plain', format);
  });
  sheet.tables.push({ name: 'Definitions', ref: `A4:G${4 + METRICS.length}`, columns: columns.map((name) => ({ name, formula: null })) });
  sheet.widths.push(30, 58, 46, 27, 10, 18, 14);
  sheet.frozenAt = 'B5';
}
