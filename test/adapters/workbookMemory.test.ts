import fc from 'fast-check';
import { strToU8, unzipSync } from 'fflate';
import { createExcelMemory } from '../../src/adapters/excel/createExcelMemory';
import { createFileMemory } from '../../src/adapters/xlsx/createFileMemory';
import type { FileMemory, WorkbookMemory } from '../../src/app/ports/WorkbookMemory';
import type { Result } from '../../src/core/Result';
import { HostBook } from '../../src/workbench/book/HostBook';
import { loadXmlParts } from '../../src/workbench/save/loadXmlParts';
import { saveXmlParts } from '../../src/workbench/save/saveXmlParts';
import { withExcel } from '../support/excelSession';
import { inMemory } from '../support/inMemory';
import { xlsxFile } from '../support/xlsxFile';

const LEDGER = 'urn:tieout:ledger:1';
const ITEM = `<?xml version="1.0"?><!-- <a xmlns="${LEDGER}"> --><b:theirs xmlns:b="urn:someone:else" c="&lt;">kept</b:theirs>`;
const file = xlsxFile({
  sheets: { Sheet1: '<row r="1"><c r="A1"><v>1</v></c></row>' },
  workbookRelationships: { customXml: '../customXml/item1.xml' },
  parts: { 'customXml/item1.xml': ITEM, 'xl/vbaProject.bin': Uint8Array.of(1, 2, 3), 'docProps/app.xml': '<Properties/>' },
});

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.failure.message);
  return result.value;
}

const fileMemory = (bytes: Uint8Array): FileMemory => value(createFileMemory(bytes));

/** Where a workbook may keep something: `again` is the same memory after the workbook was saved and opened. */
const memories: Readonly<Record<string, (test: (memory: WorkbookMemory, again: () => WorkbookMemory) => Promise<void>) => Promise<void>>> =
  {
    'in memory': (test) => {
      const memory = inMemory();
      return test(memory, () => memory);
    },
    'of a file': (test) => {
      const memory = fileMemory(file);
      return test(memory, () => fileMemory(value(memory.save())));
    },
    'of a file with no custom parts': (test) => {
      const memory = fileMemory(xlsxFile({}));
      return test(memory, () => fileMemory(value(memory.save())));
    },
    'of the workbook open in Excel': (test) => {
      const book = new HostBook('Book.xlsx');
      book.xmlParts.addLoaded({ id: '{0}', xml: ITEM });
      return withExcel(book, () => test(createExcelMemory(), () => createExcelMemory()));
    },
  };

describe.each(Object.entries(memories))('the memory %s', (_, withMemory) => {
  it('knows nothing at first, and forgetting that is no failure', () =>
    withMemory(async (memory) => {
      expect(await memory.read(LEDGER)).toEqual({ ok: true, value: null });
      expect(await memory.remove(LEDGER)).toEqual({ ok: true, value: null });
      expect(await memory.list('urn:tieout:')).toEqual({ ok: true, value: [] });
    }));

  it('keeps one text a namespace, the last that was written', () =>
    withMemory(async (memory, again) => {
      value(await memory.write(LEDGER, 'one'));
      value(await memory.write('urn:tieout:base:1', 'two'));
      value(await memory.write(LEDGER, 'three'));
      for (const each of [memory, again()]) {
        expect(value(await each.read(LEDGER))).toBe('three');
        expect(value(await each.read('urn:tieout:base:1'))).toBe('two');
        expect([...value(await each.list('urn:tieout:'))].sort()).toEqual(['urn:tieout:base:1', LEDGER]);
        expect(value(await each.list('urn:tieout:b'))).toEqual(['urn:tieout:base:1']);
      }
    }));

  it('forgets one and keeps the others', () =>
    withMemory(async (memory, again) => {
      value(await memory.write(LEDGER, 'one'));
      value(await memory.write('urn:tieout:undo:1:a"b&c', 'two'));
      value(await memory.remove(LEDGER));
      for (const each of [memory, again()]) {
        expect(value(await each.read(LEDGER))).toBeNull();
        expect(value(await each.list('urn:'))).toEqual(expect.arrayContaining(['urn:tieout:undo:1:a"b&c']));
        expect(value(await each.read('urn:tieout:undo:1:a"b&c'))).toBe('two');
      }
    }));

  it('gives any JSON text back letter by letter', () =>
    withMemory(async (memory, again) => {
      const json = fc.string({ unit: 'binary' }).map((text) => JSON.stringify([text]).replace(/[\ufffe\uffff]/g, '?'));
      const texts = fc.oneof(json, fc.constantFrom('a\r\nb\tc', ']]>&amp;<x/>', ' spaced ', '\u{1f600}&#65;', '</tieout>'));
      await fc.assert(
        fc.asyncProperty(texts, async (text) => {
          value(await memory.write(LEDGER, text));
          expect(value(await memory.read(LEDGER))).toBe(text);
          expect(value(await again().read(LEDGER))).toBe(text);
        }),
        { numRuns: 40 },
      );
    }));
});

