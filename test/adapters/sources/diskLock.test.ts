import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { diskFile } from '../../../src/adapters/sources/diskFile';
import { diskLock } from '../../../src/adapters/sources/diskLock';
import { value } from '../../contracts/remoteFileContract';

const WATCH = { progress: () => undefined, signal: { aborted: false } };
const folder = mkdtempSync(join(tmpdir(), 'tieout-lock-'));
const lock = join(folder, '.catalog.json.lock');
afterEach(() => rmSync(lock, { force: true }));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What a lock of this process says, with something of it changed. */
async function left(change: Record<string, unknown>): Promise<void> {
  const letGo = value(await diskLock(lock, WATCH));
  const text = readFileSync(lock, 'utf8');
  await letGo();
  writeFileSync(lock, JSON.stringify({ ...(JSON.parse(text) as object), ...change }));
}

let ended = 0;
beforeAll(async () => {
  const child = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60_000)']);
  await once(child, 'spawn');
  child.kill('SIGKILL');
  await once(child, 'exit');
  ended = child.pid!;
});

test('the lock of a process that crashed on this computer is taken over, and nothing of it stays', async () => {
  await left({ id: 'crashed', process: ended });
  const file = diskFile(join(folder, 'catalog.json'));
  const { tag } = value(await file.write(new Uint8Array([1]), null, WATCH));
  value(await file.write(new Uint8Array([2]), tag, WATCH));
  expect(readdirSync(folder)).toEqual(['catalog.json']);
});

test('of many who find the lock of a crashed process, one at a time writes', async () => {
  let inside = 0;
  let most = 0;
  for (let round = 0; round < 20; round++) {
    await left({ id: `crashed ${round}`, process: ended });
    await Promise.all(
      Array.from({ length: 6 }, async () => {
        const letGo = value(await diskLock(lock, WATCH));
        most = Math.max(most, ++inside);
        await new Promise((resolve) => setTimeout(resolve, 1));
        inside--;
        await letGo();
      }),
    );
  }
  expect(most).toBe(1);
  expect(readdirSync(folder)).toEqual(['catalog.json']);
}, 30_000);

test.each([
  [
    'of a process that runs',
    { process: process.ppid },
    `${userInfo().username} on ${hostname()} has been writing the file since 2026-11-20 09:30 UTC`,
  ],
  [
    'of another computer',
    { machine: 'another', on: 'FIN-PC-17', by: 'bo', process: 1 },
    'bo on FIN-PC-17 has been writing the file since 2026-11-20 09:30 UTC',
  ],
  ['that says nothing', null, 'Someone has been writing the file since 20'],
])('a lock %s is told, with who holds it since when and what to do, and stays', async (_, change, said) => {
  if (change === null) writeFileSync(lock, '');
  else await left({ at: '2026-11-20T09:30:11.000Z', ...change });
  const before = readFileSync(lock, 'utf8');
  const taken = await diskLock(lock, WATCH, 100);
  expect(taken).toMatchObject({ failure: { code: 'locked', message: expect.stringContaining(said) } });
  expect(taken).toMatchObject({ failure: { message: expect.stringMatching(/Nothing was changed\..* delete that file first\.$/) } });
  expect(readFileSync(lock, 'utf8')).toBe(before);
});

test('who lets go of a lock that was deleted by hand leaves the one that another has made since', async () => {
  const letGo = value(await diskLock(lock, WATCH));
  rmSync(lock);
  value(await diskLock(lock, WATCH));
  const theirs = readFileSync(lock, 'utf8');
  await letGo();
  expect(readFileSync(lock, 'utf8')).toBe(theirs);
});
