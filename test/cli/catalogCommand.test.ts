import { standingSchema } from '../../src/app/catalog/standingSchema';
import { catalogBytes, catalogOf, model, versionOf } from '../support/catalog';
import { inTerminal } from '../support/fileTerminal';
import { xlsxFile } from '../support/xlsxFile';

const CATALOG = 'https://models.example/finance/catalog.json';
const made = new Map<number, Uint8Array>();
/** One file for each price: a zip made anew has another time in it. */
const book = (price: number): Uint8Array => {
  if (!made.has(price)) made.set(price, makeBook(price));
  return made.get(price)!;
};
const makeBook = (price: number, remark = ''): Uint8Array =>
  xlsxFile({
    sheets: {
      Summary: `<row r="1"><c r="A1" t="inlineStr"><is><t>Price</t></is></c><c r="B1"><v>${price}</v></c>${remark && `<c r="C1" t="inlineStr"><is><t>${remark}</t></is></c>`}</row><row r="2"><c r="A2" t="inlineStr"><is><t>Revenue</t></is></c><c r="B2"><f>B1*2</f><v>${price * 2}</v></c></row>`,
    },
  });
const note = (before: number, after: number) => ({
  wrong: 'Multi-year deals were missed.\nEvery Q4.',
  fixes: 'They count.',
  headlines: [{ name: 'Revenue', before, after, format: '#,##0' }],
});
const v3 = versionOf('v3', book(12), { workbook: 'v3.xlsx', note: note(2200, 2400) });
const v2 = versionOf('v2', book(11), { workbook: 'v2.xlsx', at: '2026-10-03T10:00:00Z', by: '', note: note(2000, 2200) });
const v1 = versionOf('v1', book(10), { workbook: 'v1.xlsx', at: '2026-09-03T10:00:00Z', despite: ['There is no dictionary.'] });
const revenue = model([v3, v2, v1], { purpose: 'What we forecast.', reviewBy: '2027-01-31', retired: ['EMEA South'] });

function files(other: Record<string, Uint8Array> = {}): Record<string, Uint8Array> {
  return {
    'finance/catalog.json': catalogBytes(catalogOf(revenue, model([v1], { id: 'costs', title: 'Cost model' }))),
    'finance/v3.xlsx': book(12),
    'finance/v2.xlsx': book(11),
    'finance/v1.xlsx': book(10),
    'mine.xlsx': book(10),
    'own.xlsx': book(99),
    ...other,
  };
}

test('lists the models with their versions and release notes', async () => {
  const { status, out, err } = await inTerminal(['catalog', CATALOG], files());
  expect([status, err]).toEqual([0, '']);
  expect(out).toBe(`Acme Finance
2 official models.

revenue   Revenue model FY26
  Owner Asha · current version v3, published 2026-11-03 by Asha
  What we forecast.
  To be looked at again by 2027-01-31
  Retired: EMEA South
  v3, published 2026-11-03 by Asha
    What was wrong: Multi-year deals were missed. Every Q4.
    What it fixes: They count.
    Revenue: 2,200 → 2,400
  v2, published 2026-10-03
    What was wrong: Multi-year deals were missed. Every Q4.
    What it fixes: They count.
    Revenue: 2,000 → 2,200
  v1, published 2026-09-03 by Asha
    Published although: There is no dictionary.

costs   Cost model
  Owner Asha · current version v1, published 2026-09-03 by Asha
  v1, published 2026-09-03 by Asha
    Published although: There is no dictionary.
`);
});

test('says how many versions a workbook is behind, and what changed since', async () => {
  const { status, out } = await inTerminal(['catalog', `${CATALOG}#revenue`, 'mine.xlsx'], files());
  expect(status).toBe(1);
  expect(out).toMatch(/^mine\.xlsx has Revenue model FY26 v1: 2 versions behind\. v3 is current, published 2026-11-03 by Asha\.\n/);
  expect(out).toMatch(/What all of it changed in the headlines\n {2}Revenue: 2,000 → 2,400\n/);
  expect(out).toMatch(/Since then\n {2}v3, published[^]*v2, published/);
});

test('a workbook that was synced with a version has it from then on', async () => {
  const held = files();
  const synced = await inTerminal(['sync', `${CATALOG}#revenue@v2`, 'own.xlsx', '--out', 'own.xlsx', '--force'], held);
  expect([synced.status, synced.err]).toEqual([0, '']);
  expect(synced.out).toMatch(/Official is Revenue model FY26 v2, published 2026-10-03\. It is not the current one, which is v3\./);
  expect((await inTerminal(['ledger', 'own.xlsx'], held)).out).toMatch(/Last agreed with Revenue model FY26 v2 on/);
  expect((await inTerminal(['catalog', CATALOG, 'own.xlsx'], held)).out).toMatch(/own\.xlsx has Revenue model FY26 v2: 1 version behind\./);
  const current = await inTerminal(['sync', `${CATALOG}#revenue`, 'own.xlsx', '--out', 'own.xlsx', '--force'], held);
  expect(current.status).toBe(0);
  const after = await inTerminal(['catalog', `${CATALOG}#revenue`, 'own.xlsx'], held);
  expect([after.status, after.out]).toEqual([
    0,
    'own.xlsx has Revenue model FY26 v3, the current version, published 2026-11-03 by Asha.\n',
  ]);
});

