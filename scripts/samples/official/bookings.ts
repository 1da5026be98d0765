import { columnName } from '../../../src/core/workbook/Address';
import { Chance } from '../chance';
import { serialOf } from '../dates';
import { FORMAT } from '../styles';
import type { Sheet, Workbook } from '../Workbook';
import type { Account } from './territories';
import { BOOKINGS, BUDGET_RATES, CURRENCIES, PRODUCTS, type Currency, type Product, type Segment } from './vocabulary';

interface Deal {
  readonly id: string;
  readonly account: Account;
  readonly product: Product;
  readonly type: string;
  readonly stage: string;
  readonly currency: Currency;
  readonly list: number;
  readonly discount: number;
  readonly month: number;
  readonly term: number;
}

/** Typical list ACV in USD of a new core platform deal. */
const SIZE: Readonly<Record<Segment, number>> = { Enterprise: 92_000, 'Mid-market': 33_000, SMB: 9_600 };
const PRODUCT_SHARE: Readonly<Record<Product, number>> = {
  'Core Platform': 1,
  Analytics: 0.62,
  Integrations: 0.44,
  Payments: 0.55,
  Compliance: 0.5,
};
const DISCOUNTS: Readonly<Record<Segment, readonly number[]>> = {
  Enterprise: [0.1, 0.125, 0.15, 0.15, 0.175, 0.2, 0.225, 0.25],
  'Mid-market': [0, 0.05, 0.1, 0.1, 0.125, 0.15, 0.2],
  SMB: [0, 0, 0, 0.05, 0.1],
};
const TERMS: Readonly<Record<Segment, readonly (readonly [number, number])[]>> = {
  Enterprise: [
    [12, 35],
    [24, 25],
    [36, 40],
  ],
  'Mid-market': [
    [12, 65],
    [24, 25],
    [36, 10],
  ],
  SMB: [
    [12, 92],
    [24, 8],
  ],
};

function makeDeals(accounts: readonly Account[]): Deal[] {
  const chance = new Chance(426);
  const count = BOOKINGS.last - BOOKINGS.first + 1;
  return Array.from({ length: count }, (_, i) => {
    // The map's last accounts were won after the last deal here was signed.
    const account = accounts[Math.floor(chance.next() * (accounts.length - 6))]!;
    const month = 1 + Math.floor((i * 12) / count);
    const type = chance.weighted([
      ['New', 44],
      ['Expansion', 32],
      ['Renewal', 24],
    ]);
    const product = chance.weighted(PRODUCTS.map((p, n) => [p, [40, 22, 16, 12, 10][n]!] as const));
    const currency = currencyOf(account, chance);
    const grown = type === 'New' ? 1 : type === 'Expansion' ? 0.85 : 1.3;
    const dollars = SIZE[account.segment] * PRODUCT_SHARE[product] * grown * chance.between(0.6, 1.5);
    const list = Math.max(100, Math.round(dollars / BUDGET_RATES[currency] / 100) * 100);
    const stage =
      month <= 9
        ? 'Closed won'
        : chance.weighted([
            ['Closed won', 2],
            ['Commit', 5],
          ] as const);
    const discount = chance.pick(DISCOUNTS[account.segment]);
    return {
      id: `BK-26${String(i + 1).padStart(3, '0')}`,
      account,
      product,
      type,
      stage,
      currency,
      list,
      discount,
      month,
      term: chance.weighted(TERMS[account.segment]),
    };
  });
}

function currencyOf(account: Account, chance: Chance): Currency {
  if (account.region === 'EMEA') return chance.weighted([[CURRENCIES[1], 7] as const, [CURRENCIES[2], 3] as const]);
  if (account.region === 'APAC') return 'AUD';
  return account.region === 'Latin America' ? 'BRL' : 'USD';
}

