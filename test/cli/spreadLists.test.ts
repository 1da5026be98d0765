import fc from 'fast-check';
import { spreadLists } from '../../src/cli/spreadLists';

const LINE = { files: 2, single: new Set(['--tolerance']), lists: new Set(['--headline', '--pair']) };
const spread = (line: string) => spreadLists(line.split(' '), LINE).join(' ');

test.each([
  ['o l', 'o l'],
  ['--headline A o l', '--headline=A o l'],
  ['--headline A B o l', '--headline=A --headline=B o l'],
  ['o --headline A B l', 'o --headline=A --headline=B l'],
  ['o l --headline A B', 'o l --headline=A --headline=B'],
  ['--headline A --tolerance 0.1 o l', '--headline=A --tolerance 0.1 o l'],
  ['o l --headline A --pair X=Y P=Q --json', 'o l --headline=A --pair=X=Y --pair=P=Q --json'],
  ['--headline=A o l', '--headline=A o l'],
  ['--headline A B -- o l', '--headline=A --headline=B -- o l'],
  ['o --headline', 'o --headline'],
  ['--headline A o', '--headline=A o'],
])('%s becomes %s', (line, spreadOut) => expect(spread(line)).toBe(spreadOut));

test('wherever files and options stand, they are read as the same', () => {
  const word = fc.constantFrom('A', 'B!C3', 'Net_revenue');
  const options = fc.array(
    fc.oneof(
      fc.tuple(fc.constantFrom('--headline', '--pair'), word),
      fc.tuple(fc.constant('--tolerance'), fc.constant('0.1')),
      fc.tuple(fc.constant('--json')),
    ),
    { maxLength: 4 },
  );
  fc.assert(
    fc.property(options, fc.nat(), fc.nat(), (typed, one, other) => {
      const pieces: (readonly string[])[] = [...typed];
      const [first, last] = [one % (typed.length + 1), other % (typed.length + 1)].sort((a, b) => a - b) as [number, number];
      pieces.splice(last, 0, ['local.xlsx']);
      pieces.splice(first, 0, ['official.xlsx']);
      const out = spreadLists(pieces.flat(), LINE);
      expect(out.filter((text, i) => !text.startsWith('--') && out[i - 1] !== '--tolerance')).toEqual(['official.xlsx', 'local.xlsx']);
      const listed = typed.filter(([flag]) => LINE.lists.has(flag)).map(([flag, value]) => `${flag}=${value}`);
      expect(out.filter((text) => text.includes('='))).toEqual(listed);
    }),
  );
});
