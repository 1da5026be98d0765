import type { RemoteFile } from '../../../src/app/ports/RemoteFile';
import type { RemotePlace } from '../../../src/app/ports/RemotePlace';
import { fail, succeed } from '../../../src/core/Result';
import { catalogBytes, catalogOf, model, versionOf } from '../../support/catalog';
import { heldPlace, type Fault, type Files } from '../../support/heldPlace';
import { published, ready, wholeVersions } from '../../support/publication';

const first = new TextEncoder().encode('the first');
const start = (): Files => ({
  'models/catalog.json': catalogBytes({
    ...catalogOf(
      model([versionOf('v1', first, { workbook: 'v1.xlsx' })]),
      model([versionOf('v1', first, { workbook: 'v1.xlsx' })], { id: 'costs', title: 'Cost model' }),
    ),
    kept: 'what a later Tieout wrote',
  }),
  'models/v1.xlsx': first,
});
const at = (files: Files, fault?: Fault) => heldPlace(files, 'models/catalog.json', fault);

test('a version is put in front of those before, and all else in the catalog stays', async () => {
  const files = start();
  const place = at(files);
  expect(await published(place, await ready(place, 'v2', 'Asha'))).toMatchObject({ ok: true });
  expect(await wholeVersions(place)).toEqual(['v2 Asha', 'v1 Asha']);
  expect(await wholeVersions(place, 'costs')).toEqual(['v1 Asha']);
  expect(JSON.parse(new TextDecoder().decode(files['models/catalog.json']))).toMatchObject({ kept: 'what a later Tieout wrote' });
});

test('of two publishers at once, 200 times, one publishes and the other is told; no version is lost or without its file', async () => {
  const place = at(start());
  const expected = ['v1 Asha'];
  for (let round = 2; round <= 201; round++) {
    const both = await Promise.all(['Asha', 'Bo'].map((by) => ready(place, `v${round}`, by)));
    const results = await Promise.all(both.map((one) => published(place, one)));
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.find(({ ok }) => !ok)).toMatchObject({ failure: { code: 'overtaken' } });
    expected.unshift(`v${round} ${results[0]!.ok ? 'Asha' : 'Bo'}`);
  }
  expect(await wholeVersions(place)).toEqual(expected);
});

test('two who publish versions of two models at once both do', async () => {
  const place = at(start());
  for (let round = 2; round <= 50; round++) {
    const both = await Promise.all(['revenue', 'costs'].map((id) => ready(place, `v${round}`, 'Asha', id)));
    for (const result of await Promise.all(both.map((one) => published(place, one)))) expect(result).toMatchObject({ ok: true });
  }
  expect(await wholeVersions(place)).toHaveLength(50);
  expect(await wholeVersions(place, 'costs')).toHaveLength(50);
});

const CUTS = (['read', 'write'] as const).flatMap((doing) =>
  (['catalog.json', 'xlsx'] as const).flatMap((name) =>
    (['before', 'after'] as const).flatMap((how) => [1, 2].map((times) => [doing, name, how, times] as const)),
  ),
);

test.each(CUTS)(
  'with the connection cut at the %s of %s, %s it, time %i, there is the old version or the new one, and what is said is so',
  async (doing, name, how, times) => {
    const files = start();
    const publication = await ready(at(files), 'v2', 'Asha');
    const result = await published(
      at(files, (done, path, count) => (done === doing && path.endsWith(name) && count === times ? how : null)),
      publication,
    );
    const now = await wholeVersions(at(files));
    expect(now[0]).toBe(result.ok ? 'v2 Asha' : 'v1 Asha');
    if (!result.ok) expect(result.failure.message).toMatch(/^v2 was not published, and v1 stays the current version\. /);
    // Publishing once more always works, also where the file was left behind.
    if (!result.ok) expect(await published(at(files), await ready(at(files), 'v2', 'Asha'))).toMatchObject({ ok: true });
    expect(await wholeVersions(at(files))).toEqual(['v2 Asha', 'v1 Asha']);
  },
);

