import { environmentCredentials } from '../../src/cli/environmentCredentials';
import { openPlace } from '../../src/cli/openPlace';
import { value } from '../contracts/remoteFileContract';

const opened = (argument: string) => openPlace(argument, environmentCredentials({}));

test('an address with a password in it is not opened, nor shown', () => {
  const place = opened('https://asha:s3cret@models.example/catalog.json');
  expect(place).toMatchObject({ failure: { code: 'credentials-in-link' } });
  expect(JSON.stringify(place)).not.toMatch(/asha|s3cret/);
});

test.each([
  ['http://models.example/catalog.json', 'insecure-link'],
  ['ftp://models.example/catalog.json', 'insecure-link'],
  ['https://', 'bad-link'],
])('%p is refused: %s', (argument, code) => expect(opened(argument)).toMatchObject({ ok: false, failure: { code } }));

test.each(['https://models.example/a/catalog.json#revenue', '/home/asha/catalog.json', 'C:\\models\\catalog.json'])(
  '%p can be opened',
  (argument) => expect(opened(argument)).toMatchObject({ ok: true }),
);

test('who someone is comes from the environment, for one server alone where that is said', async () => {
  const header = async (environment: Record<string, string>, origin = 'https://models.example') =>
    value(await environmentCredentials(environment).authorization(origin, { isWriting: false, refused: null }));
  expect(await header({})).toBeNull();
  expect(await header({ TIEOUT_TOKEN: 'abc' })).toBe('Bearer abc');
  expect(await header({ TIEOUT_USER: 'asha', TIEOUT_PASSWORD: 'é:1' })).toBe(`Basic ${Buffer.from('asha:é:1').toString('base64')}`);
  expect(await header({ TIEOUT_TOKEN: 'abc', TIEOUT_ORIGIN: 'https://models.example/' })).toBe('Bearer abc');
  expect(await header({ TIEOUT_TOKEN: 'abc', TIEOUT_ORIGIN: 'https://models.example' }, 'https://evil.example')).toBeNull();
});
