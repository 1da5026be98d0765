import { joinTogether, takeApart } from '../../src/taskpane/lists/regroup';
import { AS_FOUND } from '../../src/core/explain/Regrouping';

const price = { causes: ['a', 'b'] };
const rate = { causes: ['c'] };

test('a driver is shown in its parts, and one of those again', () => {
  const once = takeApart(AS_FOUND, { causes: ['a', 'b', 'c'] });
  expect(takeApart(once, price)).toEqual({
    together: [],
    apart: [
      ['a', 'b', 'c'],
      ['a', 'b'],
    ],
  });
});

test('a driver that is being opened is not opened once more', () => {
  const once = takeApart(AS_FOUND, price);
  expect(takeApart(once, { causes: ['b', 'a'] })).toBe(once);
});

test('what was put together comes apart into what it was', () => {
  const joined = joinTogether(AS_FOUND, [price, rate]);
  expect(joined).toEqual({ together: [['a', 'b', 'c']], apart: [] });
  expect(takeApart(joined, { causes: ['a', 'b', 'c'] })).toEqual(AS_FOUND);
});

test('more is put to what was put together before', () => {
  const joined = joinTogether(AS_FOUND, [price, rate]);
  expect(joinTogether(joined, [{ causes: ['a', 'b', 'c'] }, { causes: ['d'] }]).together).toEqual([['a', 'b', 'c', 'd']]);
});

test('a driver that was opened is closed again by putting its parts together', () => {
  const opened = takeApart(AS_FOUND, price);
  expect(joinTogether(opened, [{ causes: ['a'] }, { causes: ['b'] }])).toEqual({ together: [['a', 'b']], apart: [] });
});
