import { fetchVersion } from '../../../src/app/catalog/fetchVersion';
import { versionOf } from '../../support/catalog';
import { heldPlace } from '../../support/heldPlace';
import { sha256 } from '../../support/sha256';

const WATCH = { progress: () => undefined, signal: { aborted: false } };
const bytes = new TextEncoder().encode('the workbook');
const place = heldPlace({ 'models/revenue-v14.xlsx': bytes, 'models/short.xlsx': bytes.slice(1) }, 'models/catalog.json');
const fetched = (change: object) => fetchVersion(place, versionOf('v14', bytes, change), sha256, WATCH);

test('the file of a version is given when it is the one that was published', async () => {
  expect(await fetched({})).toEqual({ ok: true, value: { name: 'revenue-v14.xlsx', bytes } });
});

test('another file is not used, and why is said', async () => {
  expect(await fetched({ workbook: 'short.xlsx' })).toMatchObject({
    failure: {
      code: 'not-as-published',
      message: expect.stringContaining(
        'The file of version v14 is not the one that was published: it has 11 bytes, and 12 were published.',
      ),
    },
  });
  expect(await fetched({ sha256: '0'.repeat(64) })).toMatchObject({
    failure: { code: 'not-as-published', message: expect.stringContaining('it has as many bytes, but they are others') },
  });
});

test('a file that is gone or stands elsewhere is told', async () => {
  expect(await fetched({ workbook: 'gone.xlsx' })).toMatchObject({ failure: { code: 'not-found' } });
  expect(await fetched({ workbook: 'https://elsewhere.example/a.xlsx' })).toMatchObject({ failure: { code: 'outside-catalog' } });
});
