import { renderTrace } from '../../src/cli/renderTrace';
import type { ChainStep } from '../../src/core/explain/Chain';

function step(row: number, role: ChainStep['role'], officialRow = row): ChainStep {
  const side = (at: number, value: number) => ({ sheet: 'Cash flow', address: `B${at}`, value, formula: null, format: '0.0' });
  return { official: side(officialRow, 1), local: side(row, 2), label: `Line ${row}`, difference: `d${row}`, role };
}

const chain = (length: number) =>
  Array.from({ length }, (_, k) => step(k + 1, k === length - 1 ? 'cause' : k === 1 ? 'cause' : 'consequence'));

describe('renderTrace', () => {
  it('shows a long chain from both ends, and all of it when asked', () => {
    expect(renderTrace({ of: 'x', says: '', chains: [chain(8)] }, false)).toEqual([
      '                            official  yours',
      "  'Cash flow'!B1    Line 1       1.0    2.0",
      "  ← 'Cash flow'!B2  Line 2       1.0    2.0  cause too",
      "  ← 'Cash flow'!B3  Line 3       1.0    2.0",
      '    … 3 cells between',
      "  ← 'Cash flow'!B7  Line 7       1.0    2.0",
      "  ← 'Cash flow'!B8  Line 8       1.0    2.0  cause",
    ]);
    expect(renderTrace({ of: 'x', says: '', chains: [chain(8)] }, true)).toHaveLength(9);
    expect(renderTrace({ of: 'x', says: '', chains: [chain(6)] }, false)).toHaveLength(7);
  });

  it('says official’s address where it is another, and what one workbook does not have', () => {
    const lines = renderTrace(
      { of: 'x', says: 'x was changed itself.', chains: [[step(3, 'cause', 2), { ...step(1, 'cause'), official: null }]] },
      false,
    );
    expect(lines[0]).toBe('  x was changed itself.');
    expect(lines[2]).toContain("'Cash flow'!B3 (official B2)");
    expect(lines[3]).toMatch(/not there +2.0 {2}cause$/);
  });
});
