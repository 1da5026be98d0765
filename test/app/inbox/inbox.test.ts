import fc from 'fast-check';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { diskPlace } from '../../../src/adapters/sources/diskPlace';
import { httpPlace } from '../../../src/adapters/sources/httpPlace';
import type { InboxReceipt } from '../../../src/app/inbox/inboxReceiptSchema';
import { readInbox } from '../../../src/app/inbox/readInbox';
import { sendReceipt } from '../../../src/app/inbox/sendReceipt';
import { teamStandings } from '../../../src/app/inbox/teamStandings';
import type { RemotePlace } from '../../../src/app/ports/RemotePlace';
import type { Catalog } from '../../../src/core/catalog/Catalog';
import { value } from '../../contracts/remoteFileContract';
import { heldPlace } from '../../support/heldPlace';

const catalog: Catalog = { schema: 'tieout.catalog/1', title: 'Models', models: [] };
const fetcher: typeof fetch = async () => new Response(null, { status: 405 });
const WATCH = { progress: () => undefined, signal: { aborted: false } };
const root = mkdtempSync(join(tmpdir(), 'tieout-inbox-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
let folders = 0;
const onDisk = (): { readonly place: RemotePlace; readonly folder: string } => {
  const folder = join(root, String(folders++));
  mkdirSync(join(folder, 'inbox'), { recursive: true });
  return { place: diskPlace(join(folder, 'catalog.json')), folder };
};
const receipt = (team: string, at: string, verdict: InboxReceipt['verdict'] = 'ties'): InboxReceipt => ({
  schema: 'tieout.inbox-receipt/1',
  team,
  author: 'asha',
  at,
  model: 'revenue',
  version: 'v3',
  verdict,
  causes: 1,
  cells: 2,
  headlines: [{ name: 'Revenue', official: 24, local: null, format: 'General', ties: false }],
});

test.each([
  ['a disk', () => onDisk().place],
  ['memory', () => heldPlace({}, 'a/catalog.json')],
])('all that is sent at one moment to %s is there afterwards, newest first', async (_, place) => {
  const to = place();
  const early = Array.from({ length: 20 }, (_each, at) =>
    sendReceipt(to, receipt(`Team ${at}`, '2026-11-01T10:00:00.000Z'), `id${at}`, WATCH),
  );
  expect((await Promise.all(early)).every(({ ok }) => ok)).toBe(true);
  value(await sendReceipt(to, receipt('team 7 ', '2026-11-02T10:00:00.000Z', 'differs'), 'x', WATCH));
  const { receipts, unreadable } = value(await readInbox(to, catalog, WATCH));
  expect([receipts.length, unreadable]).toEqual([21, []]);
  const [first, ...others] = teamStandings(receipts);
  expect([first!.newest.verdict, first!.earlier.map(({ team }) => team), others.length]).toEqual(['differs', ['Team 7'], 19]);
});

test('a receipt replaces none', async () => {
  const { place, folder } = onDisk();
  const one = receipt('One', '2026-11-01T10:00:00.000Z');
  value(await sendReceipt(place, one, 'same', WATCH));
  expect(await sendReceipt(place, { ...one, team: 'Two' }, 'same', WATCH)).toMatchObject({ failure: { code: 'changed' } });
  expect(value(await readInbox(place, catalog, WATCH)).receipts).toEqual([one]);
  expect(readdirSync(join(folder, 'inbox'))).toHaveLength(1);
});

test('whatever lies in the inbox, good receipts are read and the rest is told', async () => {
  const good = new TextEncoder().encode(JSON.stringify(receipt('Good', '2026-11-01T10:00:00.000Z')));
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.oneof(
          fc.uint8Array({ maxLength: 60 }),
          fc.nat(good.length - 1).map((end) => good.slice(0, end)),
        ),
      ),
      async (bad) => {
        const files = Object.fromEntries(bad.map((bytes, at) => [`a/inbox/b%${at}.json`, bytes]));
        const inbox = value(await readInbox(heldPlace({ ...files, 'a/inbox/good.json': good }, 'a/catalog.json'), catalog, WATCH));
        expect([inbox.receipts.map(({ team }) => team), inbox.unreadable.length]).toEqual([['Good'], bad.length]);
      },
    ),
  );
});

test('what is too large is not read, links are not followed, and drafts are passed over', async () => {
  const { place, folder } = onDisk();
  writeFileSync(join(folder, 'secret.json'), JSON.stringify(receipt('Secret', '2026-11-01T10:00:00.000Z')));
  symlinkSync(join(folder, 'secret.json'), join(folder, 'inbox/link.json'));
  writeFileSync(join(folder, 'inbox/.a.part'), '{');
  writeFileSync(join(folder, 'inbox/large.json'), ' '.repeat(600_000));
  mkdirSync(join(folder, 'inbox/folder'));
  expect(value(await readInbox(place, catalog, WATCH))).toEqual({
    receipts: [],
    proposals: [],
    unreadable: [{ name: 'large.json', why: 'It is too large to be a report or a proposal.' }],
    unseen: 0,
  });
});

test('an inbox that is not there, and a store that lists nothing, are told with a way out', async () => {
  const none = diskPlace(join(root, 'catalog.json'));
  expect(await readInbox(none, catalog, WATCH)).toMatchObject({
    failure: { code: 'no-folder', message: expect.stringContaining('Make a folder') },
  });
  expect(await sendReceipt(none, receipt('A', '2026-11-01T10:00:00.000Z'), 'a', WATCH)).toMatchObject({
    failure: { message: expect.stringContaining('which its owner makes once') },
  });
  expect(await readInbox(httpPlace(new URL('https://models.example/catalog.json'), { fetcher }), catalog, WATCH)).toMatchObject({
    failure: { code: 'cannot-list', message: expect.stringContaining('models.example') },
  });
});
