import { tokenize } from '@borgar/fx';
import fc from 'fast-check';
import { scalarOperands } from '../../../src/core/formula/scalarOperands';

/** The formula with a `!` behind every operand that is one value. */
function marked(formula: string): string {
  const tokens = tokenize(formula, { mergeRefs: true, withLocation: false });
  const scalar = scalarOperands(tokens);
  return tokens.map(({ value }, i) => (scalar.has(i) ? `${value}!` : value)).join('');
}

test.each([
  ['=A:A', '=A:A!'],
  ['=SUM(A:A)', '=SUM(A:A)'],
  ['=SUM(A:A,-B:B)', '=SUM(A:A,-B:B!)'],
  ['=(A:A)*2', '=(A:A!)*2'],
  ['=SUM((A:A,B:B))', '=SUM((A:A,B:B))'],
  ['=IF(A:A,B:B,C:C)', '=IF(A:A!,B:B!,C:C!)'],
  ['=SUM(IF(A:A,B:B,C:C))', '=SUM(IF(A:A!,B:B,C:C))'],
  ['=COUNTIFS(A:A,B1,C:C,D:D)', '=COUNTIFS(A:A,B1!,C:C,D:D!)'],
  ['=TEXTJOIN(A:A,B:B,C:C,D:D)', '=TEXTJOIN(A:A,B:B!,C:C,D:D)'],
  ['=SUMPRODUCT(ABS(A:A)*B:B)', '=SUMPRODUCT(ABS(A:A)*B:B)'],
  ['=SUM(@A:A)', '=SUM(@A:A!)'],
  ['=A1:INDEX(B:B,C:C)', '=A1:INDEX(B:B,C:C!)'],
  ['=x#+Sales[Qty]', '=x#+Sales[Qty]!'],
  ['=SUM({1,2;3,4},A:A)+B:B', '=SUM({1,2;3,4},A:A)+B:B!'],
])('%s', (formula, expected) => {
  expect(marked(formula)).toBe(expected);
});

const formulas = fc.letrec<{ formula: string }>((tie) => ({
  formula: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    fc.constantFrom('A:A', '$B$2:$C9', "'My sheet'!1:3", 'Sales[Qty]', 'Rates', '7', '"a,(b"', '{1,2}'),
    fc.tuple(tie('formula'), fc.constantFrom('+', '&', '<=', '^'), tie('formula')).map((parts) => parts.join('')),
    fc
      .tuple(
        fc.constantFrom('SUM', 'IF', 'ABS', 'VLOOKUP', 'COUNTIFS', 'Own', ''),
        fc.array(tie('formula'), { minLength: 1, maxLength: 4 }),
      )
      .map(([name, parts]) => `${name}(${parts.join(',')})`),
  ),
})).formula;

test('law: no operand is one value where a function calculates with arrays, or one unknown does who knows what', () => {
  fc.assert(
    fc.property(formulas, fc.constantFrom('SUMPRODUCT', 'Own.Function'), (formula, name) => {
      expect(marked(`=${name}(${formula})`)).toBe(`=${name}(${formula})`);
    }),
  );
});

test('law: in a sum of formulas, what is one value does not depend on what stands beside it', () => {
  fc.assert(
    fc.property(formulas, formulas, (left, right) => {
      expect(marked(`=-(${left})+(${right})`)).toBe(`=-(${marked(`=-(${left})`).slice(3, -1)})+(${marked(`=-(${right})`).slice(3, -1)})`);
    }),
  );
});
