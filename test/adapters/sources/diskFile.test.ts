import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { diskFile } from '../../../src/adapters/sources/diskFile';
import { diskPlace } from '../../../src/adapters/sources/diskPlace';
import { remoteFileContract, value } from '../../contracts/remoteFileContract';
import { remotePlaceContract } from '../../contracts/remotePlaceContract';

const WATCH = { progress: () => undefined, signal: { aborted: false } };
const bytes = new TextEncoder().encode('bytes');
const folder = mkdtempSync(join(tmpdir(), 'tieout-disk-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

remoteFileContract((name) => diskFile(join(folder, name)));

const places = mkdtempSync(join(tmpdir(), 'tieout-places-'));
afterAll(() => rmSync(places, { recursive: true, force: true }));
remotePlaceContract(
  async (name) => mkdirSync(join(places, name, 'inbox', 'deeper'), { recursive: true }),
  (name) => diskPlace(join(places, name, 'catalog.json')),
);

test('nothing is left beside what was written', () => {
  expect(readdirSync(folder).filter((name) => !name.endsWith('.xlsx'))).toEqual([]);
});

test('a writer that does not end is told and not overrun', async () => {
  const one = diskFile(join(folder, 'one.json'));
  const { tag } = value(await one.write(bytes, null, WATCH));
  writeFileSync(join(folder, '.one.json.lock'), '');
  const written = await one.write(bytes.slice(1), tag, { ...WATCH, signal: { aborted: false } });
  expect(written).toMatchObject({ failure: { code: 'locked', message: expect.stringContaining('.one.json.lock') } });
  expect(value(await one.look(WATCH, tag))).toBe('same');
}, 20_000);

test('a folder, and one that is not there, are told', async () => {
  expect(await diskFile(folder).read(WATCH)).toMatchObject({ failure: { message: expect.stringContaining('it is a folder') } });
  expect(await diskFile(join(folder, 'none/a.json')).write(bytes, null, WATCH)).toMatchObject({
    failure: { message: expect.stringContaining('its folder is not there') },
  });
});

test('the files beside a catalog are those of its folder and below', async () => {
  const place = diskPlace(join(folder, 'catalog.json'));
  writeFileSync(join(folder, 'a b.xlsx'), bytes);
  const beside = place.beside('a%20b.xlsx');
  expect(beside.ok && value(await beside.value.read(WATCH))).toMatchObject({ bytes });
  for (const address of ['../a.xlsx', '/../a.xlsx', 'x/../../a.xlsx', 'file:///etc/passwd']) {
    expect(place.beside(address)).toMatchObject({ failure: { code: 'outside-catalog' } });
  }
});
