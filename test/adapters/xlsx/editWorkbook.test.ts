import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { editWorkbook, type PackageEdit } from '../../../src/adapters/xlsx/editWorkbook';
import { readWorkbook } from '../../../src/adapters/xlsx/readWorkbook';
import { parseRange, stringifyAddress, stringifyRange, type CellRange } from '../../../src/core/workbook/Address';
import type { Snapshot } from '../../../src/core/workbook/Snapshot';
import { BookRefusal } from '../../../src/workbench/book/BookRefusal';
import type { HostBook } from '../../../src/workbench/book/HostBook';
import { hostBookFromSnapshot } from '../../../src/workbench/book/hostBookFromSnapshot';
import { editsOf } from '../../../src/workbench/save/editsOf';
import { contentOf } from '../../support/contentOfBook';
import { xlsxFile } from '../../support/xlsxFile';

const SAMPLES = path.join(__dirname, '../../../assets/samples');
const sample = new Uint8Array(readFileSync(path.join(SAMPLES, 'revenue-model-fy26-finance.xlsx')));

async function read(bytes: Uint8Array): Promise<Snapshot> {
  const result = await readWorkbook(bytes, 'Book.xlsx', () => undefined);
  if (!result.ok) throw new Error(result.failure.message);
  return result.value;
}

function edit(bytes: Uint8Array, edits: readonly PackageEdit[]): Uint8Array {
  const result = editWorkbook(bytes, edits);
  if (!result.ok) throw new Error(result.failure.message);
  return result.value;
}

const changedParts = (before: Uint8Array, after: Uint8Array): string[] => {
  const [a, b] = [unzipSync(before), unzipSync(after)];
  return [...new Set([...Object.keys(a), ...Object.keys(b)])]
    .filter((name) => !a[name] || !b[name] || Buffer.compare(a[name], b[name]) !== 0)
    .sort();
};

/** One thing a user or an add-in does to a book; `n` numbers choose where. */
type Act = (book: HostBook, n: readonly number[]) => void;

const pick = <T>(list: readonly T[], n: number): T => list[n % list.length]!;
const cellOf = (n: readonly number[]) => ({ row: (n[1]! % 12) + 1, column: (n[2]! % 7) + 1 });
const blockOf = (n: readonly number[]) => {
  const { row, column } = cellOf(n);
  return { firstRow: row, lastRow: row + (n[3]! % 5), firstColumn: column, lastColumn: column + (n[2]! % 3) };
};
const acts: Record<string, Act> = {
  value: (book, n) =>
    write(book, n, null, pick([12.5, 'New "text" & <more>', '  spaced\n', '007', true, null, { error: '#N/A' }, -1e-7], n[3]!), null),
  formula: (book, n) =>
    write(book, n, pick(['=A1*2', '=SUM(A1:B3)', '=XLOOKUP(1,A:A,B:B)', '=\'Q 1\'!$A$1&"x"', '=LET(a,1,a+A2)'], n[3]!), 7, null),
  format: (book, n) => write(book, n, null, 0.5, pick(['0.0%', '0.00', '#,##0 "units"', 'General'], n[3]!)),
  look: (book, n) => {
    const { row, column } = cellOf(n);
    book.setLook(
      pick(book.sheets, n[0]!),
      { firstRow: row, lastRow: row, firstColumn: column, lastColumn: column },
      { formats: [['0.000']] },
      'user',
    );
  },
  insertRows: (book, n) => book.insertRows(pick(book.sheets, n[0]!), (n[1]! % 12) + 1, (n[2]! % 3) + 1, 'user'),
  deleteRows: (book, n) => book.deleteRows(pick(book.sheets, n[0]!), (n[1]! % 12) + 1, (n[2]! % 2) + 1, 'user'),
  insertColumns: (book, n) => book.insertColumns(pick(book.sheets, n[0]!), (n[1]! % 8) + 1, (n[2]! % 2) + 1, 'user'),
  deleteColumns: (book, n) => book.deleteColumns(pick(book.sheets, n[0]!), (n[1]! % 8) + 1, 1, 'user'),
  insertCells: (book, n) => book.insertCells(pick(book.sheets, n[0]!), blockOf(n), pick(['right', 'down'], n[3]!), 'user'),
  deleteCells: (book, n) => book.deleteCells(pick(book.sheets, n[0]!), blockOf(n), pick(['left', 'up'], n[3]!), 'user'),
  moveRows: (book, n) => move(book, n, 'row'),
  moveColumns: (book, n) => move(book, n, 'column'),
  resizeTable: (book, n) => {
    const table = pick(book.tables.items, n[0]!);
    if (table) book.resizeTable(table, { ...table.range, lastRow: table.range.lastRow + (n[1]! % 5) - 2 }, 'user');
  },
  addSheet: (book, n) => void book.addSheet(`New ${n[0]! % 50}`, 'user', n[1]! % (book.sheets.length + 1)),
  renameSheet: (book, n) => book.renameSheet(pick(book.sheets, n[0]!), pick(['Data', "O'Neil & co", 'R1C1', 'Über'], n[1]!), 'user'),
  moveSheet: (book, n) => book.moveSheet(pick(book.sheets, n[0]!), n[1]! % book.sheets.length, 'user'),
  deleteSheet: (book, n) => book.deleteSheet(pick(book.sheets, n[0]!), 'user'),
  hide: (book, n) => book.setVisibility(pick(book.sheets, n[0]!), 'hidden', 'user'),
  name: (book, n) => {
    const known = book.names.find('Added', null);
    if (known) book.names.remove(known, 'user');
    else book.names.add({ name: 'Added', scope: null, formula: `${n[0]! % 9}*2`, hidden: false, comment: 'why' }, 'user');
  },
  clear: (book, n) => {
    const { row, column } = cellOf(n);
    book.clear(
      pick(book.sheets, n[0]!),
      { firstRow: row, lastRow: row + 2, firstColumn: column, lastColumn: column + 1 },
      'contents',
      'user',
    );
  },
};

