import { compare } from '../../../src/core/compare/compare';
import { workbook, type SheetText, type WorkbookExtras } from '../../support/workbook';

/** The headlines that are proposed for a workbook, as `name @ place`. */
function proposed(sheets: Readonly<Record<string, SheetText>>, extras: WorkbookExtras = {}): string[] {
  const book = workbook(sheets, extras);
  return compare(book, book).headlines.map(({ name, officialAddress }) => `${name} @ ${officialAddress}`);
}

const RATE: SheetText = { A1: 'Nominal rate', B1: ['=0.02+0.06', 0.08], A2: 'Cost', B2: 50 };
const RESULTS: SheetText = {
  D4: 'RESULTS',
  D5: 'Cost without, $',
  E5: ['=B2*20', 1000],
  D6: 'NPV, $:',
  E6: ['=E5*B1', 80],
  F6: 'May differ by rounding',
  D7: 'Years',
  E7: 25,
  D8: 'IRR, %',
  E8: ['=E6/E5', 0.08],
  D10: 'Not in the block',
  E10: ['=B2', 50],
};

describe('headlines that are proposed', () => {
  it('are what stands in a block that calls itself results, and not the names of what is worked out on the way', () => {
    const found = ['Cost without, $ @ Both!E5', 'NPV, $ @ Both!E6', 'IRR, % @ Both!E8'];
    expect(proposed({ Both: { ...RATE, ...RESULTS } }, { names: { Nominal_rate: 'Both!$B$1' } })).toEqual(found);
    expect(proposed({ 'Inputs and Outputs': { ...RATE, ...RESULTS } })).toEqual(
      found.map((one) => one.replace('Both', "'Inputs and Outputs'")),
    );
  });

  it.each(['Key results', 'Summary of results', 'Outputs:', 'KPIs', 'Main Outputs', 'Headline figures', 'Key metrics'])(
    'are found under %s',
    (heading) => expect(proposed({ Plan: { A1: heading, A3: 'NPV', B3: ['=2*40', 80] } })).toEqual(['NPV @ Plan!B3']),
  );

  it.each<readonly [string, SheetText]>([
    ['a column of results', { A1: 'Test', B1: 'Results', A2: 'Sum', B2: ['=1+1', 2] }],
    ['results of something', { A1: 'YEAR 1 RESULTS', A2: 'Bill', B2: ['=1+1', 2] }],
    ['a word that heads anything', { A1: 'Metrics', A2: 'Bill', B2: ['=1+1', 2] }],
    ['results over time', { A1: 'Results', A2: 'Revenue', B2: ['=1+1', 2], C2: ['=B2+1', 3] }],
    ['inputs', { A1: 'Results', A2: 'Revenue', B2: 2 }],
    ['numbers far from their label', { A1: 'Results', A2: 'Revenue', H2: ['=1+1', 2] }],
    ['a heading without anything below it', { A1: 'Results', C5: ['=1+1', 2] }],
  ])('are not taken from %s', (_, sheet) => expect(proposed({ Plan: sheet })).toEqual([]));

  it('are not taken from blocks of hidden sheets', () => {
    expect(proposed({ Plan: { ...RATE, ...RESULTS } }, { sheets: { Plan: { visibility: 'hidden' } } })).toEqual([]);
  });

  it('are those of a summary where there is one, whatever calls itself results elsewhere', () => {
    const summary: SheetText = { A1: 'Net revenue', B1: ['=Plan!E5', 1000] };
    const sheets = { Plan: { ...RATE, ...RESULTS }, Summary: summary };
    expect(proposed(sheets)).toEqual(['Net revenue @ Summary!B1']);
    expect(proposed(sheets, { names: { Net_revenue_FY26: 'Summary!$B$1', Rate: 'Plan!$B$1' } })).toEqual(['Net revenue FY26 @ Summary!B1']);
  });

  it('are few names, where nothing else is to be had; many are a model’s inner workings', () => {
    const names = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, k) => [`Out_${k}`, `Plan!$B$${k + 1}`]));
    const plan = Object.fromEntries(Array.from({ length: 14 }, (_, k) => [`B${k + 1}`, ['=1+1', 2]])) as SheetText;
    expect(proposed({ Plan: plan }, { names: names(2) })).toEqual(['Out 0 @ Plan!B1', 'Out 1 @ Plan!B2']);
    expect(proposed({ Plan: plan }, { names: names(13) })).toEqual([]);
  });
});
