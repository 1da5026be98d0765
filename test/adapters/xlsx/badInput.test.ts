import { strToU8, zipSync } from 'fflate';
import fc from 'fast-check';
import { readWorkbook } from '../../../src/adapters/xlsx/readWorkbook';
import type { Snapshot } from '../../../src/core/workbook/Snapshot';
import { describeSheet } from '../../support/describeSheet';
import { bomb, honestEntries, rawZip } from '../../support/rawZip';
import { xlsxFile, xlsxParts, type XlsxText } from '../../support/xlsxFile';

async function failureOf(bytes: Uint8Array | string): Promise<string> {
  const result = await readWorkbook(typeof bytes === 'string' ? strToU8(bytes) : bytes, 'Test.xlsx', () => undefined);
  return result.ok ? 'none' : `${result.failure.code}: ${result.failure.message}`;
}

async function snapshotOf(text: XlsxText): Promise<Snapshot> {
  const result = await readWorkbook(xlsxFile(text), 'Test.xlsx', () => undefined);
  if (!result.ok) throw new Error(result.failure.message);
  return result.value;
}

const compound = (stream: string): Uint8Array =>
  new Uint8Array([
    0xd0,
    0xcf,
    0x11,
    0xe0,
    0xa1,
    0xb1,
    0x1a,
    0xe1,
    ...Array<number>(600).fill(0),
    ...[...stream].flatMap((letter) => [letter.charCodeAt(0), 0]),
  ]);

const small = xlsxFile({
  sheets: {
    One: '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1"><f>A1</f><v>2</v></c></row>',
    Two: '<row r="2"><c r="B2"><v>7</v></c></row>',
  },
  strings: ['text'],
});

jest.setTimeout(60_000);

describe('what is no workbook is told by name', () => {
  test.each([
    ['', /^not-a-workbook: The file is empty/],
    ['Account,Amount\nA,1\n', /^not-a-workbook: .*CSV/],
    ['Konto;Betrag\nA;1,5\n', /^not-a-workbook: .*CSV/],
    ['hello', /^not-a-workbook: The file is a text file/],
    ['<html><table></table></html>', /^not-a-workbook: The file is a web page/],
    ['%PDF-1.7', /^not-a-workbook: The file is a PDF/],
    ['version https://git-lfs.github.com/spec/v1\noid sha256:0\n', /^not-a-workbook: .*Git LFS/],
    ['<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>', /^not-a-workbook: .*Excel 2003/],
    [compound('EncryptedPackage'), /^password-protected: /],
    [compound('Workbook'), /^old-format: .*\.xls format/],
    [compound('WordDocument'), /^not-a-workbook: /],
    [zipSync({ 'readme.txt': strToU8('hello') }), /^not-a-workbook: .*zip archive/],
    [zipSync({ 'word/document.xml': strToU8('<w/>') }), /^not-a-workbook: The file is a Word document/],
    [zipSync({ mimetype: strToU8('x'), 'content.xml': strToU8('<x/>') }), /^not-a-workbook: .*OpenDocument/],
  ])('%#', async (bytes, sentence) => {
    expect(await failureOf(bytes)).toMatch(sentence);
  });
});

describe('damage', () => {
  test('a file cut off anywhere fails, and never throws or hangs', async () => {
    for (let length = 0; length < small.length; length += 7)
      expect(await failureOf(small.subarray(0, length))).toMatch(/^(?:damaged|not-a-workbook): /);
  });

  test('bytes changed at random give a workbook or a failure, and never throw or hang', async () => {
    const change = fc.array(fc.tuple(fc.nat({ max: small.length - 1 }), fc.nat({ max: 255 })), { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(change, async (changes) => {
        const bytes = small.slice();
        for (const [at, byte] of changes) bytes[at] = byte;
        return typeof (await failureOf(bytes)) === 'string';
      }),
      { numRuns: 150 },
    );
  });

  test('XML changed at random gives a workbook or a failure, and never throws or hangs', async () => {
    const sheet =
      '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1"><f t="shared" ref="B1:B2" si="0">A1</f><v>2</v></c><c t="inlineStr"><is><t>x</t></is></c></row>';
    const piece = fc.constantFrom(
      '<c',
      '</c>',
      '<v>',
      '</v>',
      '<f t="shared" si="0"/>',
      '"',
      '>',
      '<',
      '<!--',
      '-->',
      '<![CDATA[',
      '</row>',
      '<row r="0"/>',
      '</sheetData>',
      'r="ZZZZ99999999"',
      '&#x110000;',
      '<is>',
      '\u0000',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.nat({ max: sheet.length }), piece), { minLength: 1, maxLength: 3 }), async (inserted) => {
        const text = inserted.reduce((xml, [at, insert]) => xml.slice(0, at) + insert + xml.slice(at), sheet);
        return typeof (await failureOf(xlsxFile({ sheets: { One: text }, strings: ['a'] }))) === 'string';
      }),
      { numRuns: 150 },
    );
  });

  test('a wrong checksum is noticed, in small parts and large ones', async () => {
    const noise = Array.from({ length: 60_000 }, (_, at) => `<row><c><v>${Math.imul(at, 2_654_435_761) >>> 0}</v></c></row>`).join('');
    for (const rows of ['<row><c><v>1</v></c></row>', noise]) {
      const entries = honestEntries(xlsxParts({ sheets: { One: rows } }) as Record<string, Uint8Array>);
      const sheet = entries['xl/worksheets/sheet1.xml']!;
      expect(await failureOf(rawZip(entries))).toBe('none');
      expect(await failureOf(rawZip({ ...entries, 'xl/worksheets/sheet1.xml': { ...sheet, crc: (sheet.crc ^ 1) >>> 0 } }))).toMatch(
        /^damaged: .*sheet1\.xml/,
      );
    }
  });

  test.each([
    ['a sheet that ends early', { 'xl/worksheets/sheet1.xml': '<worksheet><sheetData><row><c><v>1</v></c>' }],
    ['a sheet that is missing', { 'xl/worksheets/sheet1.xml': null }],
    ['a workbook that is no proper XML', { 'xl/workbook.xml': '<workbook><sheets></workbook>' }],
    ['entities that expand', { 'xl/workbook.xml': '<!DOCTYPE x [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><workbook>&b;</workbook>' }],
    ['nesting without end', { 'xl/styles.xml': '<a>'.repeat(500_000) }],
  ])('%s', async (_, parts) => {
    expect(await failureOf(xlsxFile({ parts }))).toMatch(/^damaged: /);
  });
});

