import { createHash } from 'node:crypto';
import * as XLSX from '@e965/xlsx';
import { readWorkbook } from '../../../src/adapters/xlsx/readWorkbook';
import { stringifyRange } from '../../../src/core/workbook/Address';
import type { Snapshot } from '../../../src/core/workbook/Snapshot';
import { describeSheet } from '../../support/describeSheet';
import { relationships, xlsxFile, type XlsxText } from '../../support/xlsxFile';

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

test('arrays, dynamic arrays and what-if tables are told apart', async () => {
  const dynamic = `<metadata><metadataTypes><metadataType name="XLDAPR"/></metadataTypes><futureMetadata name="XLDAPR"><bk><extLst><ext>
    <dynamicArrayProperties fDynamic="1"/></ext></extLst></bk></futureMetadata><cellMetadata><bk><rc t="1" v="0"/></bk></cellMetadata></metadata>`;
  const snapshot = await read({
    sheets: {
      One: `<row r="1"><c r="A1"><f t="array" ref="A1:A2">B1:B2</f><v>1</v></c><c r="C1" cm="1"><f t="array" ref="C1:C2">_xlfn._xlws.SORT(B1:B2)</f><v>1</v></c></row>
        <row r="2"><c r="A2"><v>2</v></c><c r="C2"><v>2</v></c></row>
        <row r="5"><c r="B5"><f t="dataTable" ref="B5:C6" dt2D="1" dtr="1" r1="D1" r2="D2"/><v>5</v></c></row>
        <row r="8"><c r="B8"><f t="dataTable" ref="B8:B9" dt2D="0" dtr="0" r1="D1"/><v>5</v></c></row>`,
    },
    workbookRelationships: { sheetMetadata: 'metadata.xml' },
    parts: { 'xl/metadata.xml': dynamic },
  });
  expect(snapshot.sheets[0]!.arrays.map(({ kind, range }) => `${stringifyRange(range)} ${kind}`)).toEqual([
    'A1:A2 array',
    'C1:C2 spill',
    'B5:C6 dataTable',
    'B8:B9 dataTable',
  ]);
  expect(describeSheet(snapshot)).toMatchObject({
    A1: '=B1:B2 → 1',
    A2: '2',
    C1: '=SORT(B1:B2) → 1',
    B5: '=TABLE(D1,D2) → 5',
    B8: '=TABLE(,D1) → 5',
  });
});

test('errors that files hide behind #VALUE! are read', async () => {
  const metadata = `<metadata><metadataTypes><metadataType name="XLDAPR"/><metadataType name="XLRICHVALUE"/></metadataTypes><futureMetadata name="XLRICHVALUE">
    <bk><extLst><ext><xlrd:rvb i="1"/></ext></extLst></bk></futureMetadata><valueMetadata><bk><rc t="2" v="0"/></bk></valueMetadata></metadata>`;
  const snapshot = await read({
    sheets: { One: '<row><c t="e" vm="1"><v>#VALUE!</v></c><c t="e"><v>#VALUE!</v></c></row>' },
    workbookRelationships: {
      sheetMetadata: 'metadata.xml',
      rdRichValue: 'richData/rdrichvalue.xml',
      rdRichValueStructure: 'richData/shape.xml',
    },
    parts: {
      'xl/metadata.xml': metadata,
      'xl/richData/rdrichvalue.xml': '<rvData><rv s="0"><v>x</v></rv><rv s="1"><v>0</v><v>8</v></rv></rvData>',
      'xl/richData/shape.xml':
        '<rvStructures><s t="_other"><k n="errorType"/></s><s t="_error"><k n="colOffset" t="i"/><k n="errorType" t="i"/></s></rvStructures>',
    },
  });
  expect(describeSheet(snapshot)).toEqual({ A1: '#SPILL!', B1: '#VALUE!' });
});

