import fc from 'fast-check';
import { effectOf, standingOf } from '../../../src/core/catalog/standingOf';
import { model, version } from '../../support/catalog';

const revenue = model([version('v14'), version('v13'), version('v12')]);
const behind = (known: { version: string | null; sha256: string | null }) => standingOf(revenue, known)?.since.map((one) => one.version);

test('a version is known by its hash, and by its name where there is none', () => {
  expect(behind({ version: null, sha256: version('v12').sha256.toUpperCase() })).toEqual(['v14', 'v13']);
  expect(behind({ version: 'v14', sha256: null })).toEqual([]);
  expect(behind({ version: 'v99', sha256: null })).toBeUndefined();
});

test('a file that is only called like a version is none of them', () => {
  expect(behind({ version: 'v14', sha256: version('other').sha256 })).toBeUndefined();
});

test('what several versions did together goes from before the first to after the last', () => {
  const note = (...headlines: [string, number | null, number | null][]) => ({
    wrong: '',
    fixes: '',
    headlines: headlines.map(([name, before, after]) => ({ name, before, after })),
  });
  const versions = [version('v3', { note: note(['ARR', 20, 30]) }), version('v2', { note: note(['ARR', 10, 20], ['NRR', 1, 1.1]) })];
  expect(effectOf(versions)).toEqual([
    { name: 'ARR', before: 10, after: 30 },
    { name: 'NRR', before: 1, after: 1.1 },
  ]);
});

test('the versions since and the one it has are the newest of the model, in its order', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.string({ minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 9 }), fc.nat(), (names, pick) => {
      const has = pick % names.length;
      const standing = standingOf(model(names.map((name) => version(name))), { version: names[has]!, sha256: null })!;
      expect([...standing.since, standing.has].map((one) => one.version)).toEqual(names.slice(0, has + 1));
    }),
  );
});