/** Blank lines put in, others cut and pasted there, and what they leave taken out. */
function move(book: HostBook, n: readonly number[], axis: 'row' | 'column'): void {
  const sheet = pick(book.sheets, n[0]!);
  const [to, from, count] = [(n[1]! % 9) + 1, (n[2]! % 9) + 1, (n[3]! % 2) + 1];
  const at = from >= to ? from + count : from;
  if (to > from && to < from + count) return;
  if (axis === 'row') book.insertRows(sheet, to, count, 'user');
  else book.insertColumns(sheet, to, count, 'user');
  book.cutLines(sheet, axis, at, count, to, 'user');
  if (axis === 'row') book.deleteRows(sheet, at, count, 'user');
  else book.deleteColumns(sheet, at, count, 'user');
}

function write(
  book: HostBook,
  n: readonly number[],
  formula: string | null,
  value: Parameters<HostBook['setCells']>[2][number][number] extends infer C ? (C extends { value: infer V } ? V : never) : never,
  format: string | null,
): void {
  const { row, column } = cellOf(n);
  const range = { firstRow: row, lastRow: row, firstColumn: column, lastColumn: column };
  book.setCells(pick(book.sheets, n[0]!), range, [[{ formula, value, format }]], 'user');
}

/** Everything a file may have that has to follow when lines move. */
const rich = xlsxFile({
  sheets: {
    Sheet1:
      '<sheetData><row r="1" spans="1:4"><c r="A1"><v>1</v></c><c r="B1"><f>A1*2</f><v>2</v></c><c r="C1" t="s"><v>0</v></c></row>' +
      '<row r="2"><c r="A2"><v>2</v></c><c r="B2"><f t="shared" ref="B2:B5" si="0">A2*2+Sheet1!$A$1</f><v>5</v></c><c r="D2" s="1"><v>0.25</v></c></row>\n' +
      '<row r="3"><c r="A3"><v>3</v></c><c r="B3"><f t="shared" si="0"/><v>7</v></c></row>' +
      '<row r="4"><c r="A4"><v>4</v></c><c r="B4"><f t="shared" si="0"/><v>9</v></c><c r="C4" t="str"><f>"a"&amp;"b"</f><v>ab</v></c></row>' +
      '<row r="5" hidden="1"><c r="A5"><v>5</v></c><c r="B5"><f t="shared" si="0"/><v>11</v></c></row>' +
      '<row r="9"><c r="A9"><f>SUM(A1:A5)</f><v>15</v></c><c r="C9" t="e"><v>#DIV/0!</v></c><c r="D9" t="b"><v>1</v></c></row></sheetData>' +
      '<mergeCells count="1"><mergeCell ref="C6:D7"/></mergeCells>' +
      '<dataValidations count="1"><dataValidation type="list" sqref="A2:A5"><formula1>$D$2:$D$4</formula1></dataValidation></dataValidations>',
    'Q 1': '<row><c><v>3</v></c><c><f>Sheet1!A9+1</f><v>16</v></c></row><row r="3"><c r="C3"><f>SUM(Sheet1!A1:B5)</f><v>49</v></c></row>',
  },
  strings: ['Shared text'],
  formats: ['0.0%'],
  behindSheets:
    '<definedNames><definedName name="Total">Sheet1!$A$9</definedName><definedName name="Local" localSheetId="1">\'Q 1\'!$A$1</definedName></definedNames>',
});

