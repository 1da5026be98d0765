import { compare } from '../../../src/core/compare/compare';
import type { Snapshot } from '../../../src/core/workbook/Snapshot';
import { dictionarySheet } from '../../support/dictionary';
import { workbook, type CellText, type SheetText } from '../../support/workbook';

const HEADER = ['Metric', 'Definition', 'Where found', 'Unit'];
const SUMMARY: SheetText = {
  A1: 'Figures',
  B1: 'FY26',
  A2: 'Net revenue',
  B2: ['=Inputs!B2*Inputs!B3', 1200],
  A3: 'Gross revenue',
  B3: ['=Inputs!B2*13', 1300],
  A4: 'Price',
  B4: 100,
  A5: 'Rated',
  B5: ['="A"&Inputs!B2', 'A100'],
};
const INPUTS: SheetText = { A2: 'Price', B2: 100, A3: 'Seats', B3: 12 };
const NET = ['Net revenue', 'What is earned in the period', 'Summary!B2', 'USD'];

function book(rows: readonly (readonly CellText[])[], names: Readonly<Record<string, string>> = {}, summary = SUMMARY): Snapshot {
  return workbook({ Summary: summary, Inputs: INPUTS, Metrics: dictionarySheet(HEADER, rows) }, { names });
}

/** The headlines of a workbook beside itself or another, as `name @ official | local`. */
function headlines(official: Snapshot, local = official): string[] {
  return compare(official, local).headlines.map((one) => `${one.name} @ ${one.officialAddress} | ${one.localAddress}`);
}

describe('the headlines of a dictionary', () => {
  it('come first, under the name of the metric, and no cell comes twice', () => {
    const rows = [
      ['Gross', 'What is billed in the period', '=Summary!B3', 'USD'],
      ['Net', 'What is earned in the period', 'Net_revenue_FY26', 'USD'],
      ['Net again', 'What is earned, said twice', 'Summary!$B$2', 'USD'],
    ];
    expect(headlines(book(rows, { Net_revenue_FY26: 'Summary!$B$2' }))).toEqual([
      'Gross @ Summary!B3 | Summary!B3',
      'Net @ Summary!B2 | Summary!B2',
    ]);
  });

  it('stand before those that are proposed', () => {
    expect(headlines(book([NET], { Gross_FY26: 'Summary!$B$3' }))).toEqual([
      'Net revenue @ Summary!B2 | Summary!B2',
      'Gross FY26 @ Summary!B3 | Summary!B3',
    ]);
  });

  it.each([
    ['an input', 'Summary!B4'],
    ['a range of cells', 'Summary!B2:B3'],
    ['a text', 'Summary!B5'],
    ['a blank cell', 'Summary!B9'],
    ['a label', 'Summary!A2'],
    ['words', 'Price times seats, for the period'],
    ['more than one cell', '=Summary!B2/Summary!B3'],
    ['a sheet that is not there', 'Totals!B2'],
  ])('are not metrics found at %s', (_, reference) => {
    const rows = [
      ['Odd one', 'A metric that is no output here', reference, 'USD'],
      ['Gross', 'What is billed in the period', 'Summary!B3', 'USD'],
    ];
    const { B2: _net, ...summary } = SUMMARY;
    expect(headlines(book(rows, {}, { ...summary, A2: 'Net revenue' }))).toEqual(['Gross @ Summary!B3 | Summary!B3']);
    expect(headlines(book(rows)).some((one) => one.startsWith('Odd one'))).toBe(false);
  });

  it('tells two metrics of one name apart by their cells', () => {
    const rows = [NET, ['Net revenue', 'Another thing of the same name', 'Summary!B3', 'USD']];
    expect(headlines(book(rows))).toEqual(['Net revenue @ Summary!B2 | Summary!B2', 'Net revenue (Summary!B3) @ Summary!B3 | Summary!B3']);
  });

  it('follow official’s cell to where rows put in moved it, although a typed address does not', () => {
    const lower = Object.fromEntries(
      Object.entries(SUMMARY).map(([address, cell]) => [address.replace(/[2-9]/, (row) => String(Number(row) + 1)), cell]),
    );
    const local = book([NET], {}, { ...lower, A2: 'New line', B2: 5 });
    expect(headlines(book([NET]), local)[0]).toBe('Net revenue @ Summary!B2 | Summary!B3');
  });

  it('are official’s: a metric that only yours defines is a difference, no headline', () => {
    const gross = ['Gross', 'What is billed in the period', 'Summary!B3', 'USD'];
    expect(headlines(book([NET]), book([NET, gross]))[0]).toBe('Net revenue @ Summary!B2 | Summary!B2');
    expect(headlines(book([NET]), book([NET, gross])).some((one) => one.startsWith('Gross @'))).toBe(false);
  });

  it('make room for proposed ones only up to twelve', () => {
    const cells = Array.from({ length: 15 }, (_, k) => [
      [`A${k + 2}`, `Line ${k}`] as const,
      [`B${k + 2}`, ['=Inputs!B2', 100]] as const,
    ]).flat();
    const summary = Object.fromEntries(cells) as SheetText;
    const rows = (count: number) =>
      Array.from({ length: count }, (_, k) => [`Metric ${k}`, 'What it is in words', `Summary!B${k + 2}`, 'USD']);
    expect(headlines(book(rows(14), {}, summary))).toHaveLength(14);
    expect(headlines(book(rows(3), {}, summary))).toHaveLength(12);
  });
});
