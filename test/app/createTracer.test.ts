import { compareSnapshots } from '../../src/app/compareWorkbooks';
import { createTracer } from '../../src/app/createTracer';
import { finishSteps } from '../../src/core/Steps';
import type { Snapshot } from '../../src/core/workbook/Snapshot';
import { workbook, type SheetText, type WorkbookExtras } from '../support/workbook';

/** What `trace` says of a place: each chain as `Place [label] official → yours`, step by step. */
function traced(official: Snapshot, local: Snapshot, place: string) {
  const compared = compareSnapshots(official, local);
  if (!compared.ok) throw new Error(compared.failure.message);
  const { says, chains } = finishSteps(createTracer(compared.value, 'en-US')({ place }));
  const written = chains.map((chain) =>
    chain.map(({ official: ours, local: theirs, label, role }) => {
      const { sheet, address } = (theirs ?? ours)!;
      const change = `${String(ours?.value ?? '-')} → ${String(theirs?.value ?? '-')}`;
      return `${sheet}!${address} [${label}] ${change}${role === 'consequence' ? '' : ` ${role}`}`;
    }),
  );
  return { says, chains: written };
}

function pair(
  official: Readonly<Record<string, SheetText>>,
  local: typeof official,
  extras: readonly [WorkbookExtras, WorkbookExtras] = [{}, {}],
) {
  return [workbook(official, extras[0]), workbook(local, extras[1])] as const;
}

const model = (rate: number): Record<string, SheetText> => ({
  Summary: { A12: 'Net revenue', B12: ['=Revenue!C4', 1000 * rate] },
  Revenue: {
    A1: 'Line',
    B1: 'Q1',
    C1: 'Q2',
    A2: 'Seats',
    B2: 1000,
    C2: 1000,
    A3: 'Price',
    B3: 1,
    C3: 1,
    A4: 'Renewals',
    B4: ['=B2*B3', 1000],
    C4: ['=C2*Assumptions!C7', 1000 * rate],
  },
  Assumptions: { A1: 'Assumption', B1: 'Q1', C1: 'Q2', A7: 'Renewal rate', B7: 0.9, C7: rate },
});

