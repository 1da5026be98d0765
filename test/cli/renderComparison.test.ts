import { renderComparison } from '../../src/cli/renderComparison';
import { modelsOf } from '../support/comparisonOf';

describe('renderComparison', () => {
  it('lists more differences than a call can have arguments', () => {
    const { comparison } = modelsOf(['cause value Data!A1 1 → 2']);
    const listed = Array.from({ length: 200_000 }, () => comparison.differences[0]!);
    const text = renderComparison(comparison, { listed, fewest: null, only: null, all: false, colour: false });
    expect(text.split('\n').filter((line) => line.includes('value: 1 → 2'))).toHaveLength(200_000);
  });
});