describe('the memory of a file', () => {
  const parts = (bytes: Uint8Array): Record<string, string> =>
    Object.fromEntries(Object.entries(unzipSync(bytes)).map(([path, content]) => [path, Buffer.from(content).toString('latin1')]));

  it('changes no part of the file but those that lead to it', async () => {
    const memory = fileMemory(file);
    value(await memory.write(LEDGER, '{}'));
    const [before, after] = [parts(file), parts(value(memory.save()))];
    const led = ['[Content_Types].xml', 'xl/_rels/workbook.xml.rels'];
    for (const [path, content] of Object.entries(before)) if (!led.includes(path)) expect(after[path]).toBe(content);
    expect(Object.keys(after).filter((path) => !(path in before))).toEqual([
      'customXml/item2.xml',
      'customXml/itemProps1.xml',
      'customXml/_rels/item2.xml.rels',
    ]);
    expect(after['customXml/item2.xml']).toBe(`<tieout xmlns="${LEDGER}">{}</tieout>`);
    expect(after['[Content_Types].xml']).toContain(
      '<Override PartName="/customXml/itemProps1.xml" ContentType="application/vnd.openxmlformats-officedocument.customXmlProperties+xml"/>',
    );
  });

  it('leaves the file as if it had never been there when it is forgotten, at once and after saving', async () => {
    const memory = fileMemory(file);
    value(await memory.write(LEDGER, '{}'));
    const saved = value(memory.save());
    value(await memory.remove(LEDGER));
    expect(parts(value(memory.save()))).toEqual(parts(file));
    const later = fileMemory(saved);
    value(await later.remove(LEDGER));
    expect(parts(value(later.save()))).toEqual(parts(file));
  });

  it('gives the very same bytes when nothing is written', async () => {
    const memory = fileMemory(file);
    await memory.read(LEDGER);
    await memory.remove(LEDGER);
    expect(value(memory.save())).toBe(file);
  });

  it('says what is wrong with bytes that are no workbook', () => {
    expect(createFileMemory(strToU8('a,b\n'))).toMatchObject({ ok: false, failure: { code: 'not-a-workbook' } });
    expect(createFileMemory(xlsxFile({ parts: { 'xl/workbook.xml': null } }))).toMatchObject({ ok: false });
  });
});

function opened(bytes: Uint8Array): HostBook {
  const book = new HostBook('Book.xlsx');
  value(loadXmlParts(book, bytes));
  return book;
}

describe('the memory of the workbook open in Excel', () => {
  it('is in the file that is saved, and in the workbook when that file is opened again', async () => {
    const book = opened(file);
    await withExcel(book, async () => {
      expect(value(await createExcelMemory().list(''))).toEqual(['urn:someone:else']);
      value(await createExcelMemory().write(LEDGER, 'from Excel'));
    });
    const saved = value(saveXmlParts(file, book.xmlParts.items));
    expect(value(await fileMemory(saved).read(LEDGER))).toBe('from Excel');

    const reopened = opened(saved);
    await withExcel(reopened, async () => {
      expect(value(await createExcelMemory().read(LEDGER))).toBe('from Excel');
      value(await createExcelMemory().write('urn:tieout:base:1', 'a second'));
      value(await createExcelMemory().remove(LEDGER));
    });
    const again = fileMemory(value(saveXmlParts(saved, reopened.xmlParts.items)));
    expect(value(await again.list('urn:'))).toEqual(['urn:someone:else', 'urn:tieout:base:1']);
  });

  it('is not touched by saving a workbook in which nothing was done', () => {
    expect(value(saveXmlParts(file, opened(file).xmlParts.items))).toBe(file);
  });

  it('says so when Excel does not take this much, or does not answer', async () => {
    const book = new HostBook('Book.xlsx');
    await withExcel(book, async ({ host }) => {
      const memory = createExcelMemory({ answer: 1000, retries: [] });
      host.faults.plan({ request: 2, error: { code: 'RequestPayloadSizeLimitExceeded' } });
      expect(await memory.write(LEDGER, 'x')).toEqual({
        ok: false,
        failure: {
          code: 'too-large',
          message: 'Excel did not take this much to be kept in the workbook. What it kept before is as it was.',
        },
      });
      expect(value(await memory.read(LEDGER))).toBeNull();
    });
  });
});
