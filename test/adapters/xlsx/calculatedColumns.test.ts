import { strFromU8, unzipSync } from 'fflate';
import { inTerminal } from '../../support/fileTerminal';
import { xlsxFile } from '../../support/xlsxFile';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const text = (at: string, words: string) => `<c r="${at}" t="inlineStr"><is><t>${words}</t></is></c>`;

/** A table of prices whose third column is calculated; `cells` are what its rows hold there, those of a shared formula among them. */
function book(calculated: string, cells: readonly string[]): Uint8Array {
  const rows = cells.map((cell, at) => {
    const row = at + 2;
    return `<row r="${row}">${text(`A${row}`, `D${row}`)}<c r="B${row}"><v>${row * 10}</v></c><c r="C${row}">${cell}<v>0</v></c></row>`;
  });
  const last = cells.length + 1;
  return xlsxFile({
    sheets: {
      Data: `<sheetData><row r="1">${text('A1', 'Deal')}${text('B1', 'Price')}${text('C1', 'Net')}</row>${rows.join('')}</sheetData><tableParts count="1"><tablePart r:id="table"/></tableParts>`,
    },
    sheetRelationships: { Data: { 'table#table': '../tables/table1.xml' } },
    parts: {
      'xl/tables/table1.xml': `<table xmlns="${MAIN}" id="1" name="Deals" displayName="Deals" ref="A1:C${last}"><autoFilter ref="A1:C${last}"/><tableColumns count="3"><tableColumn id="1" name="Deal"/><tableColumn id="2" name="Price"/><tableColumn id="3" name="Net"><calculatedColumnFormula>${calculated}</calculatedColumnFormula></tableColumn></tableColumns></table>`,
    },
  });
}

const PRICE = 'Deals[[#This Row],[Price]]';
const all = (formula: string, count = 3) => Array.from({ length: count }, () => `<f>${formula}</f>`);
const tableIn = (bytes: Uint8Array | undefined): string => strFromU8(unzipSync(bytes!)['xl/tables/table1.xml']!);
const formulaIn = (bytes: Uint8Array | undefined) => /<calculatedColumnFormula>(.*)<\/calculatedColumnFormula>/.exec(tableIn(bytes))?.[1];

describe('a calculated column of which a sync changes every cell', () => {
  it.each([
    ['a column of the table', all(`${PRICE}*0.8`), `${PRICE}*0.8`, all(`${PRICE}*0.9&amp;"&lt;net&gt;"`), `${PRICE}*0.9&amp;"&lt;net&gt;"`],
    ['cells', ['<f>B2*0.8</f>', '<f>B3*0.8</f>', '<f>B4*0.8</f>'], 'B2*0.8', ['<f>B2*0.9</f>', '<f>B3*0.9</f>', '<f>B4*0.9</f>'], 'B2*0.9'],
    [
      'cells, shared',
      ['<f t="shared" ref="C2:C4" si="0">B2*0.8</f>', '<f t="shared" si="0"/>', '<f t="shared" si="0"/>'],
      'B2*0.8',
      all('$B$2*0.9'),
      '$B$2*0.9',
    ],
  ])('gives new rows the new formula, of %s, and an undo the old one', async (_, mine, was, theirs, now) => {
    const files: Record<string, Uint8Array> = { 'o.xlsx': book(now, theirs), 'l.xlsx': book(was, mine) };
    const synced = await inTerminal('sync o.xlsx l.xlsx --out n.xlsx', files);
    expect([synced.status, synced.err]).toEqual([0, '']);
    expect(formulaIn(files['n.xlsx'])).toBe(now);
    expect((await inTerminal('compare o.xlsx n.xlsx', files)).out).toMatch(/^Ties out\nNothing differs/);
    expect((await inTerminal('undo n.xlsx --out u.xlsx', files)).status).toBe(0);
    expect(tableIn(files['u.xlsx'])).toBe(tableIn(files['l.xlsx']));
  });

  it('with a row more, too', async () => {
    const files: Record<string, Uint8Array> = {
      'o.xlsx': book(`${PRICE}*0.9`, all(`${PRICE}*0.9`, 4)),
      'l.xlsx': book(`${PRICE}*0.8`, all(`${PRICE}*0.8`)),
    };
    const synced = await inTerminal('sync o.xlsx l.xlsx --out n.xlsx', files);
    expect([synced.status, synced.err]).toEqual([0, '']);
    expect(tableIn(files['n.xlsx'])).toBe(tableIn(files['o.xlsx']));
    expect((await inTerminal('undo n.xlsx --out u.xlsx', files)).status).toBe(0);
    expect(tableIn(files['u.xlsx'])).toBe(tableIn(files['l.xlsx']));
  });

  it.each([
    ['some cells are others', [...all(`${PRICE}*0.8`, 2), '<f>1</f>'], [...all(`${PRICE}*0.9`, 2), '<f>1</f>']],
    ['one is a number', [...all(`${PRICE}*0.8`, 2), ''], [...all(`${PRICE}*0.9`, 2), '']],
  ])('and only then: it stays where %s', async (_, mine, theirs) => {
    const files: Record<string, Uint8Array> = { 'o.xlsx': book(`${PRICE}*0.9`, theirs), 'l.xlsx': book(`${PRICE}*0.8`, mine) };
    await inTerminal('sync o.xlsx l.xlsx --out n.xlsx', files);
    expect(formulaIn(files['n.xlsx'])).toBe(`${PRICE}*0.8`);
  });
});
