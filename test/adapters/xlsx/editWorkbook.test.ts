import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { editWorkbook, type PackageEdit } from '../../../src/adapters/xlsx/editWorkbook';
import { readWorkbook } from '../../../src/adapters/xlsx/readWorkbook';
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
