import { serialOf } from '../dates';
import { FORMAT } from '../styles';
import type { Sheet, Workbook } from '../Workbook';
import { BUDGET_RATES, CURRENCIES, DEAL_TYPES, PRODUCTS, QUARTERS, REGIONS, SEGMENTS } from './vocabulary';

/** Adds the inputs everybody shares: rates by quarter and segment, products, regions, exchange rates, lists. */
export function addAssumptions(workbook: Workbook): void {
  const sheet = workbook.add('Assumptions');
  sheet.put('A1', 'Assumptions', 'title');
  sheet.put('A2', 'Blue cells are inputs. Owner: FP&A. Frozen for the Q3 business review on 2 October 2026', 'subtitle');
  addGeneral(workbook, sheet);
  addRates(sheet);
  addProducts(workbook, sheet);
  addSegmentsAndRegions(workbook, sheet);
  addExchangeRates(sheet);
  addLists(workbook, sheet);
  sheet.notes.set(
    'C22',
    'Renewals desk, 14 April: of 61 renewals quoted at the new list price, 3 enterprise customers left that had been forecast to stay.',
  );
  sheet.notes.set('B7', 'New list prices apply to every quote with a start on or after this date; agreed at the February board meeting.');
  sheet.widths.push(40, 14, 14, 16, 14, 14, 15, 18);
  sheet.frozenAt = 'B4';
}

function addGeneral(workbook: Workbook, sheet: Sheet): void {
  section(sheet, 4, ['General', '', '', '', '', '', '']);
  const lines: readonly [label: string, value: number | string, format: string, name: string, source: string][] = [
    ['Fiscal year start', serialOf(2026, 1, 1), FORMAT.date, 'FY_start', ''],
    ['Reporting currency', 'USD', FORMAT.general, 'Reporting_currency', ''],
    ['Pricing change effective', serialOf(2026, 4, 1), FORMAT.date, 'Pricing_change_date', 'Board paper, February 2026'],
    ['Service credits (share of gross revenue)', 0.012, FORMAT.percent, 'Service_credits', 'Trailing four quarters'],
    ['Benefits and payroll tax load', 0.235, FORMAT.percent, 'Benefits_load', 'People team'],
    ['Merit increase', 0.035, FORMAT.percent, 'Merit_increase', 'Compensation committee'],
    ['Merit increase effective', serialOf(2026, 4, 1), FORMAT.date, 'Merit_date', ''],
    ['Sales commission (share of new and expansion ACV)', 0.09, FORMAT.percent, 'Commission_rate', 'Commission plan 2026'],
  ];
  lines.forEach(([label, value, format, name, source], i) => {
    const row = 5 + i;
    sheet.put(`A${row}`, label);
    sheet.put(`B${row}`, value, 'input', format);
    if (source) sheet.put(`C${row}`, source, 'subtitle');
    workbook.names.set(name, `Assumptions!$B$${row}`);
  });
}

function addRates(sheet: Sheet): void {
  rateBlock(sheet, 14, 'Renewal rate before the pricing change', 'Renewals desk, trailing four quarters', [
    [0.94, 0.94, 0.945, 0.945],
    [0.902, 0.904, 0.906, 0.908],
    [0.832, 0.834, 0.838, 0.84],
  ]);
  rateBlock(sheet, 20, 'Effect of the Q2 pricing change on the renewal rate', 'Renewals desk, quotes since 1 April', [
    [0, -0.012, -0.01, -0.006],
    [0, -0.021, -0.019, -0.015],
    [0, -0.042, -0.036, -0.03],
  ]);
  rateBlock(sheet, 26, 'Renewal rate used', 'Before the change plus its effect');
  rateBlock(sheet, 32, 'Up for renewal (share of opening ARR)', 'Contract end dates', [
    [0.21, 0.18, 0.22, 0.29],
    [0.24, 0.23, 0.25, 0.28],
    [0.25, 0.25, 0.25, 0.25],
  ]);
  rateBlock(sheet, 38, 'Downgrade rate (share of opening ARR)', 'Customer success, seat audits', [
    [0.002, 0.003, 0.003, 0.003],
    [0.004, 0.006, 0.006, 0.005],
    [0.006, 0.009, 0.008, 0.007],
  ]);
  rateBlock(sheet, 44, 'Share of the list price change captured on renewal', 'Deal desk', [
    [0, 0.35, 0.4, 0.45],
    [0, 0.55, 0.6, 0.65],
    [0, 0.9, 0.95, 0.95],
  ]);
}

/** A block of rates by segment and quarter; without rates it adds the two blocks above (6 and 12 rows up). */
function rateBlock(sheet: Sheet, top: number, title: string, source: string, rates?: readonly (readonly number[])[]): void {
  section(sheet, top, [title, '', '', '', '', '', '']);
  sheet.putHeader(`A${top + 1}`, ['Segment', ...QUARTERS, 'FY26 average'], 1);
  sheet.put(`G${top + 1}`, 'Source', 'header');
  SEGMENTS.forEach((segment, i) => {
    const row = top + 2 + i;
    sheet.put(`A${row}`, segment);
    'BCDE'.split('').forEach((column, quarter) => {
      const rate = rates?.[i]?.[quarter];
      const content = rate ?? `=${column}${row - 12}+${column}${row - 6}`;
      sheet.put(`${column}${row}`, content, rate === undefined ? 'plain' : 'input', FORMAT.percent);
    });
    sheet.put(`F${row}`, `=AVERAGE(B${row}:E${row})`, 'plain', FORMAT.percent);
    sheet.put(`G${row}`, source, 'subtitle');
  });
}

