import { OFFICIAL_SETTING, readOfficialSetting, writeOfficialSetting } from '../../../src/adapters/storage/officialSetting';
import { FakeHost } from '../../support/fakeHost';

test('what was written is read again', async () => {
  const host = new FakeHost();
  const setting = { title: 'Revenue model FY26', version: 'v14', url: 'https://models.example/a.xlsx', publishedAt: '2026-11-19' };
  await writeOfficialSetting(host, setting);
  expect(readOfficialSetting(host)).toEqual(setting);
});

test.each([undefined, null, 'https://models.example', { title: 'No link' }, { title: '', url: 'https://a' }, { title: 'a', url: 7 }])(
  '%p is no official model',
  (stored) => {
    const host = new FakeHost();
    host.settings.set(OFFICIAL_SETTING, stored);
    expect(readOfficialSetting(host)).toBeNull();
  },
);
