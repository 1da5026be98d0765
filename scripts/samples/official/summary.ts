import { FORMAT } from '../styles';
import type { Sheet, Workbook } from '../Workbook';
import { FUNCTIONS_ROW } from './headcount';
import { BOOKINGS, COMPANY, PRODUCTS, QUARTERS, REGIONS, VERSION } from './vocabulary';

/** Where a metric's quarter stands on the other sheets. */
interface Period {
  /** Column of the summary. */
  readonly at: string;
  /** Column of the period on Revenue's monthly blocks. */
  readonly revenue: string;
  /** Column of the period on the ARR roll-forward. */
  readonly roll: string;
  /** Columns of the period's months on Headcount. */
  readonly months: readonly [string, string];
  /** Factor that makes the period a year. */
  readonly annual: number;
}

const PERIODS: readonly Period[] = [
  { at: 'C', revenue: 'P', roll: 'D', months: ['G', 'I'], annual: 4 },
  { at: 'D', revenue: 'Q', roll: 'E', months: ['J', 'L'], annual: 4 },
  { at: 'E', revenue: 'R', roll: 'F', months: ['M', 'O'], annual: 4 },
  { at: 'F', revenue: 'S', roll: 'G', months: ['P', 'R'], annual: 4 },
  { at: 'G', revenue: 'T', roll: 'H', months: ['G', 'R'], annual: 1 },
];

interface Metric {
  readonly label: string;
  readonly unit: string;
  readonly format: string;
  /** The defined name of the year's figure. */
  readonly name: string;
  readonly plan: number;
  readonly formula: (period: Period) => string;
}

const { hosting, support, sales, heads } = FUNCTIONS_ROW;
const deals = (column: string) => `Bookings!$${column}$${BOOKINGS.first}:$${column}$${BOOKINGS.last}`;
const cost = ([first, last]: readonly [string, string], from: number, to: number) => `SUM(Headcount!${first}${from}:${last}${to})`;

/** The twelve metrics people argue about, in the order of the summary, from row 5. */
export const METRICS: readonly Metric[] = [
  {
    label: 'Net revenue',
    unit: 'USD',
    format: FORMAT.currency,
    name: 'Net_revenue_FY26',
    plan: 23_900_000,
    formula: ({ revenue: c }) => `Revenue!${c}53`,
  },
  {
    label: 'ARR, closing',
    unit: 'USD',
    format: FORMAT.currency,
    name: 'ARR_FY26',
    plan: 26_400_000,
    formula: ({ roll: c }) => `Revenue!${c}101`,
  },
  {
    label: 'New ARR',
    unit: 'USD',
    format: FORMAT.currency,
    name: 'New_ARR_FY26',
    plan: 4_600_000,
    formula: ({ roll: c }) => `Revenue!${c}96`,
  },
  {
    label: 'Expansion ARR',
    unit: 'USD',
    format: FORMAT.currency,
    name: 'Expansion_ARR_FY26',
    plan: 2_350_000,
    formula: ({ roll: c }) => `Revenue!${c}97`,
  },
  {
    label: 'Churned ARR',
    unit: 'USD',
    format: FORMAT.currency,
    name: 'Churned_ARR_FY26',
    plan: 1_950_000,
    formula: ({ roll: c }) => `-Revenue!${c}100`,
  },
  {
    label: 'Net revenue retention',
    unit: 'Percent',
    format: FORMAT.percent,
    name: 'NRR_FY26',
    plan: 1.025,
    formula: ({ roll: c }) => `(Revenue!${c}95+Revenue!${c}97+Revenue!${c}98+Revenue!${c}99+Revenue!${c}100)/Revenue!${c}95`,
  },
  {
    label: 'Gross revenue retention',
    unit: 'Percent',
    format: FORMAT.percent,
    name: 'GRR_FY26',
    plan: 0.885,
    formula: ({ roll: c }) => `(Revenue!${c}95+Revenue!${c}99+Revenue!${c}100)/Revenue!${c}95`,
  },
  {
    label: 'Gross margin',
    unit: 'Percent',
    format: FORMAT.percent,
    name: 'Gross_margin_FY26',
    plan: 0.77,
    formula: ({ revenue: c, months }) =>
      `1-(SUMPRODUCT(Revenue!${c}56:${c}60,Assumptions!$C$52:$C$56)+${cost(months, hosting, support)})/Revenue!${c}53`,
  },
  {
    label: 'Bookings (TCV)',
    unit: 'USD',
    format: FORMAT.currency,
    name: 'Bookings_FY26',
    plan: 15_900_000,
    formula: ({ at }) => (at === 'G' ? 'SUM(C13:F13)' : `SUMIFS(${deals('S')},${deals('O')},${at}$4)`),
  },
  {
    label: 'Average contract value, new deals',
    unit: 'USD',
    format: FORMAT.currency,
    name: 'Average_contract_value_FY26',
    plan: 21_500,
    formula: ({ at }) =>
      at === 'G' ? `AVERAGEIFS(${deals('R')},${deals('G')},"New")` : `AVERAGEIFS(${deals('R')},${deals('G')},"New",${deals('O')},${at}$4)`,
  },
  {
    label: 'Magic number',
    unit: 'Multiple',
    format: FORMAT.multiple,
    name: 'Magic_number_FY26',
    plan: 1.05,
    formula: ({ roll: c, months }) =>
      `(Revenue!${c}101-Revenue!${c}95)/(${cost(months, sales, sales)}+Commission_rate*(Revenue!${c}96+Revenue!${c}97))`,
  },
  {
    label: 'Net revenue per head',
    unit: 'USD',
    format: FORMAT.currency,
    name: 'Revenue_per_head_FY26',
    plan: 255_000,
    formula: ({ revenue: c, months: [a, b], annual }) =>
      `Revenue!${c}53${annual === 1 ? '' : `*${annual}`}/AVERAGE(Headcount!${a}${heads}:${b}${heads})`,
  },
];