test('defined names keep their scope, comment and hiddenness; built-in ones their names', async () => {
  const { names } = await read({
    sheets: { One: '', Two: '' },
    behindSheets: `<definedNames><definedName name="Rate" comment="agreed">0.05</definedName><definedName name="Rate" localSheetId="1">Two!$A$1</definedName>
      <definedName name="_xlnm.Print_Area" localSheetId="0">One!$A$1:$B$9</definedName><definedName name="Twice" hidden="1">_xlfn.LAMBDA(_xlpm.x,_xlpm.x*2)</definedName></definedNames>`,
  });
  expect(names).toEqual([
    { name: 'Rate', scope: null, formula: '0.05', hidden: false, comment: 'agreed' },
    { name: 'Rate', scope: 'Two', formula: 'Two!$A$1', hidden: false, comment: '' },
    { name: '_xlnm.Print_Area', scope: 'One', formula: 'One!$A$1:$B$9', hidden: false, comment: '' },
    { name: 'Twice', scope: null, formula: 'LAMBDA(x,x*2)', hidden: true, comment: '' },
  ]);
});

test('tables with calculated columns; formulas inside are shown without the table name', async () => {
  const snapshot = await read({
    sheets: {
      One: '<row r="2"><c r="C2"><f>Sales[[#This Row],[Qty]]*Sales[[#This Row],[Unit price]]</f></c><c r="E2"><f>Sales[[#This Row],[Qty]]+SUM(Sales[Qty])</f></c></row>',
    },
    sheetRelationships: { One: { table: '../tables/table1.xml' } },
    parts: {
      'xl/tables/table1.xml': `<table name="Table1" displayName="Sales" ref="A1:C4" totalsRowCount="1"><tableColumns><tableColumn name="Qty"/><tableColumn name="Unit_x000a_price"/>
        <tableColumn name="Total"><calculatedColumnFormula>Sales[[#This Row],[Qty]]*2</calculatedColumnFormula></tableColumn></tableColumns></table>`,
    },
  });
  expect(snapshot.tables).toEqual([
    {
      name: 'Sales',
      sheet: 'One',
      range: { firstRow: 1, firstColumn: 1, lastRow: 4, lastColumn: 3 },
      headerRow: true,
      totalsRow: true,
      columns: [
        { name: 'Qty', formula: null },
        { name: 'Unit\nprice', formula: null },
        { name: 'Total', formula: '[@Qty]*2' },
      ],
    },
  ]);
  expect(describeSheet(snapshot)).toEqual({ C2: '=[@Qty]*[@[Unit price]]', E2: '=Sales[@Qty]+SUM(Sales[Qty])' });
});

test('notes and threaded comments, without the note that repeats a thread', async () => {
  const snapshot = await read({
    sheetRelationships: { Sheet1: { comments: '/xl/comments1.xml', threadedComment: '../threadedComments/t.xml' } },
    workbookRelationships: { person: 'persons/person.xml' },
    parts: {
      'xl/comments1.xml': `<comments><authors><author>Ana</author><author>tc={1}</author></authors><commentList><comment ref="B2" authorId="0"><text><r><rPr/><t>Ana:</t></r><r><t xml:space="preserve">
 check</t></r></text></comment><comment ref="A1" authorId="1"><text><t>[Threaded comment]

Your version…</t></text></comment></commentList></comments>`,
      'xl/threadedComments/t.xml': `<ThreadedComments><threadedComment ref="A1" personId="{p}" id="{1}"><text>Why 12%?</text></threadedComment>
        <threadedComment ref="A1" personId="{p}" id="{2}" parentId="{1}"><text>Board decision</text></threadedComment></ThreadedComments>`,
      'xl/persons/person.xml': '<personList><person displayName="Ben" id="{p}"/></personList>',
    },
  });
  expect(snapshot.sheets[0]!.notes).toEqual([
    { row: 1, column: 1, author: 'Ben', text: 'Why 12%?\nBoard decision', kind: 'comment' },
    { row: 2, column: 2, author: 'Ana', text: 'Ana:\n check', kind: 'note' },
  ]);
});