function addProducts(workbook: Workbook, sheet: Sheet): void {
  section(sheet, 50, ['Products', '', '', 'Opening ARR by region', '', '', '', '']);
  sheet.putHeader('A51', ['Product', 'List price change from Q2', 'Hosting cost (share of revenue)', ...REGIONS, 'Opening ARR'], 1);
  const lines: readonly (readonly number[])[] = [
    [0.06, 0.118, 5_412_600, 3_187_400, 1_268_900, 702_300],
    [0.08, 0.164, 2_036_800, 1_204_500, 418_700, 196_200],
    [0.05, 0.092, 1_348_200, 842_700, 311_400, 143_800],
    [0, 0.205, 884_100, 466_900, 203_500, 236_400],
    [0.07, 0.081, 968_300, 1_117_800, 187_200, 94_600],
  ];
  lines.forEach(([uplift, hosting, ...opening], i) => {
    const row = 52 + i;
    sheet.put(`A${row}`, PRODUCTS[i]!);
    sheet.putRow(`B${row}`, [uplift!, hosting!], 'input', FORMAT.percent);
    sheet.putRow(`D${row}`, opening, 'input', FORMAT.currency);
    sheet.put(`H${row}`, `=SUM(D${row}:G${row})`, 'plain', FORMAT.currency);
  });
  sheet.put('A57', 'Total, rates weighted by opening ARR', 'total');
  for (const column of 'BC') sheet.put(`${column}57`, `=SUMPRODUCT(${column}52:${column}56,$H$52:$H$56)/$H$57`, 'total', FORMAT.percent);
  for (const column of 'DEFGH') sheet.put(`${column}57`, `=SUM(${column}52:${column}56)`, 'total', FORMAT.currency);
  sheet.notes.set('B55', 'Payments is priced per transaction; the Q2 change does not touch it.');
  workbook.names.set('Products', 'Assumptions!$A$52:$A$56');
  workbook.names.set('Average_price_change', 'Assumptions!$B$57');
  workbook.names.set('Opening_ARR', 'Assumptions!$H$57');
}

function addSegmentsAndRegions(workbook: Workbook, sheet: Sheet): void {
  section(sheet, 59, ['Segments', '', '', '', '', '', '']);
  sheet.putHeader('A60', ['Segment', 'Share of opening ARR', 'Opening ARR', 'Discount ceiling'], 1);
  const segments: readonly (readonly [share: number, ceiling: number])[] = [
    [0.52, 0.25],
    [0.31, 0.2],
    [0.17, 0.125],
  ];
  segments.forEach(([share, ceiling], i) => {
    const row = 61 + i;
    sheet.put(`A${row}`, SEGMENTS[i]!);
    sheet.put(`B${row}`, share, 'input', FORMAT.percent);
    sheet.put(`C${row}`, `=Opening_ARR*B${row}`, 'plain', FORMAT.currency);
    sheet.put(`D${row}`, ceiling, 'input', FORMAT.percent);
  });
  sheet.put('A64', 'Total', 'total');
  sheet.put('B64', '=SUM(B61:B63)', 'total', FORMAT.percent);
  sheet.put('C64', '=SUM(C61:C63)', 'total', FORMAT.currency);
  workbook.names.set('Segments', 'Assumptions!$A$61:$A$63');

  section(sheet, 66, ['Regions', '', '', '', '', '', '']);
  sheet.putRow('A67', ['Region', 'Sales head', 'Contract currency'], 'header');
  const heads = ['Marcus Feld', 'Sophie Marchand', 'Wei Ling Tan', 'Mariana Duarte'];
  REGIONS.forEach((region, i) => sheet.putRow(`A${68 + i}`, [region, heads[i]!, ['USD', 'EUR or GBP', 'AUD', 'BRL'][i]!]));
  workbook.names.set('Regions', 'Assumptions!$A$68:$A$71');
}

function addExchangeRates(sheet: Sheet): void {
  section(sheet, 73, ['Exchange rates (USD for one unit)', '', '', '', '', '', '']);
  sheet.putHeader('A74', ['Currency', ...QUARTERS, 'Budget'], 1);
  sheet.put('G74', 'Source', 'header');
  const rates: readonly (readonly number[])[] = [
    [1, 1, 1, 1],
    [1.0842, 1.1036, 1.1274, 1.1274],
    [1.2688, 1.2915, 1.3107, 1.3107],
    [0.6571, 0.6498, 0.6603, 0.6603],
    [0.1786, 0.1742, 0.1811, 0.1811],
  ];
  CURRENCIES.forEach((currency, i) => {
    sheet.put(`A${75 + i}`, currency);
    sheet.putRow(`B${75 + i}`, rates[i]!, 'input', FORMAT.rate);
    sheet.put(`F${75 + i}`, BUDGET_RATES[currency], 'input', FORMAT.rate);
    sheet.put(`G${75 + i}`, 'Treasury, quarter averages; Q4 at the September close', 'subtitle');
  });
}

function addLists(workbook: Workbook, sheet: Sheet): void {
  section(sheet, 81, ['Lists', '', '', '', '', '', '']);
  sheet.putRow('A82', ['Deal type', 'Term (months)', 'Stage'], 'header');
  DEAL_TYPES.forEach((type, i) => sheet.putRow(`A${83 + i}`, [type, 12 * (i + 1), ['Closed won', 'Commit', 'Verbal'][i]!], 'input'));
  workbook.names.set('Deal_types', 'Assumptions!$A$83:$A$85');
  workbook.names.set('Terms', 'Assumptions!$B$83:$B$85');
  workbook.names.set('Stages', 'Assumptions!$C$83:$C$85');
}

function section(sheet: Sheet, row: number, labels: readonly string[]): void {
  sheet.putRow(
    `A${row}`,
    labels.map((label) => label || null),
    'section',
  );
}
