import { ShadowCopy } from '../ShadowCopy';
import { BOOKINGS, HEADCOUNT, TERRITORIES } from '../official/vocabulary';
import type { Content, Workbook } from '../Workbook';

/** Sales operations' copy: its own pipeline view and a territory map from January. */
export function salesOpsCopy(official: Workbook): ShadowCopy {
  const copy = new ShadowCopy(official);
  copy
    .says('Bookings count the first year only, and the definition says so.')
    .reformulate('Summary', 'C13:F13', '=SUMIFS(Bookings!$R$6:$R$425,Bookings!$O$6:$O$425,C$4)')
    .change('Definitions', 'B13', 'First-year contract value of deals signed or committed with a start in the period.', 'definition')
    .change('Definitions', 'C13', 'Sum of ACV, by start quarter', 'definition')
    .says('The commission rate is a round ten percent typed into the name.')
    .rename('Commission_rate', '0.1')
    .says('A scratch sheet checks quota coverage.')
    .addSheet('Quota check', (sheet) => {
      sheet.put('A1', 'Quota check', 'title');
      sheet.putHeader('A3', ['Region', 'Quota', 'ACV booked', 'Coverage'], 1);
      ['North America', 'EMEA', 'APAC', 'Latin America'].forEach((region, i) => {
        const row = 4 + i;
        sheet.put(`A${row}`, region);
        sheet.put(`B${row}`, `=SUMIFS(Territories[Quota FY26],Territories[Region],A${row})`, 'plain', '#,##0');
        sheet.put(`C${row}`, `=SUMIFS(Territories[ACV booked],Territories[Region],A${row})`, 'plain', '#,##0');
        sheet.put(`D${row}`, `=C${row}/B${row}`, 'plain', '0%');
      });
      sheet.widths.push(18, 14, 14, 12);
    });
  oldTerritories(copy, official);
  ownDeals(copy, official);
  return copy;
}

/** Former owners by the one who took over. */
const BEFORE: Readonly<Record<string, string>> = {
  'Priya Raman': 'Colin Reyes',
  'Daniel Osei': 'Anita Desai',
  'Tom Beckett': 'Rosalind Pike',
  'Felipe Acosta': 'Mariana Duarte',
};

function oldTerritories(copy: ShadowCopy, official: Workbook): void {
  const map = official.sheet('Territories');
  const rows = Array.from({ length: TERRITORIES.last - TERRITORIES.first - 5 }, (_, i) => TERRITORIES.first + i);
  copy.says(
    'The territory map is two quarters old: accounts sit with owners who have moved on, and some in their former segment or region.',
  );
  for (const row of rows) {
    const owner = String(map.cell(`E${row}`).value);
    if (BEFORE[owner] !== undefined && row % 3 === 0) copy.change('Territories', `E${row}`, BEFORE[owner]);
    if (row % 41 === 7) copy.change('Territories', `C${row}`, (segment) => (segment === 'SMB' ? 'Mid-market' : 'SMB'));
    if (row % 53 === 11) copy.change('Territories', `D${row}`, (region) => (region === 'EMEA' ? 'APAC' : 'EMEA'));
    if (row % 37 === 5) copy.change('Territories', `F${row}`, (quota) => Math.round(Number(quota) * 0.9));
  }
  copy
    .says('The last three accounts were added to the map after this copy was taken.')
    .deleteRows('Territories', TERRITORIES.last - 2, TERRITORIES.last);
}

function ownDeals(copy: ShadowCopy, official: Workbook): void {
  const deals = official.sheet('Bookings');
  const rows = Array.from({ length: BOOKINGS.last - BOOKINGS.first + 1 }, (_, i) => BOOKINGS.first + i);
  const where = (test: (content: (column: string) => Content) => boolean) =>
    rows.filter((row) => test((column) => deals.cell(`${column}${row}`).value));
  const multiYear = where((of) => of('M') === 36 && of('G') === 'New' && of('E') === 'Enterprise');
  const committed = where((of) => of('H') === 'Commit' && Number(of('K')) > 0);

  copy.says('The contract value of three multi-year deals is typed in, with an upsell nobody signed.');
  for (const row of multiYear.slice(0, 3)) copy.overwrite('Bookings', `S${row}`, Math.round(Number(deals.cell(`S${row}`).value) * 1.12));
  copy.says('Six committed deals carry a discount five points lower than on the order form.');
  for (const row of committed.filter((_, i) => i % 5 === 0).slice(0, 6))
    copy.change('Bookings', `K${row}`, (discount) => Number((Number(discount) - 0.05).toFixed(3)));
  const big = where((of) => of('H') === 'Commit' && of('E') === 'Enterprise' && of('G') === 'New')[0]!;
  copy.says('A deal still in negotiation is in at a round million.').change('Bookings', `J${big}`, 1_000_000);

  const account = (row: number) => deals.cell(`B${row}`).value;
  copy.says('Four deals were added in May that have no signed order form.').insertRows(
    'Bookings',
    180,
    [
      ['BK-26P01', 40, 'Core Platform', 86_000, 0.15],
      ['BK-26P02', 77, 'Analytics', 31_500, 0.1],
      ['BK-26P03', 121, 'Integrations', 24_800, 0],
      ['BK-26P04', 203, 'Core Platform', 52_400, 0.125],
    ].map(([id, row, product, list, discount]) => ({
      A: id!,
      B: account(Number(row)),
      F: product!,
      G: 'New',
      H: 'Verbal',
      I: 'USD',
      J: list!,
      K: discount!,
      L: deals.cell('L179').value,
      M: 12,
    })),
  );
  const partners = rows.map((row) =>
    row % 9 === 4 ? ['Corvane Consulting', 'Bright Harbor Partners', 'Tessell Advisory'][Math.floor(row / 9) % 3]! : null,
  );
  copy.says('A column names the partner of each deal.').insertColumn('Bookings', 'I', BOOKINGS.header, 'Partner', partners);
  copy.says('Two account executives are counted in general and administrative.');
  for (const row of [HEADCOUNT.first + 62, HEADCOUNT.first + 66]) copy.change('Headcount', `C${row}`, 'General and administrative');
}
