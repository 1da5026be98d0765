import { inTerminal } from '../support/fileTerminal';
import { xlsxFile } from '../support/xlsxFile';

const SHEET = '<row r="1"><c r="A1"><v>2</v></c></row>';

async function said(official: string, local: string): Promise<string> {
  const files = { 'two.xlsx': xlsxFile({ sheets: { One: SHEET, Two: SHEET } }), 'one.xlsx': xlsxFile({ sheets: { One: SHEET } }) };
  return (await inTerminal(`sync ${official} ${local} --out S.xlsx`, files)).out.replace(/\s+/g, ' ');
}

describe('a sync that adds a sheet', () => {
  const note = 'column widths, colours, merged cells and charts do not come';

  it('says what does not come along', async () => {
    expect(await said('two.xlsx', 'one.xlsx')).toContain(note);
  });

  it('says nothing of it where none is added', async () => {
    expect(await said('one.xlsx', 'two.xlsx')).not.toContain(note);
  });
});
