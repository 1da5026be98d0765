import { compareSnapshots } from '../../src/app/compareWorkbooks';
import { sheetInPlace } from '../../src/app/sheetInPlace';
import type { Snapshot } from '../../src/core/workbook/Snapshot';
import { workbook } from '../support/workbook';

const BOOK = workbook(
  {
    Inputs: { A1: 'Rate', B1: 0.1 },
    Forecast: { A1: 'Deals', B1: 100, A2: 'Fee', B2: ['=B1*Inputs!B1', 10], A3: 'Twice', B3: ['=Forecast!B2*2', 20] },
    'New forecast': { A1: 'Deals', B1: 120, A2: 'Fee', B2: ['=B1*Inputs!B1', 12], A3: 'Twice', B3: ["='New forecast'!B2*2", 24] },
    Summary: { A1: 'Fees', B1: ['=Forecast!B3', 20] },
    Check: { A1: ["='New forecast'!B3-Forecast!B3", 4] },
  },
  { names: { 'New forecast!Own': "'New forecast'!$B$1", 'Forecast!Own': 'Forecast!$B$1' } },
);

function differences(book: Snapshot, official: string, local: string) {
  const placed = sheetInPlace(book, { official, local });
  if (!placed.ok) throw new Error(placed.failure.message);
  const compared = compareSnapshots(placed.value, book, { onlySheet: local });
  if (!compared.ok) throw new Error(compared.failure.message);
  return compared.value.comparison;
}

describe('a sheet in place of another of the same workbook', () => {
  test('differs where the two sheets do, and nowhere else', () => {
    const { differences: found } = differences(BOOK, 'New forecast', 'Forecast');
    expect(found.map(({ kind, role, local }) => [kind, role, local?.sheet, local?.address])).toEqual([
      ['value', 'cause', 'Forecast', 'B1'],
      ['value', 'consequence', 'Forecast', 'B2'],
      ['value', 'consequence', 'Forecast', 'B3'],
    ]);
  });

  test('which is a copy of it differs nowhere', () => {
    const copy = workbook(
      {
        A: { A1: 1, A2: ['=A!A1+Sales[Amount]', 3], A5: 'Amount', A6: 2 },
        B: { A1: 1, A2: ['=B!A1+Sales2[Amount]', 3], A5: 'Amount', A6: 2 },
      },
      {
        names: { 'A!Own': 'A!$A$1', 'B!Own': 'B!$A$1' },
        tables: [table('Sales', 'A'), table('Sales2', 'B')],
        sheets: { A: rules('A'), B: rules('B') },
      },
    );
    expect(differences(copy, 'B', 'A').differences).toEqual([]);
    expect(differences(copy, 'a', 'b').differences).toEqual([]);
  });

  test('has headlines on that sheet only: what others would show nobody has calculated', () => {
    const named: Snapshot = {
      ...BOOK,
      names: [
        { name: 'Total_fees', scope: null, formula: 'Summary!$B$1', hidden: false, comment: '' },
        { name: 'Fee', scope: null, formula: 'Forecast!$B$2', hidden: false, comment: '' },
      ],
    };
    const { headlines } = differences(named, 'New forecast', 'Forecast');
    expect(headlines.map(({ name, official, local }) => [name, official, local])).toEqual([['Fee', 12, 10]]);
  });

  test.each([
    [
      'New forecast',
      'Gone',
      'unknown-sheet',
      'There is no sheet Gone in this workbook, which has Inputs, Forecast, New forecast, Summary, Check.',
    ],
    ['Gone', 'Forecast', 'unknown-sheet', 'There is no sheet Gone'],
    ['Forecast', 'FORECAST', 'same-sheet', 'Forecast cannot be compared with itself.'],
    ['Summary', 'Forecast', 'reads-itself', 'Summary has formulas that read Forecast'],
  ])('%s for %s is refused: %s', (official, local, code, sentence) => {
    const refused = sheetInPlace(BOOK, { official, local });
    expect(refused).toMatchObject({ ok: false, failure: { code, message: expect.stringContaining(sentence) } });
  });
});

function table(name: string, sheet: string): Snapshot['tables'][number] {
  return {
    name,
    sheet,
    range: { firstRow: 5, lastRow: 6, firstColumn: 1, lastColumn: 1 },
    headerRow: true,
    totalsRow: false,
    columns: [{ name: 'Amount', formula: null }],
  };
}

function rules(sheet: string) {
  const range = { firstRow: 1, lastRow: 1, firstColumn: 1, lastColumn: 1 };
  return {
    validations: [{ type: 'list', operator: 'between', formula1: `${sheet}!$A$5`, formula2: '', allowBlank: true, ranges: [range] }],
  };
}