const FIRST_METRIC_ROW = 5;

/** Adds the first sheet: twelve metrics by quarter against plan, net revenue by region and product, and the checks. */
export function addSummary(workbook: Workbook): Sheet {
  const sheet = workbook.add('Summary');
  sheet.put('A1', `${COMPANY}: revenue model FY26`, 'title');
  sheet.put('A2', `Official model, version ${VERSION} · owner: FP&A · USD, fiscal year January to December 2026`, 'subtitle');
  sheet.putHeader('A4', ['Metric', 'Unit', ...QUARTERS, 'FY26', 'Plan', 'Against plan'], 2);
  METRICS.forEach(({ label, unit, format, name, plan, formula }, i) => {
    const row = FIRST_METRIC_ROW + i;
    sheet.putRow(`A${row}`, [label, unit]);
    for (const period of PERIODS) sheet.put(`${period.at}${row}`, `=${formula(period)}`, period.at === 'G' ? 'figure' : 'plain', format);
    sheet.put(`H${row}`, plan, 'input', format);
    // Of two percentages people want the points between them, of amounts the share.
    sheet.put(`I${row}`, unit === 'Percent' ? `=G${row}-H${row}` : `=G${row}/H${row}-1`, 'plain', FORMAT.percent);
    workbook.names.set(name, `Summary!$G$${row}`);
  });
  addSplit(sheet, 18, 'Net revenue by region', REGIONS, 64);
  addSplit(sheet, 25, 'Net revenue by product', PRODUCTS, 56);
  addChecks(sheet);
  sheet.notes.set(
    'A10',
    'Opening ARR plus expansion and price uplift, less downgrades and churn, over opening ARR. New customers never count. See Definitions.',
  );
  sheet.notes.set('H5', 'Plan approved by the board on 11 December 2025.');
  sheet.widths.push(34, 10, 13, 13, 13, 13, 14, 14, 12);
  sheet.frozenAt = 'C5';
  sheet.gridLines = false;
  return sheet;
}

function addSplit(sheet: Sheet, top: number, title: string, labels: readonly string[], revenueRow: number): void {
  sheet.put(`A${top}`, title, 'section');
  labels.forEach((label, i) => {
    const row = top + 1 + i;
    sheet.putRow(`A${row}`, [label, 'USD']);
    for (const { at, revenue } of PERIODS) sheet.put(`${at}${row}`, `=Revenue!${revenue}${revenueRow + i}`, 'plain', FORMAT.currency);
    sheet.put(`I${row}`, `=G${row}/G$${top + 1 + labels.length}`, 'plain', FORMAT.percent);
  });
  const total = top + 1 + labels.length;
  sheet.putRow(`A${total}`, ['Total', 'USD'], 'total');
  for (const { at } of PERIODS) sheet.put(`${at}${total}`, `=SUM(${at}${top + 1}:${at}${total - 1})`, 'total', FORMAT.currency);
}

function addChecks(sheet: Sheet): void {
  sheet.put('A33', 'Checks', 'section');
  sheet.put('A34', 'Splits add up to net revenue', 'check');
  sheet.put('G34', '=IF(ABS(G23-G5)+ABS(G31-G5)<0.5,"OK","Look")', 'check');
  sheet.put('A35', 'ARR roll-forward closes', 'check');
  sheet.put('G35', '=IF(ABS(Revenue!H101-SUM(Revenue!H95:H100))<0.5,"OK","Look")', 'check');
  sheet.put('A36', 'Segment shares add up to 100%', 'check');
  sheet.put('G36', '=IF(ROUND(Assumptions!B64,6)=1,"OK","Look")', 'check');
}
