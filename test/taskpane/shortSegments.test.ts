import { shortSegments } from '../../src/taskpane/wording/shortSegments';

const same = (text: string) => ({ text, changed: false });
const changed = (text: string) => ({ text, changed: true });
const run = (letter: string, count: number) => letter.repeat(count);

test('what is not long stays as it is', () => {
  const segments = [same('=SUM('), changed('B2'), same(run('x', 100))];
  expect(shortSegments(segments)).toBe(segments);
});

test('around changes, long stretches that are the same are cut', () =>
  expect(shortSegments([same(run('a', 500)), changed('B2'), same(run('c', 500)), changed('D4'), same(run('e', 500))])).toEqual([
    same(`… ${run('a', 60)}`),
    changed('B2'),
    same(`${run('c', 60)} … ${run('c', 60)}`),
    changed('D4'),
    same(`${run('e', 60)} …`),
  ]));

test('a long text without a change, and a long change, are cut at their end', () => {
  expect(shortSegments([same(run('a', 500))])).toEqual([same(`${run('a', 300)} …`)]);
  expect(shortSegments([same('='), changed(run('a', 500))])).toEqual([same('='), changed(`${run('a', 300)} …`)]);
});

describe('a formula in words', () => {
  const place = (text: string) => ({ text, changed: false, place: { sheet: 'Plan', address: 'B2' } });
  const long = Array.from({ length: 60 }, (_, i) => [place(`Line ${i}`), same(' + ')]).flat();

  test('is cut between its parts, never within one that stands for a cell', () => {
    const short = shortSegments([...long, changed('Growth'), ...long]);
    expect(short.length).toBeLessThan(40);
    expect(short.filter((segment) => 'place' in segment).every(({ text }) => /^Line \d+$/.test(text))).toBe(true);
    expect(short.map(({ text }) => text).join('')).toMatch(/^… .*Line 59 \+ GrowthLine 0 \+ .* …$/);
  });

  test('stays as it is when it is short', () => {
    const segments = [place('Renewals'), same(' × '), changed('Rate')];
    expect(shortSegments(segments)).toBe(segments);
  });
});
