import { createFileMemory } from '../../src/adapters/xlsx/createFileMemory';
import { entryNamespace } from '../../src/app/journal/journalNamespaces';
import { parseCatalog } from '../../src/app/catalog/readCatalog';
import type { Catalog } from '../../src/core/catalog/Catalog';
import { catalogBytes, catalogOf, model, versionOf } from '../support/catalog';
import { inTerminal } from '../support/fileTerminal';
import { xlsxFile } from '../support/xlsxFile';

const CATALOG = 'https://models.example/finance/catalog.json';

/** A price, and what is made of it; `shown` is what the file keeps as the result. */
function book(
  price: number,
  { shown = price * 2, behind = '' }: { readonly shown?: number | string; readonly behind?: string } = {},
): Uint8Array {
  const text = (address: string, words: string): string => `<c r="${address}" t="inlineStr"><is><t>${words}</t></is></c>`;
  const result = typeof shown === 'number' ? `<c r="B2"><f>B1*2</f><v>${shown}</v></c>` : `<c r="B2" t="e"><f>B1/0</f><v>${shown}</v></c>`;
  return xlsxFile({
    sheets: {
      Summary: `<row r="1">${text('A1', 'Price')}<c r="B1"><v>${price}</v></c></row><row r="2">${text('A2', 'Revenue')}${result}</row>`,
    },
    behindSheets: behind,
  });
}

const v1 = book(10);
const start = (): Record<string, Uint8Array> => ({
  'finance/catalog.json': catalogBytes(catalogOf(model([versionOf('v1', v1, { workbook: 'v1.xlsx' })], { headlines: ['Revenue'] }))),
  'finance/v1.xlsx': v1,
  'next.xlsx': book(12),
});
const NOTE = ['--wrong', 'Discounts were missed.', '--fixes', 'They count.'];
const line = (file: string, ...more: string[]) => ['publish', file, '--catalog', CATALOG, '--model', 'revenue', '--version', 'v2', ...more];
const catalogIn = (files: Record<string, Uint8Array>): Catalog => {
  const parsed = parseCatalog(files['finance/catalog.json']!, 'catalog.json');
  if (!parsed.ok) throw new Error(parsed.failure.message);
  return parsed.value;
};

test('says what would be published, measured, and writes nothing', async () => {
  const files = start();
  const before = { ...files };
  const { status, out, err } = await inTerminal(line('next.xlsx', ...NOTE, '--dry-run'), files);
  expect([status, err]).toEqual([0, '']);
  expect(files).toEqual(before);
  expect(out).toBe(`Would publish Revenue model FY26 v2
Nothing was written.

Headlines, v1 → v2
  Revenue: 20 → 24

What changes since v1: 1 cause, 2 cells in all
  Price (Summary!B1): 10 → 12

Take note
  The results of 1 formula were looked at.
`);
});

test('a workbook with an interrupted sync is not published, unless that is said', async () => {
  const memory = createFileMemory(book(12));
  if (!memory.ok) throw new Error(memory.failure.message);
  await memory.value.write(entryNamespace(1), '{}');
  const half = memory.value.save();
  const files = { ...start(), 'half.xlsx': half.ok ? half.value : book(12) };
  const before = { ...files };
  const { status, out } = await inTerminal(line('half.xlsx', ...NOTE), files);
  expect(status).toBe(1);
  expect(out.replace(/\s+/g, ' ')).toContain('unfinished: A sync of this workbook, or an undo, was interrupted');
  expect(out).toContain('--despite unfinished');
  expect(files).toEqual(before);
  expect((await inTerminal(line('half.xlsx', ...NOTE, '--despite', 'unfinished'), files)).status).toBe(0);
  expect(catalogIn(files).models[0]!.versions[0]!.despite).toEqual([expect.stringContaining('was interrupted')]);
});

test('publishes, and teams see it', async () => {
  const files = start();
  const { status, out } = await inTerminal(line('next.xlsx', ...NOTE, '--by', 'Bo'), files);
  expect(status).toBe(0);
  expect(out).toMatch(/^Published Revenue model FY26 v2\nIts file is revenue-v2-[0-9a-f]{12}\.xlsx, beside the catalog/);
  const [current, before] = catalogIn(files).models[0]!.versions;
  expect(current).toMatchObject({
    version: 'v2',
    by: 'Bo',
    note: { wrong: 'Discounts were missed.', fixes: 'They count.', headlines: [{ name: 'Revenue', before: 20, after: 24 }] },
  });
  expect(before).toMatchObject({ version: 'v1' });
  expect(files[`finance/${current!.workbook}`]).toEqual(files['next.xlsx']);
  expect((await inTerminal(['compare', CATALOG, 'next.xlsx'], files)).status).toBe(0);
  expect((await inTerminal(['catalog', CATALOG, 'finance/v1.xlsx'], files)).out).toMatch(
    /v1: 1 version behind\. v2 is current[^]*Revenue: 20 → 24/,
  );
});

