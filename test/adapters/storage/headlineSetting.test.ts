import { HEADLINE_SETTING, readHeadlineSetting, writeHeadlineSetting } from '../../../src/adapters/storage/headlineSetting';
import { NO_CHOICE } from '../../../src/core/headlines/HeadlineChoice';
import { FakeHost } from '../../support/fakeHost';

const one = { label: 'Price · Q2', official: 'Inputs!C2', local: 'Inputs!C3' };

test('what was written is read again', async () => {
  const host = new FakeHost();
  const choice = { added: [one], removed: ['Net revenue'] };
  await writeHeadlineSetting(host, choice);
  expect(readHeadlineSetting(host)).toEqual(choice);
});

test('nothing chosen leaves nothing behind', async () => {
  const host = new FakeHost();
  await writeHeadlineSetting(host, NO_CHOICE);
  expect(host.getSetting(HEADLINE_SETTING)).toBeUndefined();
});

test.each([
  [undefined, NO_CHOICE],
  ['Summary!B2', NO_CHOICE],
  [{ added: 'Summary!B2' }, NO_CHOICE],
  [
    { added: [one, { label: 7 }, { label: 'No place', official: null, local: null }, { ...one, colour: 'red' }] },
    { added: [one, one], removed: [] },
  ],
  [
    { removed: ['Net revenue', 3], version: 2 },
    { added: [], removed: ['Net revenue'] },
  ],
])('of %j it takes what it understands', (stored, choice) => {
  const host = new FakeHost();
  host.settings.set(HEADLINE_SETTING, stored);
  expect(readHeadlineSetting(host)).toEqual(choice);
});
