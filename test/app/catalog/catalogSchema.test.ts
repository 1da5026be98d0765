import { readFileSync } from 'node:fs';
import { catalogJsonSchema, catalogSchema } from '../../../src/app/catalog/catalogSchema';
import { parseCatalog } from '../../../src/app/catalog/readCatalog';
import { catalogBytes, catalogOf, model, version } from '../../support/catalog';

const good = catalogOf(
  model([version('v14'), version('v13')], {
    headlines: ['Net revenue'],
    tolerance: 1e-6,
    tolerances: [{ of: 'Summary', tolerance: 0.001 }],
    keys: [{ sheet: 'Map', columns: ['Territory'] }],
    definitions: 'Definitions',
    retired: ['EMEA South'],
    reviewBy: '2027-01-31',
  }),
);
const refusal = (catalog: unknown) => {
  const parsed = parseCatalog(catalogBytes(catalog), 'catalog.json');
  return parsed.ok ? 'none' : parsed.failure.message;
};
const withVersion = (change: object) => catalogOf(model([{ ...version('v14'), ...change }]));

test('the JSON Schema in assets is the one of this schema', () => {
  // npm run --silent tieout -- catalog --schema > assets/catalog.schema.json
  expect(readFileSync('assets/catalog.schema.json', 'utf8')).toBe(catalogJsonSchema());
});

test('a catalog is read, and what a later version of Tieout adds stays', () => {
  const later = { ...good, models: [{ ...good.models[0]!, glossary: { pages: [1] } }] };
  expect(parseCatalog(catalogBytes(later), 'catalog.json')).toEqual({ ok: true, value: later });
  const marked = new Uint8Array([0xef, 0xbb, 0xbf, ...catalogBytes(good)]);
  expect(parseCatalog(marked, 'catalog.json')).toEqual({ ok: true, value: good });
});

test.each([
  ['a hash that is none', withVersion({ sha256: 'abc' }), 'models[0].versions[0].sha256'],
  ['a time that is none', withVersion({ at: 'yesterday' }), 'models[0].versions[0].at'],
  ['a name with what steers a terminal', withVersion({ version: 'v\u001b[2J' }), 'models[0].versions[0].version'],
  ['a name that turns the direction', withVersion({ by: 'a\u202eb' }), 'models[0].versions[0].by'],
  ['a file of no size', withVersion({ size: 0 }), 'models[0].versions[0].size'],
  ['no versions', catalogOf(model([])), 'models[0].versions'],
  ['two versions of one name', catalogOf(model([version('v1'), version('V1')])), 'models[0].versions'],
  ['two models of one id', catalogOf(model([version('v1')]), model([version('v1')])), 'models'],
  ['an id with a slash', catalogOf(model([version('v1')], { id: 'a/b' })), 'models[0].id'],
  ['too many models', catalogOf(...Array.from({ length: 501 }, (_, at) => model([version('v1')], { id: `m${at}` }))), 'models'],
  ['too long a text', catalogOf(model([version('v1')], { purpose: 'x'.repeat(4_001) })), 'models[0].purpose'],
])('%s is refused, with where it stands', (_, catalog, where) => {
  expect(catalogSchema.safeParse(catalog).success).toBe(false);
  expect(refusal(catalog)).toContain(`catalog.json cannot be used: ${where} is not as it has to be`);
});

test('what is no catalog, too large or newer is told in a sentence', () => {
  expect(refusal({ hello: 1 })).toMatch(/^catalog\.json is no catalog of official models\. Your workbook was not touched\./);
  expect(refusal(null)).toMatch(/is no catalog/);
  expect(refusal({ schema: 'tieout.catalog/2' })).toMatch(/newer version of Tieout/);
  const html = parseCatalog(new TextEncoder().encode('<html>'), 'catalog.json');
  expect(html).toMatchObject({ failure: { code: 'no-catalog' } });
  expect(parseCatalog(new Uint8Array(9 * 1024 * 1024), 'catalog.json')).toMatchObject({
    failure: { message: expect.stringMatching(/larger than 8 MB/) },
  });
});