describe('how a cell comes to differ', () => {
  it('is a chain from cell to cause, with labels and both values', () => {
    expect(traced(...pair(model(0.88), model(0.92)), 'Summary!B12')).toEqual({
      says: '',
      chains: [
        [
          'Summary!B12 [Net revenue] 880 → 920',
          'Revenue!C4 [Renewals · Q2] 880 → 920',
          'Assumptions!C7 [Renewal rate · Q2] 0.88 → 0.92 cause',
        ],
      ],
    });
  });

  it('is asked by defined name and in any case too', () => {
    const [official, local] = pair(model(0.88), model(0.92), [{ names: { Net: 'Summary!$B$12' } }, { names: { Net: 'Summary!$B$12' } }]);
    expect(traced(official, local, 'net').chains[0]).toHaveLength(3);
    expect(traced(official, local, "'summary'!$b$12").chains[0]).toHaveLength(3);
  });

  it('is said in a sentence where a cell agrees, is not there, or was changed itself', () => {
    const [official, local] = pair(model(0.88), model(0.92));
    expect(traced(official, local, 'Revenue!B4')).toEqual({ says: 'Revenue!B4 agrees in both workbooks.', chains: [] });
    expect(traced(official, local, 'Nowhere!B4').says).toMatch(/neither a cell .* nor the name/);
    expect(traced(official, local, 'B4').says).toMatch(/neither a cell .* nor the name/);
    expect(traced(official, local, 'Assumptions!C7')).toEqual({ says: 'Assumptions!C7 was changed itself.', chains: [] });
  });

  it('names the one cell of a range that carries on, and leads through a formula that was changed as well', () => {
    const cells = (first: number, formula: string, second: number): Record<string, SheetText> => ({
      S: { A1: 5, A2: first, A3: 7, B1: [formula, second], C9: ['=SUM(A1:B8)', 12 + first + second] },
    });
    expect(traced(...pair(cells(1, '=A2*2', 2), cells(4, '=A2*3', 12)), 'S!C9').chains).toEqual([
      ['S!C9 [] 15 → 28', 'S!A2 [] 1 → 4 cause'],
      ['S!C9 [] 15 → 28', 'S!B1 [] 2 → 12 cause'],
    ]);
    expect(traced(...pair(cells(1, '=A2*2', 2), cells(4, '=A2*3', 12)), 'S!B1')).toEqual({
      says: 'S!B1 was changed itself, and follows other changes too.',
      chains: [['S!B1 [] 2 → 12 cause', 'S!A2 [] 1 → 4 cause']],
    });
  });

  it('ends at a cell of a row that one workbook has for itself, and at a name that means something else', () => {
    const before: SheetText = { A1: 'North', B1: 10, A2: 'South', B2: 20, A4: 'Total', B4: ['=SUM(B1:B3)', 30] };
    const after: SheetText = { A1: 'North', B1: 10, A2: 'East', B2: 7, A3: 'South', B3: 20, A5: 'Total', B5: ['=SUM(B1:B4)', 37] };
    expect(traced(...pair({ S: before }, { S: after }), 'S!B5').chains).toEqual([['S!B5 [Total] 30 → 37', 'S!B2 [East] - → 7 cause']]);
    const cells = (value: number): Record<string, SheetText> => ({ S: { A1: 1, A2: 2, C1: ['=Rate*10', value] } });
    const named = pair(cells(10), cells(20), [{ names: { Rate: 'S!$A$1' } }, { names: { Rate: 'S!$A$2' } }]);
    expect(traced(...named, 'S!C1').chains).toEqual([['S!C1 [] 10 → 20', '!Rate [] 1 → 2 cause']]);
  });

  it('does not go through a cell whose other formula gives the same today', () => {
    const cells = (formula: string, rate: number): Record<string, SheetText> => ({
      S: { A1: rate, A2: 2, B1: [formula, 4], C1: ['=A1+B1', rate + 4] },
    });
    expect(traced(...pair(cells('=A2*2', 1), cells('=A2+2', 3)), 'S!C1').chains).toEqual([['S!C1 [] 5 → 7', 'S!A1 [] 1 → 3 cause']]);
  });

  it('goes through cells that an array fills', () => {
    const sheets = { S: { arrays: [{ range: { firstRow: 1, firstColumn: 2, lastRow: 3, lastColumn: 2 }, kind: 'spill' as const }] } };
    const cells = (last: number): Record<string, SheetText> => ({
      S: { A1: 1, A2: 2, A3: last, B1: ['=A1:A3*2', 2], B2: 4, B3: last * 2, D1: ['=B3+1', last * 2 + 1] },
    });
    expect(traced(...pair(cells(3), cells(5), [{ sheets }, { sheets }]), 'S!D1').chains).toEqual([
      ['S!D1 [] 7 → 11', 'S!B3 [] 6 → 10', 'S!A3 [] 3 → 5 cause'],
    ]);
  });

  it('ends at a value that nothing explains where there is no cause, and does not go round in circles', () => {
    const random = (value: number): Record<string, SheetText> => ({ S: { A1: ['=RAND()', value], B1: ['=A1*2', value * 2] } });
    expect(traced(...pair(random(0.25), random(0.5)), 'S!B1').chains).toEqual([['S!B1 [] 0.5 → 1', 'S!A1 [] 0.25 → 0.5 unexplained']]);
    const circle = (value: number): Record<string, SheetText> => ({
      S: { A1: value, B1: ['=A1+C1', value * 2], C1: ['=B1*0.5', value], D1: ['=C1', value] },
    });
    expect(traced(...pair(circle(1), circle(2)), 'S!D1').chains).toEqual([
      ['S!D1 [] 1 → 2', 'S!C1 [] 1 → 2', 'S!B1 [] 2 → 4', 'S!A1 [] 1 → 2 cause'],
    ]);
  });

  it('follows a long chain, and a running total over a long list, without hanging', () => {
    const rows = 20_000;
    const cells = (first: number): Record<string, SheetText> => ({
      S: Object.fromEntries([
        ['A1', first],
        ...Array.from({ length: rows }, (_, k) => [`B${k + 1}`, [`=SUM(A$1:A${k + 1})`, first]] as const),
        ['D1', [`=SUM(B1:B${rows})`, first * rows]],
      ]) as SheetText,
    });
    expect(traced(...pair(cells(1), cells(2)), 'S!D1').chains).toEqual([['S!D1 [] 20000 → 40000', 'S!B1 [] 1 → 2', 'S!A1 [] 1 → 2 cause']]);
  });
});
