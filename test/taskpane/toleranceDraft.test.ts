import fc from 'fast-check';
import { EXACT } from '../../src/core/compare/EqualWithin';
import { draftOf, holdersLeft, OFFERED, withinOf } from '../../src/taskpane/lists/toleranceDraft';

const typing = (typed: string) => withinOf({ offered: null, typed, own: [] })?.tolerance ?? null;

test.each([
  ['0.05', 0.0005],
  ['0,05', 0.0005],
  [' 0.07 % ', 0.0007],
  ['.5', 0.005],
  ['2.', 0.02],
  ['0', 0],
  ['99.9', 0.999],
  ['100', null],
  ['-1', null],
  ['1e-3', null],
  ['1,000.5', null],
  ['', null],
  ['%', null],
  ['one', null],
])('%j typed is %p', (text, share) => {
  expect(typing(text)).toBe(share);
});

test('a draft says again what it was made of, in any locale', () => {
  const tolerance = fc.oneof(
    fc.constantFrom(...OFFERED),
    fc.integer({ min: 0, max: 999_999 }).map((parts) => parts / 1e6),
  );
  const tolerances = fc.array(
    fc.record({ of: fc.string({ minLength: 1 }), tolerance, kind: fc.constantFrom('sheet' as const, 'headline' as const) }),
  );
  fc.assert(
    fc.property(tolerance, tolerances, fc.constantFrom('en-US', 'de-DE', 'fr-FR', 'ar-EG', 'hi-IN-u-nu-deva'), (all, own, locale) => {
      const within = { tolerance: all, tolerances: own };
      expect(withinOf(draftOf(within, locale))).toEqual(within);
    }),
  );
});

test('what has a tolerance of its own is not offered again, a headline called like a sheet is', () => {
  const draft = draftOf({ ...EXACT, tolerances: [{ of: 'arr', tolerance: 0, kind: 'sheet' }] }, 'en-US');
  const inputs = { of: 'Inputs', kind: 'sheet' } as const;
  const arr = { of: 'ARR', kind: 'headline' } as const;
  expect(holdersLeft(draft, [inputs, { of: 'ARR', kind: 'sheet' }, arr])).toEqual([inputs, arr]);
});
