import { showChange } from '../../src/cli/showChange';

const side = (value: string | number | null, format = 'General') => ({ value, format });

describe('a change in the terminal', () => {
  it.each([
    ['as cells show it', side(0.05, '0%'), side(0.06, '0%'), '5% → 6%'],
    ['in all digits where both look the same', side(2.468, '0'), side(2, '0'), '2.468 → 2'],
    ['in all digits of large numbers', side(1_000_000, '#,##0'), side(1_000_000.01, '#,##0'), '1,000,000 → 1,000,000.01'],
    ['as it is where only the format differs', side(1, '0'), side(1, '0'), '1 → 1'],
    ['with short texts whole', side('North'), side('North '), '"North" → "North "'],
    ['with blanks', side(null), side(0), '(blank) → 0'],
  ])('is told %s', (_, official, local, expected) => {
    expect(showChange(official, local)).toBe(expected);
  });

  it('shows long texts around what changed', () => {
    const text = 'The forecast assumes that renewals hold. '.repeat(100);
    const shown = showChange(side(text), side(`${text.slice(0, 2000)}mostly ${text.slice(2000)}`));
    expect(shown).toContain('mostly');
    expect(shown.length).toBeLessThan(400);
  });

  it('shows the ends of a long text that became another one', () => {
    const shown = showChange(side('a'.repeat(5000)), side('b'.repeat(5000)));
    expect(shown).toMatch(/^"a{150} … a{150}" → "b{150} … b{150}"$/);
  });
});
