import { parseRange } from '../../../src/core/workbook/Address';
import { readDefinitions } from '../../../src/core/definitions/readDefinitions';
import type { Snapshot } from '../../../src/core/workbook/Snapshot';
import { dictionarySheet } from '../../support/dictionary';
import { workbook, type CellText } from '../../support/workbook';

const HEADER = ['Metric', 'Definition', 'Formula or reference', 'Unit', 'Owner'];
const ROWS = [
  ['Net revenue retention', 'Revenue from last year’s customers, less churn and downgrades', '=Summary!B4', '%', 'RevOps'],
  ['Churn', 'Customers lost in the quarter', 'Summary!B5', '%', 'Success'],
];

/** The metrics that are read, a line each: `Metrics!2 Churn: definition | formula | unit | owner`. */
function read(snapshot: Snapshot): string[] {
  return readDefinitions(snapshot).map(({ metric, sheet, row, texts }) => {
    const fields = (['definition', 'formula', 'reference', 'unit', 'owner'] as const).flatMap((field) => texts[field] ?? []);
    return `${snapshot.sheets[sheet]!.name}!${row} ${metric}: ${fields.join(' | ')}`;
  });
}

const summary = { A4: 'NRR', B4: 1.04, A5: 'Churn', B5: 0.03 } as const;

describe('readDefinitions', () => {
  it('reads a region with a header, wherever it stands, past a heading and a blank row', () => {
    const sheet = {
      A1: 'How we define our metrics',
      ...dictionarySheet(HEADER, [ROWS[0]!, ['', '', '', '', ''], ['Customers', '', '', '', ''], ROWS[1]!], 3),
    };
    expect(read(workbook({ Summary: summary, Metrics: sheet }))).toEqual([
      'Metrics!4 Net revenue retention: Revenue from last year’s customers, less churn and downgrades | =Summary!B4 | % | RevOps',
      'Metrics!6 Customers:  |  |  | ',
      'Metrics!7 Churn: Customers lost in the quarter | Summary!B5 | % | Success',
    ]);
  });

  it.each([
    ['two columns are enough', ['KPI', 'Meaning'], [['Churn', 'Customers lost in the quarter']], ['Churn: Customers lost in the quarter']],
    ['a formula will do', ['Measure', 'Calculation'], [['Margin', 'Profit / Revenue']], ['Margin: Profit / Revenue']],
    ['a name with a sure definition', ['Name', 'Definition'], [['ARR', 'Recurring revenue a year']], ['ARR: Recurring revenue a year']],
    [
      'a name beside the metric is its reference',
      ['Name', 'Metric', 'Definition'],
      [['ARR_FY26', 'ARR', 'Recurring revenue of a year']],
      ['ARR: Recurring revenue of a year | ARR_FY26'],
    ],
    ['in any order of columns', ['Owner', 'Definition', 'Term'], [['Ann', 'Recurring revenue', 'ARR']], ['ARR: Recurring revenue | Ann']],
    ['a price list is none', ['Name', 'Description', 'Unit'], [['Seat', 'One user a month', 'month']], []],
    ['a report of figures is none', ['Metric', 'Q1', 'Unit'], [['Churn', 0.03, '%']], []],
    [
      'figures under the headers are none',
      ['Measure', 'Definition'],
      [
        ['Width', 5],
        ['Height', 7],
      ] as const,
      [],
    ],
    ['a header alone is none', ['Metric', 'Definition'], [], []],
  ])('%s', (_, header, rows: readonly (readonly CellText[])[], expected) => {
    expect(read(workbook({ M: dictionarySheet(header, rows) })).map((line) => line.replace(/^M!\d+ /, ''))).toEqual(expected);
  });

  it('ends where its table ends, and before two blank rows', () => {
    const below = { ...dictionarySheet(HEADER, ROWS), A4: 'Checked by', B4: 'Finance and the audit team' };
    const snapshot = workbook(
      { Summary: summary, Metrics: below },
      {
        tables: [{ name: 'Dictionary', sheet: 'Metrics', range: parseRange('A1:D3')!, headerRow: true, totalsRow: false, columns: [] }],
      },
    );
    // The owner stands beside the table.
    expect(read(snapshot)).toEqual([
      'Metrics!2 Net revenue retention: Revenue from last year’s customers, less churn and downgrades | =Summary!B4 | %',
      'Metrics!3 Churn: Customers lost in the quarter | Summary!B5 | %',
    ]);
    const apart = { ...dictionarySheet(HEADER, ROWS), A6: 'Checked by', B6: 'Finance and the audit team' };
    expect(read(workbook({ Summary: summary, Metrics: apart }))).toHaveLength(2);
  });

  it('reads two dictionaries on one sheet, each by its own header', () => {
    const sheet = {
      ...dictionarySheet(HEADER, ROWS),
      ...dictionarySheet(['KPI', 'Unit', 'Definition'], [['CAC', '$', 'Cost to win a customer']], 5),
    };
    expect(read(workbook({ Summary: summary, Metrics: sheet })).map((line) => line.split(':')[0])).toEqual([
      'Metrics!2 Net revenue retention',
      'Metrics!3 Churn',
      'Metrics!6 CAC',
    ]);
  });
});
