import { httpPlace } from '../../../src/adapters/sources/httpPlace';

const WATCH = { progress: () => undefined, signal: { aborted: false } };

async function asked(address: string): Promise<string> {
  let href = '';
  const place = httpPlace(new URL('https://models.example/fin%20ance/catalog.json?version=2'), {
    fetcher: async (input) => {
      href = String(input);
      return new Response('bytes');
    },
  });
  const file = address === '' ? { ok: true as const, value: place.file } : place.beside(address);
  if (!file.ok) return file.failure.code;
  await file.value.read(WATCH);
  return href;
}

test.each([
  ['', 'https://models.example/fin%20ance/catalog.json?version=2'],
  ['v14/Revenue model.xlsx', 'https://models.example/fin%20ance/v14/Revenue%20model.xlsx'],
  ['/other/100%25.xlsx', 'https://models.example/other/100%25.xlsx'],
  ['../../a.xlsx', 'outside-catalog'],
  ['https://models.example.evil.example/a.xlsx', 'outside-catalog'],
  ['//evil.example/a.xlsx', 'outside-catalog'],
])('what a catalog calls %p is %p', async (address, href) => expect(await asked(address)).toBe(href));
