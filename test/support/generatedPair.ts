import { xlsxFile } from './xlsxFile';

const text = (address: string, words: string) => `<c r="${address}" t="inlineStr"><is><t>${words}</t></is></c>`;
const number = (address: string, value: number) => `<c r="${address}" s="1"><v>${value}</v></c>`;
const formula = (address: string, words: string, value: number) => `<c r="${address}"><f>${words}</f><v>${value}</v></c>`;
const rows = (...cells: string[]) => cells.map((each, at) => `<row r="${at + 1}">${each}</row>`).join('');
const names = (all: Readonly<Record<string, string>>) =>
  `<definedNames>${Object.entries(all)
    .map(([name, place]) => `<definedName name="${name}">${place}</definedName>`)
    .join('')}</definedNames>`;

/** The official model of a pair of small workbooks, its results as Excel would store them. */
export const officialFile = {
  name: 'Published.xlsx',
  bytes: xlsxFile({
    sheets: {
      Model: rows(
        text('A1', 'Driver') + text('B1', 'Q1') + text('C1', 'Q2'),
        text('A2', 'Renewal rate') + number('B2', 0.9) + number('C2', 0.92),
        text('A3', 'Churned') + number('B3', 40) + number('C3', 45),
        text('A4', 'Base') + number('B4', 1000) + formula('C4', 'B4-B3', 960),
        text('A5', 'Renewals') + formula('B5', 'B2*B4*Uplift', 945) + formula('C5', 'C2*C4*Uplift', 927.36),
        text('A6', 'Total') + formula('B6', 'SUM(B3:B5)', 1985) + formula('C6', 'SUM(C3:C5)', 1932.36),
      ),
      Notes: rows(text('A1', 'Owner') + formula('B1', 'Model!B6', 1985)),
      Fees: rows(text('A1', 'Fee') + number('B1', 12) + formula('C1', 'B1*Uplift', 12.6)),
    },
    formats: ['0.0'],
    behindSheets: names({ Uplift: '1.05' }),
  }),
};

/** The copy: another rate, a number pasted over the renewals, a row and a name of its own, and without the row, sheet and name that official added. */
export const localFile = {
  name: 'Mine.xlsx',
  bytes: xlsxFile({
    sheets: {
      Model: rows(
        text('A1', 'Driver') + text('B1', 'Q1') + text('C1', 'Q2'),
        text('A2', 'Renewal rate') + number('B2', 0.8) + number('C2', 0.92),
        text('A3', 'Base') + number('B3', 1000) + number('C3', 1000),
        text('A4', 'Renewals') + number('B4', 800) + formula('C4', 'C2*C3', 920),
        text('A5', 'Reserve') + number('B5', 5) + number('C5', 6),
        text('A6', 'Total') + formula('B6', 'SUM(B3:B5)', 1805) + formula('C6', 'SUM(C3:C5)', 1926),
      ),
      Notes: rows(text('A1', 'Owner') + formula('B1', 'Model!B6', 1805)),
    },
    formats: ['0.0'],
    behindSheets: names({ Mine: 'Model!$B$5' }),
  }),
};
