import fc from 'fast-check';
import type { Receipt } from '../../../src/core/ledger/Receipt';
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

/** What a program takes for fields that splits at semicolons or tabs, and for which a quote within a field is a letter as any other. */
function piecesOf(csv: string): string[] {
  return csv.split(/[;\t\r\n]/).map((piece) => piece.replace(/^"/, ''));
}

/** Whether a field as read is taken for a formula, or begins so that what is behind might be. */
function isCalculated(field: string): boolean {
  return field.startsWith('\t') || field.startsWith('\r') || '=+-@＝＋－＠'.includes(field.replace(/^[\s\p{C}]+/u, '').charAt(0) || ' ');
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
    const field = fieldsOf(receiptsCsv([receipt({ by })]))[1]![2]!;
    expect([field[0], field.replaceAll("'", '')]).toEqual(["'", by]);
  });

  it.each(['＝1+1', '\n=1', 'a;=1', 'a\t+1', 'a\r\n@SUM(A1)', '\u0000=1', '; ;-1'])(
    'keeps %j from it, also where the list separator is another',
    (by) => {
      expect(piecesOf(receiptsCsv([receipt({ by })])).filter(isCalculated)).toEqual([]);
    },
  );

  const words = fc.string({ unit: fc.constantFrom(...'=+-@＝＋－＠\t\r\n;,"\' a1(\u0000\u00a0\u200b', '=cmd|'), maxLength: 12 });
  const amount = fc.option(fc.double({ noNaN: true, noDefaultInfinity: true }));
  const count = fc.nat();
  const receipts: fc.Arbitrary<Receipt> = fc.record({
    id: words,
    at: words,
    by: words,
    action: fc.constantFrom('sync', 'undo', 'compare', 'merge'),
    official: fc.record({ name: words, version: fc.option(words), sha256: fc.option(words) }),
    cells: count,
    taken: count,
    kept: count,
    refused: count,
    headlines: fc.array(fc.record({ name: words, format: words, before: amount, after: amount, official: amount }), { maxLength: 3 }),
    undoneBy: fc.option(words),
    undoable: fc.boolean(),
  });

  it('never holds a field that is calculated where it is opened or pasted, whatever a receipt says', () => {
    let tried = 0;
    fc.assert(
      fc.property(fc.array(receipts, { maxLength: 3 }), (all) => {
        const csv = receiptsCsv(all);
        tried += all.filter(({ by }) => isCalculated(by)).length;
        expect(fieldsOf(csv).map(({ length }) => length)).toEqual(Array.from({ length: all.length + 1 }, () => 13));
        expect([...fieldsOf(csv).flat(), ...piecesOf(csv)].filter(isCalculated)).toEqual([]);
      }),
      { numRuns: 500 },
    );
    expect(tried).toBeGreaterThan(100);
  });

  it('can be read again, whatever people are called', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', '"', ',', '\r', '\n', ' ', '=', '@', ';') }), (by) => {
        const [, line] = fieldsOf(receiptsCsv([receipt({ by })]));
        expect(line).toHaveLength(13);
        expect(line![2]!.replaceAll("'", '')).toBe(by);
      }),
    );
  });
});