test('with the connection gone from the write of the catalog on, nobody claims to know', async () => {
  for (const how of ['before', 'after'] as const) {
    const files = start();
    const publication = await ready(at(files), 'v2', 'Asha');
    let isGone = false;
    const result = await published(
      at(files, (doing, path) => {
        if (isGone) return 'before';
        if (doing !== 'write' || !path.endsWith('catalog.json')) return null;
        isGone = true;
        return how;
      }),
      publication,
    );
    expect(result).toMatchObject({ failure: { code: 'uncertain' } });
    expect((await wholeVersions(at(files)))[0]).toBe(how === 'after' ? 'v2 Asha' : 'v1 Asha');
  }
});

test('a file that arrives otherwise than it was sent is not published', async () => {
  const files = start();
  const publication = await ready(at(files), 'v2', 'Asha');
  files[`models/${publication.version.workbook}`] = first;
  expect(await published(at(files), publication)).toMatchObject({ failure: { code: 'not-stored' } });
  expect(await wholeVersions(at(files))).toEqual(['v1 Asha']);
});

test('a model that was taken off the catalog meanwhile is not put back', async () => {
  const files = start();
  const publication = await ready(at(files), 'v2', 'Asha');
  files['models/catalog.json'] = catalogBytes(catalogOf(model([versionOf('v1', first)], { id: 'costs' })));
  expect(await published(at(files), publication)).toMatchObject({ failure: { code: 'overtaken' } });
});

test.each(['catalog.json', 'xlsx'])(
  'who finds %s locked by somebody who published meanwhile is told of that version, else of the lock',
  async (name) => {
    const files = start();
    const mine = await ready(at(files), 'v2', 'Asha');
    const locked = (file: RemoteFile): RemoteFile =>
      file.name.endsWith(name) ? { ...file, write: async () => fail('locked', 'Somebody is writing the file. Try again.') } : file;
    const place = at(files);
    const withLock: RemotePlace = {
      ...place,
      file: locked(place.file),
      beside(address) {
        const found = place.beside(address);
        return found.ok ? succeed(locked(found.value)) : found;
      },
    };
    expect(await published(withLock, mine)).toMatchObject({
      failure: {
        code: 'locked',
        message: 'v2 was not published, and v1 stays the current version. Somebody is writing the file. Try again.',
      },
    });
    expect(await published(at(files), await ready(at(files), 'v2', 'Bo'))).toMatchObject({ ok: true });
    expect(await published(withLock, mine)).toMatchObject({ failure: { code: 'overtaken', message: expect.stringContaining('by Bo') } });
  },
);

test('a version with which the catalog would be too large for anyone to read is not published, and what is there stays', async () => {
  const note = { wrong: 'x'.repeat(4_000), fixes: 'y'.repeat(4_000), headlines: [] };
  const many = Array.from({ length: 900 }, (_, index) => versionOf(`w${index}`, first, { workbook: 'v1.xlsx', note }));
  const full = catalogOf(
    model(many),
    model([versionOf('v1', first, { workbook: 'v1.xlsx' })], { id: 'costs', purpose: 'x'.repeat(4_000) }),
  );
  const room = 8 * 1024 * 1024 - JSON.stringify(full, null, 2).length - 200;
  const files: Files = { ...start(), 'models/catalog.json': catalogBytes({ ...full, kept: 'z'.repeat(room) }) };
  const before = files['models/catalog.json'];
  expect(await published(at(files), await ready(at(files), 'v2', 'Asha'))).toMatchObject({
    failure: { code: 'full', message: expect.stringMatching(/^The catalog would be larger than 8 MB.* Take versions .* out of it first/) },
  });
  expect(files['models/catalog.json']).toBe(before);
});

test('nor is one more than a catalog holds of a model', async () => {
  const many = Array.from({ length: 1_000 }, (_, index) => versionOf(`w${index}`, first, { workbook: 'v1.xlsx' }));
  const files: Files = { ...start(), 'models/catalog.json': catalogBytes(catalogOf(model(many))) };
  expect(await published(at(files), await ready(at(files), 'v2', 'Asha'))).toMatchObject({
    failure: { code: 'full', message: expect.stringContaining('would have more than 1000 versions') },
  });
});
