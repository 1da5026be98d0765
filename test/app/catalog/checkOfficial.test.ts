import { checkStoredResults } from '../../../src/adapters/calculation/checkStoredResults';
import { checkOfficial, type FoundHeadline } from '../../../src/app/catalog/checkOfficial';
import type { Snapshot } from '../../../src/core/workbook/Snapshot';
import { samplePair } from '../../support/samplePair';
import { workbook, type WorkbookExtras, type SheetText } from '../../support/workbook';

const found = (snapshot: Snapshot, headlines: readonly FoundHeadline[] = [], definitions?: string) =>
  checkOfficial(snapshot, { ...(definitions !== undefined && { definitions }) }, headlines, checkStoredResults(snapshot)).map(
    ({ about, sentence }) => `${about}: ${sentence}`,
  );
const book = (cells: SheetText, extras: WorkbookExtras = {}) => workbook({ Summary: { A1: 'Price', B1: 10, ...cells } }, extras);

test('nothing is found wrong with the official sample', async () => {
  const { official } = await samplePair('finance');
  expect(found(official, [], 'Definitions')).toEqual([]);
});

test('results that are not those of calculating are told with places', () => {
  expect(found(book({ B2: ['=B1*2', 20] }))).toEqual([]);
  expect(found(book({ B2: ['=B1*2', 21], B3: '=B1*3' }))).toEqual([
    'results: 2 formulas show another result than calculating gives: Summary!B2 shows 21 and calculates to 20; Summary!B3 shows nothing and calculates to 30. ' +
      'Calculate the workbook in Excel (Ctrl+Alt+F9) and save it.',
  ]);
  expect(found(book({ B2: ['=B1*2', 20] }, { calculation: 'unfinished' }))).toMatchObject([
    expect.stringMatching(/^results: The workbook was saved before/),
  ]);
});

test('what cannot be calculated is no finding', () => {
  expect(found(book({ B2: ['=TODAY()', 45000], B3: ['=SOMETHING.ELSE(1)', 3] }))).toEqual([]);
});

test('headlines have to be there and be numbers', () => {
  const headline = (value: FoundHeadline['value'], address: string | null = 'Summary!B2') => ({ name: 'Revenue', address, value });
  expect(found(book({}), [headline(12)])).toEqual([]);
  expect(found(book({}), [headline({ error: '#REF!' }), headline(null, null), headline('n/a')])).toEqual([
    'headlines: The headline Revenue (Summary!B2) shows #REF!, not a number. Put it right in the workbook.',
    'headlines: The headline Revenue is not in the workbook any more. Put it back, or take it off the catalog.',
    'headlines: The headline Revenue (Summary!B2) holds a text, not a number. Put it right in the workbook.',
  ]);
});

test('a dictionary has to be where the catalog says, and complete', () => {
  const dictionary = (cells: SheetText) =>
    workbook({
      Definitions: {
        A1: 'Metric',
        B1: 'Definition',
        C1: 'Owner',
        A2: 'Net revenue',
        B2: 'What customers pay, less discounts',
        C2: 'Asha',
        A3: 'Churn',
        B3: 'What customers no longer pay',
        C3: 'Bo',
        ...cells,
      },
    });
  expect(found(dictionary({}), [], 'definitions')).toEqual([]);
  expect(found(dictionary({}), [], 'Metrics')).toEqual([
    'definitions: There is no dictionary of metrics on a sheet Metrics, where the catalog says it is. Put it back.',
  ]);
  expect(found(dictionary({ B3: null, C3: null }))).toEqual([
    'definitions: The dictionary is not complete: Churn has no definition and no owner. Fill it in.',
  ]);
});

test('links are found wherever they hide', () => {
  const links = (snapshot: Snapshot) => found(snapshot).filter((sentence) => sentence.startsWith('links'));
  expect(links(book({}, { externalLinks: [{ index: 1, target: 'file:///C:/Rates.xlsx' }] }))).toEqual([
    expect.stringContaining('it is linked to file:///C:/Rates.xlsx'),
  ]);
  expect(links(book({ B2: ['=WEBSERVICE("https://a.example")', 'x'] }))).toEqual([
    expect.stringContaining('Summary!B2 holds =WEBSERVICE("https://a.example")'),
  ]);
  expect(links(book({}, { names: { Rate: '[Rates.xlsx]Sheet1!$A$1' } }))).toEqual([expect.stringContaining('the name Rate stands for')]);
});
