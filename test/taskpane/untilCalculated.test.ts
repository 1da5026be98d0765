import { untilCalculated } from '../../src/taskpane/state/untilCalculated';
import { FakeHost } from '../support/fakeHost';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

const watch = (signal = { aborted: false }) => ({ progress: () => undefined, signal });

/** Whether a promise is kept after so many milliseconds. */
async function isKept(promise: Promise<void>, milliseconds: number): Promise<boolean> {
  let kept = false;
  void promise.then(() => (kept = true));
  await jest.advanceTimersByTimeAsync(milliseconds);
  return kept;
}

test('waits while results are to come, and no longer', async () => {
  const host = new FakeHost();
  host.calculating = 'pending';
  const waiting = untilCalculated(host, watch());
  expect(await isKept(waiting, 5000)).toBe(false);
  host.calculating = 'done';
  expect(await isKept(waiting, 100)).toBe(true);
});

test.each(['done', 'manual'] as const)('does not wait where calculation is %s', async (calculating) => {
  const host = new FakeHost();
  host.calculating = calculating;
  expect(await isKept(untilCalculated(host, watch()), 0)).toBe(true);
});

test('gives up after 20 seconds, and when nobody waits any more', async () => {
  const host = new FakeHost();
  host.calculating = 'pending';
  expect(await isKept(untilCalculated(host, watch()), 20_100)).toBe(true);
  const signal = { aborted: false };
  const waiting = untilCalculated(host, watch(signal));
  expect(await isKept(waiting, 300)).toBe(false);
  signal.aborted = true;
  expect(await isKept(waiting, 100)).toBe(true);
});
