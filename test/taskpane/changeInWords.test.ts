import { compare } from '../../src/core/compare/compare';
import type { Snapshot, Validation } from '../../src/core/workbook/Snapshot';
import { changeInWords } from '../../src/taskpane/wording/changeInWords';
import { createStrings } from '../../src/taskpane/strings';
import { workbook, type WorkbookExtras } from '../support/workbook';

const sheet = { A1: 'Item', A2: 'Seat', A3: 'Desk', C1: 'end' } as const;

/** What the first line of the list says of two workbooks. */
function said(official: Snapshot, local: Snapshot): string {
  const comparison = compare(official, local);
  const models = { comparison, unlisted: 0, labels: new Map<string, string>(), dateSystems: { official: 1900, local: 1900 } } as const;
  const words = changeInWords(comparison.differences[0]!, models, 'en-US', createStrings('en-US').differences);
  return [words.official, words.local].filter((text) => text !== null).join(' → ');
}

const book = (extras: WorkbookExtras): Snapshot => workbook({ S: sheet, T: { A1: 'x' } }, extras);
const list = (formula1: string): Validation => ({
  ranges: [{ firstRow: 2, lastRow: 3, firstColumn: 1, lastColumn: 1 }],
  type: 'list',
  operator: '',
  formula1,
  formula2: '',
  allowBlank: true,
});
const asking = (formula1: string): Snapshot => book({ sheets: { S: { validations: [list(formula1)] } } });

test.each<[string, Snapshot, Snapshot, string]>([
  ['a name', book({ names: { Rate: 'S!$A$2' } }), book({ names: { Rate: 'S!$A$3' } }), '=S!$A$2 → =S!$A$3'],
  [
    'a renamed name',
    book({ names: { Rate: 'S!$A$2' } }),
    book({ names: { Price: 'S!$A$2' } }),
    'renamed: Rate in official, Price in yours',
  ],
  [
    'a name of a sheet',
    book({ names: { Rate: 'S!$A$2' } }),
    book({ names: { 'T!Rate': 'S!$A$2' } }),
    'belongs to the whole workbook in official, to the sheet T in yours',
  ],
  ['a list', asking('"Seat,Desk"'), asking('"Seat,Room"'), 'members only yours: Room; only official: Desk'],
  [
    'a link',
    book({ externalLinks: [{ index: 1, target: 'Rates.xlsx' }] }),
    book({ externalLinks: [{ index: 1, target: 'Fx.xlsx' }] }),
    'Rates.xlsx → Fx.xlsx',
  ],
])('%s', (_, official, local, words) => expect(said(official, local)).toBe(words));
