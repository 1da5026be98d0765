import { strFromU8, unzipSync } from 'fflate';
import { editWorkbook } from '../../../src/adapters/xlsx/editWorkbook';
import { inTerminal } from '../../support/fileTerminal';
import { xlsxFile } from '../../support/xlsxFile';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const text = (at: string, words: string) => `<c r="${at}" t="inlineStr"><is><t>${words}</t></is></c>`;

/** A list of deals in a table, with formulas inside and outside that refer to its columns; `price` is what its second column is called. */
function book(price: string, { header = true, spare = 'Region' } = {}): Uint8Array {
  const columns = ['Deal', price, spare, 'Share']
    .map((name, at) =>
      at === 3
        ? `<tableColumn id="4" name="Share"><calculatedColumnFormula>Deals[[#This Row],[${price}]]/SUM(Deals[${price}])</calculatedColumnFormula></tableColumn>`
        : `<tableColumn id="${at + 1}" name="${name}"/>`,
    )
    .join('');
  const rows = [2, 3].map(
    (row) =>
      `<row r="${row}">${text(`A${row}`, `D${row}`)}<c r="B${row}"><v>${row * 10}</v></c>${text(`C${row}`, 'North')}<c r="D${row}"><f>Deals[[#This Row],[${price}]]/SUM(Deals[${price}])</f><v>0</v></c></row>`,
  );
  return xlsxFile({
    sheets: {
      Data: `<sheetData><row r="1">${text('A1', 'Deal')}${text('B1', price)}${text('C1', spare)}${text('D1', 'Share')}</row>${rows.join('')}</sheetData><conditionalFormatting sqref="B2:B3"><cfRule type="expression" priority="1"><formula>B2&gt;AVERAGE(Deals[${price}])</formula></cfRule></conditionalFormatting><tableParts count="1"><tablePart r:id="table"/></tableParts>`,
      Sum: `<row r="1">${text('A1', 'Sum')}<c r="B1"><f>SUM(Deals[${price}])</f><v>50</v></c></row>`,
    },
    sheetRelationships: { Data: { 'table#table': '../tables/table1.xml' } },
    behindSheets: `<definedNames><definedName name="All">Deals[${price}]</definedName></definedNames>`,
    parts: {
      'xl/tables/table1.xml': `<table xmlns="${MAIN}" id="1" name="Deals" displayName="Deals" ref="A1:D3"${header ? '' : ' headerRowCount="0"'}><tableColumns count="4">${columns}</tableColumns></table>`,
    },
  });
}

const partsOf = (bytes: Uint8Array): string =>
  Object.entries(unzipSync(bytes))
    .filter(([path]) => /table1|sheet\d|workbook\.xml$/.test(path))
    .map(([, part]) => strFromU8(part))
    .join('\n');
const columnsOf = (bytes: Uint8Array) => partsOf(bytes).match(/<tableColumn .*?>/g);
const heading = (value: string | number | null, column = 2, formula: string | null = null) =>
  ({ kind: 'cells', sheet: 'Data', cells: [{ kind: 'content', row: 1, column, formula, value, format: null }] }) as const;
const edited = (bytes: Uint8Array, ...edits: Parameters<typeof editWorkbook>[1]): Uint8Array => {
  const done = editWorkbook(bytes, edits);
  if (!done.ok) throw new Error(done.failure.message);
  return done.value;
};

describe('a heading of a table in a file', () => {
  it('calls its column, and all that refers to it, likewise', () => {
    const parts = partsOf(edited(book('Amount'), heading('Net amount')));
    expect(parts).toContain('<tableColumn id="2" name="Net amount"/>');
    expect(parts).not.toContain('Amount]');
    expect(parts.match(/Deals\[Net amount\]/g)).toHaveLength(6);
    expect(parts.match(/Deals\[\[#This Row\],\[Net amount\]\]/g)).toHaveLength(3);
  });

  it('is a text that no other column has, as Excel makes it', () => {
    expect(partsOf(edited(book('Amount'), heading(2026)))).toMatch(/name="2026"[^]*<t>2026<\/t>|<t>2026<\/t>[^]*name="2026"/);
    expect(partsOf(edited(book('Amount'), heading('region')))).toContain('name="region2"');
    expect(partsOf(edited(book('Amount'), heading(null)))).toContain('name="Amount"');
  });

  it('is an ordinary cell where the table shows no heads', () => {
    expect(partsOf(edited(book('Amount', { header: false }), heading('Net')))).toContain('name="Amount"');
  });
});

describe('a sync of files whose tables head a column otherwise', () => {
  it('ties out, and is undone to what it was', async () => {
    const files: Record<string, Uint8Array> = { 'o.xlsx': book('Net amount (€, k)'), 'l.xlsx': book('Amount') };
    const synced = await inTerminal('sync o.xlsx l.xlsx --out n.xlsx', files);
    expect([synced.status, synced.err]).toEqual([0, '']);
    expect(columnsOf(files['n.xlsx']!)).toEqual(columnsOf(files['o.xlsx']!));
    expect(partsOf(files['n.xlsx']!)).not.toContain('Amount]');
    expect((await inTerminal('compare o.xlsx n.xlsx', files)).out).toMatch(/^Ties out\nNothing differs/);
    const again = await inTerminal('sync o.xlsx n.xlsx --out m.xlsx', files);
    expect(again.out).toMatch(/^There is nothing to bring over/);
    const undone = await inTerminal('undo n.xlsx --out u.xlsx', files);
    expect([undone.status, undone.err]).toEqual([0, '']);
    const cells = (bytes: Uint8Array) =>
      partsOf(bytes).match(/<tableColumn.*?>|<f>.*?<\/f>|<t>.*?<\/t>|<formula>.*?<\/formula>|<definedName.*?>.*?</g);
    expect(cells(files['u.xlsx']!)).toEqual(cells(files['l.xlsx']!));
  });

  it('says why a heading that another column has is left', async () => {
    const files: Record<string, Uint8Array> = {
      'o.xlsx': book('Amount', { spare: 'Price' }),
      'l.xlsx': book('Price', { spare: 'Amount' }),
    };
    const synced = await inTerminal('sync o.xlsx l.xlsx --out n.xlsx', files);
    expect(synced.out).toMatch(/Another column of the table Deals is called Amount|columns in another order/);
    const parts = partsOf(files['n.xlsx']!);
    expect(parts.match(/<tableColumn .*?name="(.*?)"/g)).toHaveLength(4);
  });
});