test('number formats, built-in ones too', async () => {
  const styles = `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="0.0&quot;x&quot;"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="9"/></cellXfs></styleSheet>`;
  const row = '<row><c><v>1</v></c><c s="1"><v>1</v></c><c s="2"><v>1</v></c><c s="3"><v>1</v></c><c s="77"><v>1</v></c></row>';
  expect(await cells(row, { parts: { 'xl/styles.xml': styles } })).toEqual({
    A1: '1',
    B1: '1 [m/d/yyyy]',
    C1: '1 [0.0"x"]',
    D1: '1 [0%]',
    E1: '1',
  });
});

test('merged, hidden and protected', async () => {
  const snapshot = await read({
    sheets: {
      One: `<cols><col min="2" max="3" width="9" hidden="1"/><col min="4" max="4" width="0"/></cols><sheetData><row r="2" hidden="1"/><row r="3" hidden="true"><c><v>1</v></c></row><row r="5" hidden="0"/></sheetData>
        <sheetProtection password="CC1A" sheet="1"/><mergeCells><mergeCell ref="A1:B2"/></mergeCells>`,
      Two: '<sheetFormatPr zeroHeight="1"/><sheetData><row r="1"/><row r="2" hidden="1"/></sheetData>',
      Three: '',
    },
    sheetAttributes: { Two: 'state="hidden"', Three: 'state="veryHidden"' },
    beforeSheets: '<workbookPr date1904="1"/><workbookProtection lockStructure="1"/>',
  });
  expect(snapshot).toMatchObject({ structureProtected: true, dateSystem: 1904 });
  expect(snapshot.sheets.map(({ visibility, protected: locked }) => [visibility, locked])).toEqual([
    ['visible', true],
    ['hidden', false],
    ['veryHidden', false],
  ]);
  expect(snapshot.sheets[0]).toMatchObject({
    merges: [{ firstRow: 1, firstColumn: 1, lastRow: 2, lastColumn: 2 }],
    hiddenRows: [{ first: 2, last: 3 }],
    hiddenColumns: [{ first: 2, last: 4 }],
  });
  expect(snapshot.sheets[1]!.hiddenRows).toEqual([{ first: 2, last: 1_048_576 }]);
});

test.each([
  ['<calcPr calcId="191029"/>', null],
  ['<calcPr iterate="0" iterateCount="7"/>', null],
  ['<calcPr iterate="1"/>', { count: 100, delta: 0.001 }],
  ['<calcPr iterate="true" iterateCount="7" iterateDelta="1E-4"/>', { count: 7, delta: 0.0001 }],
])('how circles are calculated: %s', async (behindSheets, iteration) => {
  expect((await read({ behindSheets })).iteration).toEqual(iteration);
});

test('validation rules, also those that refer to other sheets', async () => {
  const snapshot = await read({
    sheets: {
      One: `<sheetData/><dataValidations><dataValidation type="whole" operator="greaterThan" allowBlank="1" sqref="A1:A9 C1"><formula1>B1&amp;""</formula1></dataValidation>
        <dataValidation type="none" sqref="D1"/><dataValidation type="list" sqref="F1"><mc:AlternateContent xmlns:mc="m"><mc:Choice><x12ac:list xmlns:x12ac="a">x,"1,2"</x12ac:list></mc:Choice>
        <mc:Fallback><formula1>"x,1,2"</formula1></mc:Fallback></mc:AlternateContent></dataValidation></dataValidations><extLst><ext xmlns:x14="x" xmlns:xm="y"><x14:dataValidations><x14:dataValidation type="list"><x14:formula1><xm:f>Two!$A$1:$A$3</xm:f></x14:formula1>
        <xm:sqref>E1</xm:sqref></x14:dataValidation></x14:dataValidations></ext></extLst>`,
    },
  });
  const { validations } = snapshot.sheets[0]!;
  expect(validations.map(({ ranges, manner: _, ...rule }) => ({ ...rule, ranges: ranges.map(stringifyRange) }))).toEqual([
    { type: 'whole', operator: 'greaterThan', formula1: 'B1&""', formula2: '', allowBlank: true, ranges: ['A1:A9', 'C1'] },
    { type: 'list', operator: 'between', formula1: '"x,1,2"', formula2: '', allowBlank: false, ranges: ['F1'] },
    { type: 'list', operator: 'between', formula1: 'Two!$A$1:$A$3', formula2: '', allowBlank: false, ranges: ['E1'] },
  ]);
  // None of them says that it shows anything.
  const silent = { show: false, title: '', message: '' };
  const manner = { dropDown: true, prompt: silent, alert: { ...silent, style: 'stop' } };
  expect(validations.map((rule) => rule.manner)).toEqual([manner, manner, manner]);
});

