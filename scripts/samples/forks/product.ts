import { serialOf } from '../dates';
import { PRODUCTS, REGIONS, BOOKINGS } from '../official/vocabulary';
import { ShadowCopy } from '../ShadowCopy';
import type { Content, Workbook } from '../Workbook';

const RETIRED = 'Classic Reporting';

/** Product's copy: last year's price list and its own idea of retention. */
export function productCopy(official: Workbook): ShadowCopy {
  const copy = new ShadowCopy(official);
  const deals = official.sheet('Bookings');
  const rows = Array.from({ length: BOOKINGS.last - BOOKINGS.first + 1 }, (_, i) => BOOKINGS.first + i);
  const analytics = rows.filter((row) => deals.cell(`F${row}`).value === PRODUCTS[1]);
  const april = rows.filter((row) => deals.cell(`L${row}`).value === serialOf(2026, 4, 1));

  copy
    .says('Net revenue retention leaves out downgrades, in the formula and in the wording.')
    .reformulate('Summary', 'C10:G10', '=(Revenue!D95+Revenue!D97+Revenue!D98+Revenue!D100)/Revenue!D95')
    .change(
      'Definitions',
      'B10',
      'What opening ARR has become after expansion, price uplift and churn. New customers never count.',
      'definition',
    )
    .change('Definitions', 'C10', '(Opening ARR + expansion + price uplift − churn) ÷ opening ARR', 'definition');

  copy.says(`${RETIRED}, retired last year, is still on the price list, with revenue lines of its own.`);
  copy.insertRows('Assumptions', 54, [{ A: RETIRED, B: 0, C: 0.14, D: 180_000, E: 60_000, F: 0, G: 0 }]);
  const lines = (source: string) => REGIONS.map((region): Record<string, Content> => ({ A: RETIRED, B: region, C: source }));
  copy
    .insertRows('Revenue', 14, lines('Booked'))
    .insertRows('Revenue', 37, lines('Base'))
    .insertRows('Revenue', 58, [{ A: RETIRED }]);
  copy.insertRows('Summary', 28, [{ A: RETIRED, B: 'USD' }]);
  copy.says(`Five analytics deals are still booked on ${RETIRED}.`);
  for (const row of analytics.filter((_, i) => i % 17 === 8).slice(0, 5)) copy.change('Bookings', `F${row}`, RETIRED);

  return copy
    .says('Deals that started in April are kept at the old list price: the index was pasted over.')
    .overwrite('Bookings', `Q${april[0]!}:Q${april[april.length - 1]!}`, 1)
    .says('The list price change of Analytics is the one first proposed.')
    .change('Assumptions', 'B53', 0.05)
    .says('Hosting of Payments is a round fifth.')
    .change('Assumptions', 'C55', 0.2)
    .says('Two salaries were typed in thousands.')
    .change('Headcount', 'F38', (salary) => Number(salary) / 1000, 'unit')
    .change('Headcount', 'F45', (salary) => Number(salary) / 1000, 'unit')
    .says('Two product managers are planned who have no approved position.')
    .insertRows('Headcount', 59, [
      { A: 'P-TBH1', B: 'Product manager', C: 'Research and development', D: 'Denver', E: serialOf(2026, 7, 1), F: 150_000 },
      { A: 'P-TBH2', B: 'Product manager', C: 'Research and development', D: 'London', E: serialOf(2026, 9, 1), F: 150_000 },
    ]);
}
