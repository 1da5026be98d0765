import { EXACT, type EqualWithin, type OwnTolerance } from '../../src/core/compare/EqualWithin';
import { createStrings } from '../../src/taskpane/strings';

const { inForce, inBrief } = createStrings('en-US').tolerance;
const on = (of: string, tolerance: number): OwnTolerance => ({ of, tolerance, kind: 'sheet' });
const net: OwnTolerance = { of: 'Net revenue', tolerance: 0.005, kind: 'headline' };

test.each<[EqualWithin, string | null, string | null]>([
  [EXACT, null, null],
  [{ tolerance: 1e-6, tolerances: [] }, 'Within 0.0001% counts as equal', 'Within 0.0001% counts as equal'],
  [{ tolerance: 0, tolerances: [] }, 'Within 0% counts as equal', 'Within 0% counts as equal'],
  [
    { tolerance: 0.01, tolerances: [on('Summary', 1e-4), on('Inputs', 1e-9)] },
    'Within 1% counts as equal; on Summary within 0.01%, on Inputs exactly',
    'Within 1% counts as equal, with 2 exceptions',
  ],
  [
    { ...EXACT, tolerances: [net] },
    'Counts as equal: for Net revenue within 0.5%; elsewhere exactly',
    'Compared exactly, with 1 exception',
  ],
  [
    { tolerance: 0.01, tolerances: [on('A', 0.1), on('B', 0.2), net] },
    'Within 1% counts as equal; on A within 10%, on B within 20%, and 1 more',
    'Within 1% counts as equal, with 3 exceptions',
  ],
])('%j is told as %p', (within, words, brief) => {
  expect([inForce(within), inBrief(within)]).toEqual([words, brief]);
});

test('percentages are written for the locale', () => {
  expect(createStrings('de-DE').tolerance.inForce({ tolerance: 1e-4, tolerances: [] })).toMatch(/^Within 0,01\s%/);
});