test('links to other workbooks with their targets, in the order formulas number them', async () => {
  const { externalLinks } = await read({
    behindSheets: '<externalReferences><externalReference r:id="x2"/><externalReference r:id="x1"/></externalReferences>',
    workbookRelationships: { 'externalLink#x1': 'externalLinks/externalLink1.xml', 'externalLink#x2': 'externalLinks/externalLink2.xml' },
    parts: {
      'xl/externalLinks/externalLink1.xml':
        '<externalLink xmlns:r="r"><externalBook r:id="a"><sheetDataSet><sheetData/></sheetDataSet></externalBook></externalLink>',
      'xl/externalLinks/externalLink2.xml': '<externalLink xmlns:r="r"><externalBook r:id="b"/></externalLink>',
      'xl/externalLinks/_rels/externalLink1.xml.rels': relationships({ 'externalLinkPath#a': 'file:///C:/Team%20files/Old.xlsx' }),
      'xl/externalLinks/_rels/externalLink2.xml.rels': relationships({ 'externalLinkPath#b': 'https://example.org/Model.xlsx' }),
    },
  });
  expect(externalLinks).toEqual([
    { index: 1, target: 'https://example.org/Model.xlsx' },
    { index: 2, target: 'file:///C:/Team files/Old.xlsx' },
  ]);
});

test('chart sheets are left out with a word, and nothing else is lost', async () => {
  const snapshot = await read({
    sheets: { One: '<row><c><v>1</v></c></row>' },
    parts: {
      'xl/workbook.xml': `<workbook xmlns:r="r"><sheets><sheet name="Chart" r:id="c"/><sheet name="One" r:id="s1"/></sheets>
        <definedNames><definedName name="Local" localSheetId="1">One!$A$1</definedName></definedNames></workbook>`,
      'xl/chartsheets/sheet1.xml': '<chartsheet/>',
    },
    workbookRelationships: { 'chartsheet#c': 'chartsheets/sheet1.xml' },
  });
  expect(snapshot.sheets.map(({ name }) => name)).toEqual(['One']);
  expect(snapshot.names).toMatchObject([{ name: 'Local', scope: 'One' }]);
  expect(snapshot.warnings).toEqual([expect.stringContaining('“Chart” is a chart sheet')]);
});

