import { readCatalog } from '../../../src/app/catalog/readCatalog';
import type { RemotePlace } from '../../../src/app/ports/RemotePlace';
import { succeed } from '../../../src/core/Result';
import { catalogBytes, catalogOf, model, version } from '../../support/catalog';
import { WATCH } from '../../support/publication';

const catalog = catalogOf(model([version('v1')]));
const whole = catalogBytes(catalog);

/** A place where the catalog is what each of these reads gives, one after the other; the last for all that follow. */
function place(...reads: readonly Uint8Array[]): { readonly place: RemotePlace; readonly times: () => number } {
  let times = 0;
  const read = async () => {
    const bytes = reads[Math.min(times++, reads.length - 1)]!;
    return succeed({ tag: String(times), size: bytes.length, modified: null, bytes });
  };
  const file = { name: 'catalog.json', read } as unknown as RemotePlace['file'];
  return { place: { file, beside: () => succeed(file), list: async () => succeed([]) }, times: () => times };
}

test('a catalog that was being replaced while it was read is read again', async () => {
  const { place: torn, times } = place(whole.slice(0, -20), whole);
  expect(await readCatalog(torn, WATCH)).toEqual({ ok: true, value: { catalog, tag: '2' } });
  expect(times()).toBe(2);
});

test('no part of a catalog is taken for a catalog', () => {
  for (let length = 0; length < whole.length; length++)
    expect(() => JSON.parse(new TextDecoder().decode(whole.slice(0, length)))).toThrow();
});

test('one that stays unreadable is told after three times', async () => {
  const { place: torn, times } = place(whole.slice(0, -20));
  expect(await readCatalog(torn, WATCH)).toMatchObject({ failure: { code: 'no-catalog' } });
  expect(times()).toBe(3);
});
