import fc from 'fast-check';
import { addVersion, hasVersion } from '../../../src/core/catalog/addVersion';
import { versionFile } from '../../../src/core/catalog/versionFile';
import { catalogOf, model, version } from '../../support/catalog';

const target = (follows: string | null) => {
  const { versions: _, ...about } = model([]);
  return { model: about, follows: follows === null ? null : version(follows) };
};
const catalog = catalogOf(model([version('v2'), version('v1')]), model([version('1')], { id: 'costs' }));

test('a version goes in front, and nothing else changes', () => {
  const added = addVersion(catalog, target('v2'), version('v3'));
  expect(added).toEqual({ ok: true, value: catalogOf(model([version('v3'), version('v2'), version('v1')]), catalog.models[1]!) });
  expect(hasVersion(catalog, 'REVENUE', version('v3'))).toBe(false);
  expect(added.ok && hasVersion(added.value, 'REVENUE', version('v3'))).toBe(true);
  // The same name and file, published by somebody else, is another publication.
  expect(added.ok && hasVersion(added.value, 'revenue', version('v3', { by: 'Bo' }))).toBe(false);
});

test('a new model comes last', () => {
  expect(addVersion(catalogOf(catalog.models[1]!), target(null), version('v1'))).toEqual({
    ok: true,
    value: catalogOf(catalog.models[1]!, model([version('v1')])),
  });
});

test('it is overtaken where another version is current, the model went, or came', () => {
  const code = (result: ReturnType<typeof addVersion>) => !result.ok && result.failure.code;
  expect(code(addVersion(catalog, target('v1'), version('v3')))).toBe('overtaken');
  expect(code(addVersion(catalogOf(), target('v2'), version('v3')))).toBe('overtaken');
  expect(code(addVersion(catalog, target(null), version('v3')))).toBe('overtaken');
});

test('the file of a version has a name that no address has to spell otherwise, and its own for other bytes', () => {
  expect(versionFile('revenue', 'v15 (final)/2', 'ab'.repeat(32), 'Book.XLSM')).toBe('revenue-v15-final-2-abababababab.xlsm');
  expect(versionFile('revenue', '../..', 'ab'.repeat(32), 'Book')).toBe('revenue-abababababab.xlsx');
  fc.assert(
    fc.property(fc.string(), fc.string({ unit: 'binary' }), (name, file) => {
      const made = versionFile('m', name, 'cd'.repeat(32), file);
      expect(made).toMatch(/^m[A-Za-z0-9._-]*-cdcdcdcdcdcd\.xls[xmb]$/);
      expect(encodeURIComponent(made)).toBe(made);
    }),
  );
});