describe('XML as other programs write it', () => {
  const expected = { A1: '"a"', B1: '=A1 → "b"', A2: '3' };

  test('with namespace prefixes', async () => {
    const sheet = `<?xml version="1.0"?><x:worksheet xmlns:x="main"><x:sheetData><x:row r="1"><x:c r="A1" t="s"><x:v>0</x:v></x:c><x:c r="B1" t="inlineStr"><x:f>A1</x:f><x:is><x:t>b</x:t></x:is></x:c></x:row>
      <x:row r="2"><x:c r="A2"><x:v>3</x:v></x:c></x:row></x:sheetData><x:mergeCells><x:mergeCell ref="A1:B1"/></x:mergeCells></x:worksheet>`;
    const snapshot = await read({
      parts: {
        'xl/worksheets/sheet1.xml': sheet,
        'xl/sharedStrings.xml': '<x:sst xmlns:x="main"><x:si><x:r><x:t>a</x:t></x:r></x:si></x:sst>',
      },
    });
    expect(describeSheet(snapshot)).toEqual(expected);
    expect(snapshot.sheets[0]!.merges).toHaveLength(1);
  });

  test('with single quotes, line breaks, comments, CDATA and cells without addresses', async () => {
    const rows = `<row r='1'><!-- <c><v>9</v></c> -->
      <c\n t='s' ><v>0</v ></c ><c t="str"><f><![CDATA[A1]]></f><v>b</v></c></row><row><c><v> 3 </v></c></row>`;
    expect(await cells(rows, { strings: ['a'] })).toEqual(expected);
  });

  test('in UTF-16', async () => {
    const sheet =
      '<?xml version="1.0" encoding="UTF-16"?><worksheet><sheetData><row><c t="s"><v>0</v></c><c t="str"><f>A1</f><v>b</v></c></row><row><c><v>3</v></c></row></sheetData></worksheet>';
    const wide = Buffer.from(`\ufeff${sheet}`, 'utf16le');
    expect(describeSheet(await read({ strings: ['a'], parts: { 'xl/worksheets/sheet1.xml': wide } }))).toEqual(expected);
  });
});

test('a formula whose result is an empty text, and one that was never calculated', async () => {
  expect(await cells('<row><c t="str"><f>""</f><v/></c><c t="str"><f>""</f><v></v></c><c><f>B2</f></c><c t="str"/></row>')).toEqual({
    A1: '="" → ""',
    B1: '="" → ""',
    C1: '=B2',
  });
});

test('cells that straddle the pieces in which a large part arrives', async () => {
  const rows = Array.from(
    { length: 30_000 },
    (_, at) =>
      `<row r="${at + 1}"><c r="A${at + 1}" s="1"><f>B${at + 1}*2</f><v>${at / 7}</v></c><c r="B${at + 1}" t="inlineStr"><is><t>ä${at}</t></is></c></row>`,
  );
  const snapshot = await read({ sheets: { One: rows.join('') }, formats: ['0.0'] });
  expect(snapshot.formulas).toEqual(['RC[1]*2']);
  const { cells: columns } = snapshot.sheets[0]!;
  expect(columns.count).toBe(60_000);
  for (let at = 0; at < columns.count; at += 2) {
    expect(columns.payload[at]).toBe(at / 2 / 7);
    expect(snapshot.strings[columns.payload[at + 1]!]).toBe(`ä${at / 2}`);
  }
});

test('a binary workbook (.xlsb)', async () => {
  const book = XLSX.utils.book_new();
  const sheet = XLSX.utils.aoa_to_sheet([['Revenue', 12, true]]);
  sheet['B2'] = { t: 'n', v: 24, f: 'B1*2', z: '0.0' };
  sheet['!ref'] = 'A1:C2';
  XLSX.utils.book_append_sheet(book, sheet, 'One');
  book.Workbook = { Names: [{ Name: 'Rate', Ref: 'One!$B$1' }] };
  const bytes = new Uint8Array(XLSX.write(book, { bookType: 'xlsb', type: 'array' }) as ArrayBuffer);
  const result = await readWorkbook(bytes, 'Test.xlsb', () => undefined);
  if (!result.ok) throw new Error(result.failure.message);
  expect(describeSheet(result.value)).toMatchObject({ A1: '"Revenue"', B1: '12', C1: 'TRUE' });
  expect(result.value.warnings).toEqual([expect.stringContaining('.xlsb')]);
  expect(result.value.sha256).toMatch(/^[0-9a-f]{64}$/);
});

test('the checksum is that of the bytes, and progress runs from 0 to 1', async () => {
  const bytes = xlsxFile({});
  const heard: number[] = [];
  const result = await readWorkbook(bytes, 'Test.xlsx', (done) => heard.push(done));
  expect(result).toMatchObject({ ok: true, value: { sha256: createHash('sha256').update(bytes).digest('hex') } });
  expect(heard.at(-1)).toBe(1);
  expect([...heard].sort((one, other) => one - other)).toEqual(heard);
});