describe('bombs are refused in two seconds and 300 MB', () => {
  const size = 1024 * 1024 * 1024;
  const head = '<worksheet><sheetData>';
  const parts = xlsxParts({}) as Record<string, Uint8Array>;
  const packed = bomb(head, 1024);

  test.each([
    ['a sheet that says its size', 'xl/worksheets/sheet1.xml', size + head.length, /^too-large: /],
    ['a sheet that says it is small', 'xl/worksheets/sheet1.xml', 1000, /^damaged: .*holds more/],
    ['a sheet that says it is almost as much as allowed', 'xl/worksheets/sheet1.xml', 95 * 1024 * 1024, /^damaged: .*holds more/],
    ['texts', 'xl/sharedStrings.xml', size + head.length, /^too-large: /],
    ['a workbook part', 'xl/workbook.xml', size + head.length, /^too-large: /],
    ['a workbook part that says it is small', 'xl/workbook.xml', 1000, /^damaged: /],
  ])('%s', async (_, path, claimed, sentence) => {
    expect(packed.length).toBeLessThan(1.2 * 1024 * 1024);
    const bytes = rawZip({ ...honestEntries(parts), [path]: { packed, method: 8, size: claimed, crc: 0 } });
    const before = process.memoryUsage.rss();
    // Time on the processor, because other work on the machine is not the reader's.
    const begin = process.cpuUsage();
    expect(await failureOf(bytes)).toMatch(sentence);
    const { user, system } = process.cpuUsage(begin);
    expect((user + system) / 1000).toBeLessThan(2000);
    expect((process.memoryUsage.rss() - before) / 1024 / 1024).toBeLessThan(300);
  });

  test('many sheets that are all the same large part', async () => {
    const spaces = { packed: bomb(head, 30), method: 8, size: 30 * 1024 * 1024 + head.length, crc: 0 } as const;
    const workbook = `<workbook xmlns:r="r"><sheets>${'<sheet name="A" sheetId="1" r:id="s1"/>'.repeat(1000)}</sheets></workbook>`;
    const bytes = rawZip({ ...honestEntries({ ...parts, 'xl/workbook.xml': strToU8(workbook) }), 'xl/worksheets/sheet1.xml': spaces });
    expect(await failureOf(bytes)).toMatch(/^(?:too-large|damaged): /);
  });
});

describe('hostile but readable', () => {
  test('names that objects have', async () => {
    const snapshot = await snapshotOf({
      sheets: { __proto__x: '<row><c t="s"><v>0</v></c></row>', constructor: '' },
      strings: ['__proto__'],
      behindSheets: '<definedNames><definedName name="__proto__">1</definedName></definedNames>',
    });
    expect(snapshot.sheets.map(({ name }) => name)).toEqual(['__proto__x', 'constructor']);
    expect(snapshot.names.map(({ name }) => name)).toEqual(['__proto__']);
    expect(describeSheet(snapshot)).toEqual({ A1: '"__proto__"' });
  });

  test('cells far apart, twice, out of order and outside the sheet', async () => {
    const rows = `<row r="1048576"><c r="XFD1048576"><v>2</v></c></row><row r="1"><c r="B1"><v>1</v></c><c r="A1"><v>0</v></c><c r="B1"><v>3</v></c></row>
      <row r="1048577"><c r="A1048577"><v>9</v></c></row><row r="2"><c r="XFE2"><v>9</v></c></row>`;
    const snapshot = await snapshotOf({ sheets: { One: rows } });
    expect(describeSheet(snapshot)).toEqual({ A1: '0', B1: '3', XFD1048576: '2' });
    expect(snapshot.warnings).toEqual([expect.stringContaining('2 cells lie outside'), expect.stringContaining('1 cell stands twice')]);
  });

  test('whole-sheet merges and columns without end', async () => {
    const snapshot = await snapshotOf({
      sheets: {
        One: `<cols><col min="5" max="2147483647" hidden="1"/></cols><sheetData/><mergeCells>${'<mergeCell ref="A1:XFD1048576"/>'.repeat(1000)}</mergeCells>`,
      },
    });
    expect(snapshot.sheets[0]).toMatchObject({ hiddenColumns: [{ first: 5, last: 16_384 }], merges: { length: 1000 } });
  });
});