const range = (address: string): CellRange => parseRange(address)!;
const relationships = (...targets: readonly (readonly [type: string, target: string])[]) =>
  '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">' +
  targets
    .map(
      ([type, target], i) =>
        `<Relationship Id="rId${i + 1}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/>`,
    )
    .join('') +
  '</Relationships>';

/** What a file may have on cells of which only some will move. */
const scattered = xlsxFile({
  sheets: {
    Sheet1:
      '<sheetViews><sheetView workbookViewId="0"><pane ySplit="2" topLeftCell="B3" state="frozen"/><selection activeCell="B4" sqref="B4"/></sheetView></sheetViews>' +
      '<cols><col min="2" max="3" width="30" customWidth="1"/></cols><sheetData>' +
      [1, 2, 3, 4, 5, 6, 7, 8, 9]
        .map((row) => `<row r="${row}"><c r="A${row}"><v>${row}</v></c><c r="B${row}" s="1"><f>A${row}*2</f><v>${row * 2}</v></c></row>`)
        .join('') +
      '</sheetData><mergeCells count="2"><mergeCell ref="B4:C5"/><mergeCell ref="B8:C9"/></mergeCells>' +
      '<conditionalFormatting sqref="C1:C9"><cfRule type="expression" dxfId="0" priority="1"><formula>B1&gt;1</formula></cfRule></conditionalFormatting>' +
      '<conditionalFormatting sqref="B1:B9"><cfRule type="colorScale" priority="2"><colorScale><cfvo type="min"/><cfvo type="max"/><color rgb="FFFF0000"/><color rgb="FF00FF00"/></colorScale></cfRule></conditionalFormatting>' +
      '<dataValidations count="2"><dataValidation type="custom" sqref="B2:B8"><formula1>A2&gt;0</formula1></dataValidation>' +
      '<dataValidation type="list" sqref="A1:A9"><formula1>$B$3</formula1></dataValidation></dataValidations>' +
      '<hyperlinks><hyperlink ref="B3" location="Sheet1!B6"/></hyperlinks>',
    'Q 1':
      '<sheetData><row r="1"><c r="A1"><f>Sheet1!B3+Sheet1!B7</f><v>20</v></c></row>' +
      '<row r="2"><c r="A2"><f>SUM(Sheet1!B1:B9)+SUM(Sheet1!B3:B6)</f><v>126</v></c></row></sheetData>',
  },
  formats: ['0.0%'],
  parts: {
    'xl/worksheets/_rels/sheet1.xml.rels': relationships(['comments', '../comments1.xml'], ['vmlDrawing', '../drawings/vmlDrawing1.vml']),
    'xl/comments1.xml':
      '<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><authors><author>A</author></authors><commentList>' +
      '<comment ref="B3" authorId="0"><text><t>moves</t></text></comment><comment ref="B7" authorId="0"><text><t>stays</t></text></comment>' +
      '</commentList></comments>',
    'xl/drawings/vmlDrawing1.vml':
      '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:x="urn:schemas-microsoft-com:office:excel"><v:shape id="a"><x:ClientData ObjectType="Note">' +
      '<x:Anchor>2, 15, 1, 10, 4, 15, 4, 4</x:Anchor><x:Row>2</x:Row><x:Column>1</x:Column></x:ClientData></v:shape></xml>',
  },
});