test('a workbook that has none of the versions is told so', async () => {
  const { status, out } = await inTerminal(['catalog', CATALOG, 'own.xlsx'], files());
  expect(status).toBe(1);
  expect(out).toMatch(/^own\.xlsx agrees with none of the versions that are listed/);
});

test('of a workbook that remembers no version, the closest one is found, as a guess to confirm', async () => {
  // Made from v2: its price was not changed, a note was put beside it.
  const held = files({ 'copy.xlsx': makeBook(11, 'checked by Bo') });
  const { status, out, err } = await inTerminal(['catalog', `${CATALOG}#revenue`, 'copy.xlsx', '--closest'], held);
  expect([status, err]).toEqual([1, '']);
  expect(out).toMatch(
    /What someone changed between it and each version\n {2}v2: 1 difference in 1 cell\n {2}v3: 2 differences in 2 cells\n {2}v1: 2 differences in 2 cells\n/,
  );
  const named = `${CATALOG}#revenue@v2`;
  expect(out).toContain(`copy.xlsx was probably made from v2. That is a guess: if it is right, compare and sync with --base '${named}'.`);
  const compared = await inTerminal(['compare', `${CATALOG}#revenue`, 'copy.xlsx', '--base', named, '--json'], held);
  expect(compared.err).toBe('');
  const { differences } = JSON.parse(compared.out) as { differences: { role: string; since?: { by: string } }[] };
  const movers = differences.filter(({ role }) => role === 'cause').map(({ since }) => since?.by);
  expect(movers.sort()).toEqual(['local', 'official']);
});

test('of many versions the newest twelve are looked at, and that is said', async () => {
  const versions = Array.from({ length: 14 }, (_, index) =>
    versionOf(`v${14 - index}`, book(14 - index), { workbook: `v${14 - index}.xlsx` }),
  );
  const workbooks = Object.fromEntries(versions.map(({ workbook }, index) => [`finance/${workbook}`, book(14 - index)]));
  const held = files({ ...workbooks, 'finance/catalog.json': catalogBytes(catalogOf(model(versions))) });
  const { out } = await inTerminal(['catalog', CATALOG, 'mine.xlsx', '--closest'], held);
  expect(out).toMatch(/\n {2}v10: 0 differences in 0 cells\n[^]* {2}v3: [^]*\nThe 2 versions before these were not looked at\.\n/);
});

test('as JSON it says the same, by a schema', async () => {
  const asked = ['catalog', `${CATALOG}#revenue`, 'mine.xlsx', '--closest', '--json'];
  const { status, out } = await inTerminal(asked, files({ 'finance/v3.xlsx': book(13) }));
  expect(status).toBe(1);
  const told = standingSchema.parse(JSON.parse(out));
  expect(told).toMatchObject({
    title: 'Acme Finance',
    models: [{ id: 'revenue', versions: [{ version: 'v3' }, { version: 'v2' }, { version: 'v1' }] }],
    yours: { name: 'mine.xlsx', model: 'revenue', has: 'v1', behind: 2 },
    closest: [
      { version: 'v1', causes: 0 },
      { version: 'v2', causes: 1, cells: 1 },
      { version: 'v3', causes: null },
    ],
  });
  const unknown = await inTerminal(['catalog', CATALOG, 'own.xlsx', '--json'], files());
  expect(standingSchema.parse(JSON.parse(unknown.out)).yours).toEqual({ name: 'own.xlsx', model: null, has: null, behind: null });
  const listed = await inTerminal(['catalog', CATALOG, '--json'], files());
  expect(standingSchema.parse(JSON.parse(listed.out))).toMatchObject({ yours: null, closest: null });
});

test('where several versions are equally close, none is guessed', async () => {
  const { out } = await inTerminal(['catalog', `${CATALOG}#revenue`, 'own.xlsx', '--closest'], files());
  expect(out).toContain('It is equally close to v3, v2, v1, so which one it was made from cannot be told.');
});

test('a version that is not as it was published is left out, and why is said', async () => {
  const held = files({ 'finance/v3.xlsx': book(13) });
  const { out } = await inTerminal(['catalog', `${CATALOG}#revenue`, 'mine.xlsx', '--closest'], held);
  expect(out).toMatch(
    / {2}v1: 0 differences in 0 cells\n {2}v2: 1 difference in 1 cell\n {2}v3: not compared\. The file of version v3 is not/,
  );
});

