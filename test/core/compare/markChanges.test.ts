import fc from 'fast-check';
import { markChanges, type MarkedChanges, type Segment } from '../../../src/core/compare/markChanges';
import { formulaText } from '../../support/formula';

/** `=SUM(«B2:B10»)`. */
function marked(segments: readonly Segment[]): string {
  return segments.map(({ text, changed }) => (changed ? `«${text}»` : text)).join('');
}

function plain(segments: readonly Segment[]): string {
  return segments.map(({ text }) => text).join('');
}

describe('markChanges', () => {
  const text = fc.oneof(
    formulaText.map((formula) => `=${formula}`),
    fc.string(),
    fc.lorem(),
  );

  it('gives both texts back', () => {
    fc.assert(
      fc.property(text, text, (official, local) => {
        const changes = markChanges(official, local);
        expect(plain(changes.official)).toBe(official);
        expect(plain(changes.local)).toBe(local);
      }),
    );
  });

  it('marks nothing in equal texts, and something in texts that differ in more than spaces and case', () => {
    fc.assert(
      fc.property(text, text, (one, other) => {
        const anyMarked = ({ official, local }: MarkedChanges): boolean => [...official, ...local].some(({ changed }) => changed);
        const bare = (value: string): string => value.replace(/\s/g, '').toUpperCase();
        expect(anyMarked(markChanges(one, one))).toBe(false);
        if (bare(one) !== bare(other)) expect(anyMarked(markChanges(one, other))).toBe(true);
      }),
    );
  });

  it.each([
    ['=SUM(B2:B10)', '=SUM(B2:B12)', '=SUM(«B2:B10»)', '=SUM(«B2:B12»)'],
    ['=A1*0.12', '=A1 * 0.15', '=A1*«0.12»', '=A1 * «0.15»'],
    ['=sum(A1)', '=SUM(A1)', '=sum(A1)', '=SUM(A1)'],
    ['=A1-B2-C3', '=A1-B2', '=A1-B2«-C3»', '=A1-B2'],
    ['Net revenue after churn', 'Net revenue before churn', 'Net revenue «after »churn', 'Net revenue «before »churn'],
  ])('%s → %s', (official, local, ours, theirs) => {
    const changes = markChanges(official, local);
    expect([marked(changes.official), marked(changes.local)]).toEqual([ours, theirs]);
  });
});
