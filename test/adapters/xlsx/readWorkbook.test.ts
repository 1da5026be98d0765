import { readWorkbook } from '../../../src/adapters/xlsx/readWorkbook';
import type { Snapshot } from '../../../src/core/workbook/Snapshot';
import { describeSheet } from '../../support/describeSheet';
import { xlsxFile, type XlsxText } from '../../support/xlsxFile';

async function read(text: XlsxText): Promise<Snapshot> {
  const result = await readWorkbook(xlsxFile(text), 'Test.xlsx', () => undefined);
  if (!result.ok) throw new Error(result.failure.message);
  return result.value;
}

/** The cells of a sheet whose `<sheetData>` holds this. */
async function cells(rows: string, text: XlsxText = {}): Promise<Record<string, string>> {
  return describeSheet(await read({ ...text, sheets: { Sheet1: rows } }));
}

test('values of every type', async () => {
  const rows = `<row r="1"><c r="A1"><v>12.5</v></c><c r="B1" t="s"><v>0</v></c><c r="C1" t="b"><v>1</v></c><c r="D1" t="e"><v>#N/A</v></c>
    <c r="E1" t="str"><f>A1&amp;"x"</f><v>12.5x</v></c><c r="F1" t="inlineStr"><is><r><t>in</t></r><r><t xml:space="preserve"> line</t></r><rPh><t>phonetic</t></rPh></is></c>
    <c r="G1" t="d"><v>2026-11-22</v></c><c r="H1" s="1"><v>0.12</v></c><c r="I1" s="1"/><c r="J1"><v>-1.5E-7</v></c><c r="K1"><v>0.30000000000000004</v></c></row>`;
  expect(await cells(rows, { strings: ['Größe & _x000D_ "q"'], formats: ['0.0%'] })).toEqual({
    A1: '12.5',
    B1: JSON.stringify('Größe & \r "q"'),
    C1: 'TRUE',
    D1: '#N/A',
    E1: '=A1&"x" → "12.5x"',
    F1: '"in line"',
    G1: '46348',
    H1: '0.12 [0.0%]',
    J1: '-1.5E-7',
    K1: '0.30000000000000004',
  });
});

test('shared formulas are expanded for every cell as Excel does', async () => {
  const shared = (formula: string): Promise<Record<string, string>> =>
    cells(
      `<row><c><f t="shared" ref="A1:A2" si="0">${formula}</f></c></row><row><c><f t="shared" si="0"/></c><c><f t="shared" si="0"/></c></row>`,
    );
  expect(await shared("'Q4'!A1")).toEqual({ A1: "='Q4'!A1", A2: "='Q4'!A2", B2: "='Q4'!B2" });
  expect(await shared('"A10"&amp;C1')).toMatchObject({ A2: '="A10"&C2' });
  expect(await shared('SUM(G:H)')).toMatchObject({ A2: '=SUM(G:H)', B2: '=SUM(H:I)' });
  expect(await shared('Tbl[Q4]+$C1+C$1+LOG10(C1)')).toMatchObject({ B2: '=Tbl[Q4]+$C2+D$1+LOG10(D2)' });
});

test('a shared formula may come before its first cell', async () => {
  const rows = '<row><c><f t="shared" si="3"/><v>1</v></c></row><row><c><f t="shared" ref="A1:A2" si="3">B2*2</f><v>2</v></c></row>';
  expect(await cells(rows)).toEqual({ A1: '=B1*2 → 1', A2: '=B2*2 → 2' });
});