/** Adds the deals, one a row, with what each of them means in dollars and month by month. */
export function addBookings(workbook: Workbook, accounts: readonly Account[]): void {
  const sheet = workbook.add('Bookings');
  const { header, first, last } = BOOKINGS;
  sheet.put('A1', 'Bookings FY26', 'title');
  sheet.put(
    'A2',
    'Deals signed or committed, by start month. Renewals count as bookings; their revenue comes through the base on sheet Revenue',
    'subtitle',
  );
  sheet.put('T4', 'Revenue recognised, USD', 'section');
  const columns = [
    ...['Deal', 'Account ID', 'Account', 'Region', 'Segment', 'Product', 'Type', 'Stage', 'Currency', 'List ACV', 'Discount'],
    ...['Start', 'Term (months)', 'End', 'Quarter', 'Exchange rate', 'Price index', 'ACV (USD)', 'TCV (USD)'],
  ];
  sheet.putHeader(`A${header}`, columns, 9);
  for (let month = 0; month < 12; month++) {
    const column = columnName(20 + month);
    sheet.put(
      `${column}${header}`,
      month === 0 ? '=FY_start' : `=EDATE(${columnName(19 + month)}${header},1)`,
      'figureHeader',
      FORMAT.month,
    );
  }
  sheet.put(`AF${header}`, 'FY26', 'figureHeader');
  makeDeals(accounts).forEach((deal, i) => addDeal(sheet, first + i, deal));
  sheet.validations.push(
    { ref: `F${first}:F${last}`, formula: 'Products', prompt: 'A product from the price list.' },
    { ref: `G${first}:G${last}`, formula: 'Deal_types', prompt: 'New, Expansion or Renewal.' },
    { ref: `H${first}:H${last}`, formula: 'Stages', prompt: 'Verbal deals count only after a signed order form.' },
    { ref: `M${first}:M${last}`, formula: 'Terms', prompt: 'Months, as on the order form.' },
  );
  sheet.notes.set(
    `Q${header}`,
    'List prices before the Q2 pricing change are index 1. Deals that start on or after the change carry the new list price of their product.',
  );
  sheet.autoFilter = `A${header}:AF${last}`;
  sheet.widths.push(10, 11, 34, 15, 12, 15, 11, 12, 9, 12, 10, 10, 9, 10, 9, 10, 9, 12, 13, ...Array.from({ length: 12 }, () => 10.5), 12);
  sheet.frozenAt = `D${first}`;
}

function addDeal(sheet: Sheet, r: number, { id, account, product, type, stage, currency, list, discount, month, term }: Deal): void {
  sheet.putRow(`A${r}`, [id, account.id], 'input');
  ['Account', 'Region', 'Segment'].forEach((column, i) => {
    sheet.put(`${'CDE'[i]}${r}`, `=INDEX(Territories[${column}],MATCH($B${r},Territories[Account ID],0))`);
  });
  sheet.putRow(`F${r}`, [product, type, stage, currency], 'input');
  sheet.put(`J${r}`, list, 'input', FORMAT.number);
  sheet.put(`K${r}`, discount, 'input', FORMAT.percent);
  sheet.put(`L${r}`, serialOf(2026, month, 1), 'input', FORMAT.month);
  sheet.put(`M${r}`, term, 'input', FORMAT.count);
  sheet.put(`N${r}`, `=EDATE(L${r},M${r})`, 'plain', FORMAT.month);
  sheet.put(`O${r}`, `="Q"&ROUNDUP(MONTH(L${r})/3,0)`);
  sheet.put(
    `P${r}`,
    `=INDEX(Assumptions!$B$75:$E$79,MATCH(I${r},Assumptions!$A$75:$A$79,0),MATCH(O${r},Assumptions!$B$74:$E$74,0))`,
    'plain',
    FORMAT.rate,
  );
  sheet.put(`Q${r}`, `=IF(L${r}>=Pricing_change_date,1+INDEX(Assumptions!$B$52:$B$56,MATCH(F${r},Products,0)),1)`, 'plain', FORMAT.index);
  sheet.put(`R${r}`, `=J${r}*(1-K${r})*P${r}*Q${r}`, 'plain', FORMAT.currency);
  sheet.put(`S${r}`, `=R${r}*M${r}/12`, 'plain', FORMAT.currency);
  for (let i = 0; i < 12; i++) {
    const column = columnName(20 + i);
    sheet.put(
      `${column}${r}`,
      `=IF($G${r}="Renewal",0,IF(AND(${column}$5>=$L${r},${column}$5<$N${r}),$R${r}/12,0))`,
      'plain',
      FORMAT.number,
    );
  }
  sheet.put(`AF${r}`, `=SUM(T${r}:AE${r})`, 'plain', FORMAT.number);
}
