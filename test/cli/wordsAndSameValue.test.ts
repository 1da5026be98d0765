import { renderComparison } from '../../src/cli/renderComparison';
import { compareSnapshots } from '../../src/app/compareWorkbooks';
import { comparisonSchema } from '../../src/app/comparisonSchema';
import { withWords } from '../../src/app/withWords';
import { workbook } from '../support/workbook';

function compared(official: string, local: string, value: number, other = value) {
  const sheet = { A1: 'Rate', B1: 0.5, A2: 'Seats', B2: 0, A3: 'Sold' };
  const result = compareSnapshots(
    workbook({ Plan: { ...sheet, B3: [official, value] } }),
    workbook({ Plan: { ...sheet, B3: [local, other] } }),
  );
  if (!result.ok) throw new Error(result.failure.message);
  return withWords(result.value, 'en-US');
}

function rendered(comparison: ReturnType<typeof compared>): string {
  return renderComparison(comparison, { listed: comparison.differences, fewest: null, only: null, all: false, colour: false });
}

test('formulas are followed by their words, and a value that agrees is told as the same', () => {
  const comparison = compared('=B1*B2', '=B2*B2', 0);
  expect(rendered(comparison)).toContain(
    [
      '  B3            formula',
      '                official  =B1*B2',
      '                in words  Rate × Seats',
      '                yours     =B2*B2',
      '                in words  Seats × Seats',
      '                value     0, same value',
    ].join('\n'),
  );
  expect(comparisonSchema.parse(JSON.parse(JSON.stringify(comparison)))).toEqual(comparison);
});

test('values that differ are both told', () => expect(rendered(compared('=B1*B2', '=B1+B2', 0, 0.5))).toContain('value     0 → 0.5'));

test('a formula that nothing names has no words', () => {
  const comparison = compared('=1+1', '=D7+2', 2);
  expect(comparison.differences[0]!.local).not.toHaveProperty('words');
});
