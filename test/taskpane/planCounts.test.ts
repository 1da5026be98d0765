import { planCounts } from '../../src/taskpane/lists/planCounts';
import { planOf } from '../support/fakeEngine';

const draft = (taken: string[], refused: string[], removable: string[] = [], remove: string[] = []) => ({
  plan: { ...planOf(taken), refused: refused.map((difference) => ({ difference, reason: 'It is left.' })) },
  take: [...new Set([...taken, ...refused, ...removable])],
  removable,
  remove,
});
const counts = (...parts: Parameters<typeof draft>) => {
  const { left, remarked, ...rest } = planCounts(draft(...parts));
  return { ...rest, left: [...left], remarked: [...remarked] };
};

test('what is written is taken', () => expect(counts(['a', 'b'], [])).toEqual({ asked: 2, taken: 2, left: [], remarked: [] }));

test('what is refused is left, once, however many reasons there are', () =>
  expect(counts(['a'], ['b', 'b'])).toEqual({ asked: 2, taken: 1, left: ['b'], remarked: [] }));

test('what is written with a remark is taken', () =>
  expect(counts(['a'], ['a'])).toEqual({ asked: 1, taken: 1, left: [], remarked: ['a'] }));

test('what only local has is neither, until it is ticked', () => {
  expect(counts(['a'], ['own'], ['own'])).toEqual({ asked: 2, taken: 1, left: [], remarked: [] });
  expect(counts(['a'], [], ['own'], ['own'])).toEqual({ asked: 2, taken: 2, left: [], remarked: [] });
});
