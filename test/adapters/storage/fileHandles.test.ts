import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { fileHandles } from '../../../src/adapters/storage/fileHandles';
import { OFFICIAL_FILE_SETTING, readOfficialFile, writeOfficialFile } from '../../../src/adapters/storage/officialFileSetting';
import type { FileHandle } from '../../../src/app/ports/FileHandle';
import { FakeHost } from '../../support/fakeHost';

/** What a browser stores of a handle is its own affair; this one has nothing that could not be stored. */
const handle = (name: string) => ({ name }) as FileHandle;

test('what is kept is found, in another pane too; what is not, is not', async () => {
  await fileHandles().keep('a', handle('A.xlsx'), 1);
  expect(await fileHandles().find('a')).toMatchObject({ name: 'A.xlsx' });
  expect(await fileHandles().find('b')).toBeNull();
});

test('the newest fifty are kept', async () => {
  const handles = fileHandles();
  for (let at = 1; at <= 60; at++) await handles.keep(`n${at}`, handle(`${at}.xlsx`), at + 10);
  expect(await (await openDB('tieout-files')).count('handles')).toBe(50);
  expect([await handles.find('n10'), await handles.find('n11')]).toEqual([null, expect.objectContaining({ name: '11.xlsx' })]);
});

test('one that cannot be stored is not, and nothing is said', async () => {
  const unstorable = { name: 'A.xlsx', getFile: () => Promise.reject(new Error()) };
  await fileHandles().keep('c', unstorable, 99);
  expect(await fileHandles().find('c')).toBeNull();
});

test('a workbook remembers which it was', async () => {
  const host = new FakeHost();
  await writeOfficialFile(host, { title: 'Official', id: 'a' });
  expect(readOfficialFile(host)).toEqual({ title: 'Official', id: 'a' });
  for (const stored of [undefined, null, 'a', { title: '', id: 'a' }, { title: 'A' }]) {
    host.settings.set(OFFICIAL_FILE_SETTING, stored);
    expect(readOfficialFile(host)).toBeNull();
  }
});
