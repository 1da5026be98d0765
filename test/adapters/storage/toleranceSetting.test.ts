import { readToleranceSetting, TOLERANCE_SETTING, writeToleranceSetting } from '../../../src/adapters/storage/toleranceSetting';
import { EXACT } from '../../../src/core/compare/EqualWithin';
import { FakeHost } from '../../support/fakeHost';

const summary = { of: 'Summary', tolerance: 0.01, kind: 'sheet' } as const;
const net = { of: 'Net revenue', tolerance: 1e-3, kind: 'headline' } as const;

test('what was written is read again', async () => {
  const host = new FakeHost();
  const within = { tolerance: 1e-4, tolerances: [summary, net] };
  await writeToleranceSetting(host, within, EXACT);
  expect(readToleranceSetting(host)).toEqual(within);
});

test('what is usual leaves nothing behind, what is exact does where something else is usual', async () => {
  const host = new FakeHost();
  const usual = { tolerance: 0.01, tolerances: [summary, net] };
  await writeToleranceSetting(host, EXACT, usual);
  expect(readToleranceSetting(host)).toEqual(EXACT);
  await writeToleranceSetting(host, { tolerance: 0.01, tolerances: [net, summary] }, usual);
  expect(readToleranceSetting(host)).toBeNull();
});

test('what is exact leaves nothing behind, an own tolerance of a sheet does', async () => {
  const host = new FakeHost();
  await writeToleranceSetting(host, { ...EXACT, tolerances: [summary] }, EXACT);
  expect(host.getSetting(TOLERANCE_SETTING)).toEqual({ tolerance: 1e-9, tolerances: [summary] });
  await writeToleranceSetting(host, EXACT, EXACT);
  expect(host.getSetting(TOLERANCE_SETTING)).toBeUndefined();
});

test.each([
  [undefined, null],
  ['1%', null],
  [{ tolerance: 1 }, EXACT],
  [
    { tolerance: -0.1, tolerances: [summary] },
    { ...EXACT, tolerances: [summary] },
  ],
  [
    { tolerance: 0.01, tolerances: 'Summary' },
    { tolerance: 0.01, tolerances: [] },
  ],
  [
    {
      tolerance: 0,
      tolerances: [
        summary,
        { ...net, tolerance: 'all' },
        { ...summary, of: '' },
        { of: 'Inputs', tolerance: 0 },
        { ...net, kind: 'table' },
        7,
      ],
      version: 2,
    },
    { tolerance: 0, tolerances: [summary] },
  ],
])('of %j it takes what it understands', (stored, within) => {
  const host = new FakeHost();
  host.settings.set(TOLERANCE_SETTING, stored);
  expect(readToleranceSetting(host)).toEqual(within);
});