test.each([
  [
    'results',
    book(12, { shown: 25 }),
    'results: One formula shows another result than calculating gives: Summary!B2 shows 25 and calculates to 24.',
  ],
  ['headlines', book(12, { shown: '#DIV/0!' }), 'headlines: The headline Revenue (Summary!B2) shows #DIV/0!, not a number.'],
  [
    'links',
    book(12, { behind: '<definedNames><definedName name="Rate">\'[Rates.xlsx]Sheet1\'!$A$1</definedName></definedNames>' }),
    'links: The workbook reaches outside itself:',
  ],
])('what is wrong with %s is to be put right first, unless its owner knows', async (about, file, said) => {
  const files = { ...start(), 'next.xlsx': file };
  const before = { ...files };
  const refused = await inTerminal(line('next.xlsx', ...NOTE), files);
  expect(refused.status).toBe(1);
  expect(refused.out).toMatch(/^Revenue model FY26 v2 is not ready to be published\nNothing was written\.\n/);
  expect(refused.out).toContain(said);
  expect(refused.out).toContain(`To publish all the same: --despite ${about}`);
  expect(files).toEqual(before);
  const published = await inTerminal(line('next.xlsx', ...NOTE, '--despite', about), files);
  expect(published.status).toBe(0);
  expect(catalogIn(files).models[0]!.versions[0]!.despite).toHaveLength(1);
  expect((await inTerminal(['catalog', CATALOG], files)).out).toMatch(/Published although: /);
});

test('makes a catalog where there is none, and adds a model to one', async () => {
  const files: Record<string, Uint8Array> = { 'a.xlsx': v1 };
  const create = (id: string, file: string) =>
    inTerminal(
      ['publish', file, '--catalog', CATALOG, '--model', id, '--version', 'v1', '--create', '--title', `The ${id}`, '--owner', 'Asha'],
      files,
    );
  expect((await create('revenue', 'a.xlsx')).status).toBe(0);
  expect((await create('costs', 'a.xlsx')).status).toBe(0);
  expect(catalogIn(files).models.map(({ id, title, versions }) => [id, title, versions.length])).toEqual([
    ['revenue', 'The revenue', 1],
    ['costs', 'The costs', 1],
  ]);
  expect(await create('costs', 'a.xlsx')).toMatchObject({ status: 2, err: expect.stringContaining('is in the catalog already') });
});

test.each([
  ['no note', line('next.xlsx'), 'Say with --wrong what was wrong before'],
  [
    'an unknown finding',
    line('next.xlsx', ...NOTE, '--despite', 'all'),
    '--despite can name unfinished, results, headlines, definitions, links, current, not all.',
  ],
  ['a version that is there', line('next.xlsx', ...NOTE, '--version', 'V1'), 'has a version v1 already'],
  ['the current file', line('finance/v1.xlsx', ...NOTE), 'This very file is Revenue model FY26 v1, the current version.'],
  ['an unknown model', line('next.xlsx', ...NOTE, '--model', 'revenu'), 'lists no model revenu. It has revenue'],
  ['a model without a name', [...line('next.xlsx'), '--create'], 'A new model needs --title and --owner.'],
  ['no file', line('none.xlsx', ...NOTE), 'There is no file none.xlsx'],
  ['too long a note', line('next.xlsx', '--wrong', 'x'.repeat(4_001), '--fixes', 'y'), 'models.versions.note.wrong is not as it has to be'],
])('%s ends with 2 and a sentence, and nothing is written', async (_, words, said) => {
  const files = start();
  const before = { ...files };
  const { status, err } = await inTerminal(words, files);
  expect([status, files]).toEqual([2, before]);
  expect(err).toContain(said);
});

test('a current version whose file was tampered with is told, and nothing is published on top of it unasked', async () => {
  const files = { ...start(), 'finance/v1.xlsx': book(99) };
  const { status, out } = await inTerminal(line('next.xlsx', ...NOTE), files);
  expect(status).toBe(1);
  expect(out).toMatch(/current: What it changes since v1 cannot be measured\. The file of version v1 is not the one that was published/);
  expect(catalogIn(files).models[0]!.versions).toHaveLength(1);
  // Else nobody could ever publish again.
  expect((await inTerminal(line('next.xlsx', ...NOTE, '--despite', 'current'), files)).status).toBe(0);
  expect(catalogIn(files).models[0]!.versions[0]!.note.headlines).toMatchObject([{ name: 'Revenue', before: null, after: 24 }]);
});
