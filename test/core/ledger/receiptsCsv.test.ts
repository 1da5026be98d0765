import fc from 'fast-check';
import { receiptsCsv } from '../../../src/core/ledger/receiptsCsv';
import { receipt } from '../../support/ledger';

/** The fields of a CSV text as RFC 4180 reads them. */
function fieldsOf(csv: string): string[][] {
  const lines: string[][] = [[]];
  for (const match of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g)) {
    if (match[0] === '') break;
    lines.at(-1)!.push(match[1]?.replaceAll('""', '"') ?? match[2]!);
    if (match[3] === '\r\n') lines.push([]);
  }
  return lines.filter((line) => line.length > 0);
}

describe('receiptsCsv', () => {
  it('gives a line of headings and one for each receipt', () => {
    expect(receiptsCsv([receipt(), receipt({ id: 'r2', by: 'Lee, "Finance"', undoneBy: 'r3', headlines: [] })])).toBe(
      [
        'Receipt,Date,By,Action,Official model,Version,SHA-256,Cells written,Taken,Kept,Refused,Headlines,Undone by',
        'r1,2026-11-03T10:00:00.000Z,Asha,sync,Revenue model,v14,ab12,42,7,2,1,Net revenue: 1200.5 → 1320 (official 1320),',
        'r2,2026-11-03T10:00:00.000Z,"Lee, ""Finance""",sync,Revenue model,v14,ab12,42,7,2,1,,r3',
        '',
      ].join('\r\n'),
    );
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', ' =1'])('keeps %j from being calculated where it is opened', (by) => {
    expect(fieldsOf(receiptsCsv([receipt({ by })]))[1]![2]).toBe(`'${by}`);
  });

  it('can be read again, whatever people are called', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', '"', ',', '\r', '\n', ' ', '=', '@') }), (by) => {
        const [, line] = fieldsOf(receiptsCsv([receipt({ by })]));
        expect(line).toHaveLength(13);
        expect(line![2]!.replace(/^'/, '')).toBe(by);
      }),
    );
  });
});