test('a comparison with a model of a catalog is as its owner agreed, unless the line says otherwise', async () => {
  const agreed = model([v3], { headlines: ['Revenue'], tolerances: [{ of: 'Revenue', tolerance: 0.9 }] });
  const held = files({ 'finance/catalog.json': catalogBytes(catalogOf(agreed)) });
  const { status, out } = await inTerminal(['compare', CATALOG, 'own.xlsx'], held);
  expect(status).toBe(1);
  expect(out).toMatch(/Official is Revenue model FY26 v3, published 2026-11-03 by Asha\./);
  expect(out).toMatch(/Revenue +24 +198 +agrees/);
  expect((await inTerminal(['compare', CATALOG, 'own.xlsx', '--tolerance', 'Revenue=0.1'], held)).out).toMatch(
    /Revenue +24 +198 +174 higher/,
  );
});

test('what the owner agreed and neither workbook has is told, and stops nothing; asked for on the line it stops', async () => {
  const change = {
    headlines: ['Revenue', 'Margin'],
    tolerances: [{ of: 'Costs', tolerance: 0.1 }],
    keys: [{ sheet: 'Map', columns: ['Territory'] }],
    retired: ['price ', 'EMEA South'],
    reviewBy: '2026-11-01',
  };
  const official = book(12);
  const held = files({ 'finance/catalog.json': catalogBytes(catalogOf(model([v3], change))), 'own.xlsx': makeBook(99, 'EMEA  south') });
  const { status, out, err } = await inTerminal(['compare', CATALOG, 'own.xlsx'], { ...held, 'finance/v3.xlsx': official });
  expect([status, err]).toEqual([1, '']);
  expect(out).toMatch(/Revenue +24 +198/);
  const said = out.replace(/\s+/g, ' ');
  expect(said).toContain('It was to be looked at again by 2026-11-01: ask Asha whether it still holds.');
  expect(said).toContain('The catalog has the headline Margin, which neither workbook has.');
  expect(said).toContain('The catalog has a tolerance for Costs, which neither workbook has.');
  expect(said).toContain('Rows of Map could not be matched by Territory');
  expect(said).toContain("Yours still has “EMEA South” (Summary!C1), which the model's owner has retired.");
  expect(said).not.toContain('“price');
  expect(await inTerminal(['compare', CATALOG, 'own.xlsx', '--headline', 'Profit'], held)).toMatchObject({ status: 2 });
  expect(await inTerminal(['compare', CATALOG, 'own.xlsx', '--tolerance', 'Other=0.1'], held)).toMatchObject({ status: 2 });
  expect(await inTerminal(['compare', CATALOG, 'own.xlsx', '--key', 'Other!A'], held)).toMatchObject({ status: 2 });
  expect(await inTerminal(['sync', CATALOG, 'own.xlsx', '--out', 'synced.xlsx'], held)).toMatchObject({ status: 0, err: '' });
});

test('a workbook behind an address of its own is compared too', async () => {
  const { status, out } = await inTerminal(['compare', 'https://models.example/finance/v1.xlsx', 'mine.xlsx'], files());
  expect([status, out.split('\n')[0]]).toEqual([0, 'Ties out']);
});

test('nothing is synced with a file that is not the one that was published, and why is said', async () => {
  const held = files({ 'finance/v3.xlsx': book(13) });
  const { status, out, err } = await inTerminal(['sync', `${CATALOG}#revenue`, 'own.xlsx', '--out', 'synced.xlsx'], held);
  expect([status, out, held['synced.xlsx']]).toEqual([2, '', undefined]);
  expect(err).toMatch(/^tieout: The file of version v3 is not the one that was published: .*Ask the owner of the model/);
});

test.each([
  [['catalog'], 'Say which catalog'],
  [['catalog', 'mine.xlsx'], 'Say which catalog'],
  [['catalog', `${CATALOG}#price`], 'lists no model price'],
  [['catalog', 'https://models.example/none.json'], 'There is no file none.json'],
  [['compare', CATALOG, 'mine.xlsx'], 'lists several models: say which'],
  [['compare', `${CATALOG}#revenue@v9`, 'mine.xlsx'], 'has no version v9'],
  [['catalog', CATALOG, '--closest'], 'Say which workbook'],
  [['catalog', CATALOG, 'mine.xlsx', '--closest'], 'Say which model'],
  [['catalog', CATALOG, 'none.xlsx'], 'There is no file none.xlsx'],
])('%j ends with 2 and a sentence', async (words, said) => {
  const { status, err } = await inTerminal(words, files());
  expect(status).toBe(2);
  expect(err).toContain(said);
});

test('prints the JSON Schema of catalogs', async () => {
  const { out } = await inTerminal(['catalog', '--schema'], {});
  expect(JSON.parse(out)).toMatchObject({ $schema: 'https://json-schema.org/draft/2020-12/schema', type: 'object' });
});
