import fc from 'fast-check';
import { addressFrom } from '../../../src/core/catalog/addressFrom';

const CATALOG = ['finance', 'models', 'catalog.json'];
const leads = (address: string) => {
  const found = addressFrom(CATALOG, address);
  return found.ok ? found.value.join('/') : found.failure.code;
};

test.each([
  ['revenue-v14.xlsx', 'finance/models/revenue-v14.xlsx'],
  ['./v14/Revenue%20model.xlsx', 'finance/models/v14/Revenue model.xlsx'],
  ['../archive/a.xlsx', 'finance/archive/a.xlsx'],
  ['/other/a.xlsx', 'other/a.xlsx'],
  ['a//b.xlsx', 'finance/models/a/b.xlsx'],
])('%p leads to %p', (address, where) => expect(leads(address)).toBe(where));

test.each([
  'https://elsewhere.example/a.xlsx',
  'HTTPS:a.xlsx',
  '//elsewhere.example/a.xlsx',
  '\\\\elsewhere\\a.xlsx',
  'javascript:alert(1)',
  'C:/a.xlsx',
  '../../../a.xlsx',
  '%2e%2e/%2E%2e/../a.xlsx',
  'a%2f..%2f..%2fb.xlsx',
  'a%5cb.xlsx',
  'a.xlsx?sig=secret',
  'a.xlsx#part',
  'a%00.xlsx',
  'a%0ab.xlsx',
  '%zz.xlsx',
  'folder/',
  '..',
  '.',
  '',
  'x'.repeat(1001),
])('%p is not opened', (address) => expect(leads(address)).toBe('outside-catalog'));

test('an address that is followed leads where a browser would go, and never to another origin', () => {
  const part = fc.oneof(
    fc.constantFrom('..', '.', 'a', 'b c', '%2e', '%2E%2e', 'é', '%25', ':', '@', 'x:y', 'a+b'),
    fc.string({ maxLength: 4 }),
  );
  fc.assert(
    fc.property(fc.array(part, { minLength: 1, maxLength: 6 }), fc.constantFrom('', '/', '//', './'), (parts, start) => {
      const address = start + parts.join('/');
      const found = addressFrom(CATALOG, address);
      if (!found.ok) return;
      // Two slashes in a row are one to a store of files; a browser keeps an empty name between them.
      const there = new URL(address.replace(/(?<=[^/])\/{2,}/g, '/'), 'https://models.example/finance/models/catalog.json');
      expect(there.origin).toBe('https://models.example');
      expect(`/${found.value.map(encodeURIComponent).join('/')}`).toBe(
        `/${there.pathname.slice(1).split('/').map(decodeURIComponent).map(encodeURIComponent).join('/')}`,
      );
    }),
    { numRuns: 2_000 },
  );
});