/** A PivotTable in B3:D8. */
const pivoted = xlsxFile({
  sheets: { Sheet1: '<row r="1"><c r="A1"><v>1</v></c></row>' },
  parts: {
    'xl/worksheets/_rels/sheet1.xml.rels': relationships(['pivotTable', '../pivotTables/pivotTable1.xml']),
    'xl/pivotTables/pivotTable1.xml':
      '<pivotTableDefinition xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" name="P" cacheId="1"><location ref="B3:D8"/></pivotTableDefinition>',
  },
});

describe('an edited workbook file', () => {
  it('is the same bytes without edits', () => {
    expect(editWorkbook(sample, [])).toEqual({ ok: true, value: sample });
  });

  it('differs in no part that the edit does not concern', async () => {
    const [sheet] = (await read(sample)).sheets;
    const cells = [{ kind: 'content' as const, row: 500, column: 40, formula: null, value: 1, format: null }];
    const parts = changedParts(sample, edit(sample, [{ kind: 'cells', sheet: sheet!.name, cells }]));
    const allowed =
      /^xl\/workbook\.xml$|^xl\/worksheets\/sheet\d+\.xml$|calcChain|^\[Content_Types\]\.xml$|^xl\/_rels\/workbook\.xml\.rels$/;
    expect(parts.filter((part) => !allowed.test(part))).toEqual([]);
    expect(parts.filter((part) => part.includes('worksheets'))).toHaveLength(1);
  });

  it('reads as the book that was edited, whatever was done to it', async () => {
    const snapshot = await read(rich);
    const step = fc.tuple(fc.constantFrom(...Object.keys(acts)), fc.array(fc.nat({ max: 997 }), { minLength: 4, maxLength: 4 }));
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 6 }), async (steps) => {
        const book = hostBookFromSnapshot(snapshot);
        for (const [act, n] of steps) refusable(() => acts[act]!(book, n));
        const saved = edit(rich, editsOf(book, snapshot));
        expect(contentOf(hostBookFromSnapshot(await read(saved)))).toEqual(contentOf(book));
      }),
      { numRuns: 300, seed: 26 },
    );
  });

  it('moves cells with all that stands on them, and leaves what reaches out of their rows', async () => {
    const snapshot = await read(scattered);
    const book = hostBookFromSnapshot(snapshot);
    book.insertCells('Sheet1', range('B3:C6'), 'right', 'user');
    const bytes = edit(scattered, editsOf(book, snapshot));
    const [sheet, other] = (await read(bytes)).sheets;
    const cells = contentOf(hostBookFromSnapshot(await read(bytes)));
    expect(cells).toEqual(contentOf(book));
    expect(sheet!.merges.map(stringifyRange)).toEqual(['D4:E5', 'B8:C9']);
    expect(sheet!.notes.map(stringifyAddress)).toEqual(['D3', 'B7']);
    expect(sheet!.validations.map(({ ranges, formula1 }) => [ranges.map(stringifyRange).join(' '), formula1])).toEqual([
      ['B2 B7:B8', 'A2>0'],
      ['D3:D6', 'A3>0'],
      ['A1:A9', '$D$3'],
    ]);
    const text = new TextDecoder();
    const part = (name: string) => text.decode(unzipSync(bytes)[name]);
    const xml = part('xl/worksheets/sheet1.xml');
    // One rule that looks at the cell beside it becomes two; one that compares all its cells stays one, over two ranges.
    expect(xml).toMatch(/<conditionalFormatting sqref="C1:C2 C7:C9"><cfRule[^>]*><formula>B1&gt;1<\/formula>/);
    expect(xml).toMatch(/<conditionalFormatting sqref="E3:E6"><cfRule[^>]*><formula>D3&gt;1<\/formula>/);
    expect(xml).toContain('<conditionalFormatting sqref="B1:B2 B7:B9 D3:D6"><cfRule type="colorScale"');
    expect(xml).toContain('<hyperlink ref="D3" location="Sheet1!D6"/>');
    // Column widths, frozen panes and the selection are of whole lines, or of the view.
    expect(xml).toContain('topLeftCell="B3"');
    expect(xml).toContain('<col min="2" max="3" width="30" customWidth="1"/>');
    expect(xml).toMatch(/<c r="D3" s="1"/);
    expect(part('xl/drawings/vmlDrawing1.vml')).toMatch(/<x:Row>2<\/x:Row><x:Column>3<\/x:Column>/);
    expect(other!.cells.count).toBe(2);
    const formula = (address: string) => book.getCell('Q 1', range(address).firstRow, range(address).firstColumn).formula;
    expect([formula('A1'), formula('A2')]).toEqual(['=Sheet1!D3+Sheet1!B7', '=SUM(Sheet1!B1:B9)+SUM(Sheet1!D3:D6)']);

    book.deleteCells('Sheet1', range('B3:C6'), 'left', 'user');
    const back = hostBookFromSnapshot(await read(edit(scattered, editsOf(book, snapshot))));
    expect(contentOf(back)).toEqual(contentOf(hostBookFromSnapshot(snapshot)));
  });

  it('moves rows with all that stands on them, and splits the rules that reach further', async () => {
    const snapshot = await read(scattered);
    const book = hostBookFromSnapshot(snapshot);
    book.insertRows('Sheet1', 8, 2, 'user');
    book.cutLines('Sheet1', 'row', 2, 2, 8, 'user');
    book.deleteRows('Sheet1', 2, 2, 'user');
    const bytes = edit(scattered, editsOf(book, snapshot));
    const [sheet] = (await read(bytes)).sheets;
    expect(contentOf(hostBookFromSnapshot(await read(bytes)))).toEqual(contentOf(book));
    expect(sheet!.notes.map(stringifyAddress)).toEqual(['B5', 'B7']);
    expect(sheet!.merges.map(stringifyRange)).toEqual(['B2:C3', 'B8:C9']);
    expect(sheet!.validations.map(({ ranges, formula1 }) => [ranges.map(stringifyRange).join(' '), formula1])).toEqual([
      ['B2:B5 B8', 'A2>0'],
      ['B6:B7', 'A6>0'],
      ['A1 A2:A5 A8:A9 A6:A7', '$B$7'],
    ]);
    const xml = new TextDecoder().decode(unzipSync(bytes)['xl/worksheets/sheet1.xml']);
    expect(xml).toMatch(/<conditionalFormatting sqref="C1 C2:C5 C8:C9"><cfRule[^>]*><formula>B1&gt;1<\/formula>/);
    expect(xml).toMatch(/<conditionalFormatting sqref="C6:C7"><cfRule[^>]*><formula>B6&gt;1<\/formula>/);
    expect(xml).toContain('<conditionalFormatting sqref="B1 B2:B5 B8:B9 B6:B7"><cfRule type="colorScale"');
    expect(xml).toContain('<hyperlink ref="B7" location="Sheet1!B4"/>');
  });

  it('moves rows with their heights and columns with their widths', () => {
    const sized = xlsxFile({
      sheets: {
        Sheet1:
          '<cols><col min="1" max="2" width="30"/><col min="4" max="4" width="8"/></cols><sheetData><row r="1"><c r="A1"><v>1</v></c></row>' +
          '<row r="2" ht="40" customHeight="1"><c r="B2"><v>2</v></c></row><row r="3"><c r="D3"><f>B2</f><v>2</v></c></row></sheetData>',
      },
    });
    const move = (axis: 'row' | 'column', at: number, to: number): PackageEdit[] => [
      { kind: 'insert', axis, sheet: 'Sheet1', at: to, count: 1 },
      { kind: 'cut', axis, sheet: 'Sheet1', at, count: 1, to },
      { kind: 'delete', axis, sheet: 'Sheet1', at, count: 1 },
    ];
    const xml = new TextDecoder().decode(
      unzipSync(edit(sized, [...move('row', 2, 5), ...move('column', 2, 6)]))['xl/worksheets/sheet1.xml'],
    );
    expect(xml).toContain(
      '<cols><col min="1" max="1" width="30"/><col min="3" max="3" width="8"/><col min="5" max="5" width="30"/></cols>' +
        '<sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="C2"><f>E4</f><v>2</v></c></row>' +
        '<row r="4" ht="40" customHeight="1"><c r="E4"><v>2</v></c></row></sheetData>',
    );
  });

  it('says which sheet cannot be saved when cells were moved through a PivotTable', () => {
    const moved = (at: number, first: number, last: number): boolean =>
      editWorkbook(pivoted, [{ kind: 'insert', axis: 'column', sheet: 'Sheet1', at, count: 1, across: { first, last } }]).ok;
    expect(
      editWorkbook(pivoted, [{ kind: 'insert', axis: 'column', sheet: 'Sheet1', at: 2, count: 1, across: { first: 1, last: 4 } }]),
    ).toEqual({
      ok: false,
      failure: { code: 'pivot-in-the-way', message: expect.stringMatching(/sheet Sheet1.*The file is as it was/) as string },
    });
    expect([moved(2, 3, 8), moved(3, 3, 8), moved(9, 1, 4), moved(2, 9, 12)]).toEqual([true, false, true, true]);
    const cut = (at: number, to: number): boolean =>
      editWorkbook(pivoted, [{ kind: 'cut', axis: 'row', sheet: 'Sheet1', at, count: 1, to }]).ok;
    expect([cut(5, 20), cut(10, 20), cut(1, 6)]).toEqual([false, true, false]);
  });

  it.each([
    ['R&D', "'R&amp;D'!B5"],
    ["It's", '&apos;It&apos;&apos;s&apos;!B5'],
    ['Größe', '&#71;r&#xf6;&#xdf;e!B5'],
  ])('lets formulas on other sheets follow the lines of %s, however their XML spells its name', (name, written) => {
    const bytes = xlsxFile({
      sheets: { [name]: '<row r="5"><c r="B5"><v>1</v></c></row>', Sum: `<row r="1"><c r="A1"><f>${written}</f></c></row>` },
    });
    const formulaAfter = (change: PackageEdit): string | undefined =>
      /<f>(.*)<\/f>/.exec(strFromU8(unzipSync(edit(bytes, [change]))['xl/worksheets/sheet2.xml']!))?.[1];
    expect(formulaAfter({ kind: 'insert', axis: 'row', sheet: name, at: 2, count: 3 })).toMatch(/!B8$/);
    expect(formulaAfter({ kind: 'renameSheet', sheet: name, name: 'Other' })).toBe('Other!B5');
  });

  it.each(readdirSync(SAMPLES).filter((file) => file.endsWith('.xlsx')))(
    'keeps %s while rows, columns and names move',
    async (file) => {
      const bytes = new Uint8Array(readFileSync(path.join(SAMPLES, file)));
      const snapshot = await read(bytes);
      const book = hostBookFromSnapshot(snapshot);
      const [first, second, third] = book.sheets;
      refusable(() => book.insertRows(first!, 4, 2, 'user'));
      refusable(() => book.insertColumns(second!, 3, 1, 'user'));
      refusable(() => book.deleteRows(third!, 9, 1, 'user'));
      refusable(() => book.deleteColumns(third!, 5, 1, 'user'));
      book.renameSheet(book.sheets[1]!, 'Renamed & moved', 'user');
      book.moveSheet(book.sheets[1]!, 0, 'user');
      const saved = await read(edit(bytes, editsOf(book, snapshot)));
      expect(saved.warnings).toEqual(snapshot.warnings);
      expect(contentOf(hostBookFromSnapshot(saved))).toEqual(contentOf(book));
    },
    60_000,
  );
});

function refusable(act: () => void): void {
  try {
    act();
  } catch (error) {
    if (!(error instanceof BookRefusal)) throw error;
  }
}
