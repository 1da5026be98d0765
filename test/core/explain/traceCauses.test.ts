import { compareSnapshots } from '../../../src/app/compareWorkbooks';
import { workbook, type SheetText, type WorkbookExtras } from '../../support/workbook';

/** By consequence, the causes that it follows, both as `Sheet!A1`. */
function causesIn(
  official: SheetText,
  local: SheetText,
  extras: readonly [WorkbookExtras, WorkbookExtras] = [{}, {}],
): Record<string, readonly string[]> {
  const compared = compareSnapshots(workbook({ S: official }, extras[0]), workbook({ S: local }, extras[1]));
  if (!compared.ok) throw new Error(compared.failure.message);
  const { differences } = compared.value.comparison;
  const nameOf = (id: string): string => {
    const { official, local } = differences.find((difference) => difference.id === id)!;
    return (local ?? official)!.address;
  };
  return Object.fromEntries(
    differences.filter(({ role }) => role === 'consequence').map(({ local, causes }) => [local!.address, causes.map(nameOf)]),
  );
}

describe('the causes that a consequence follows', () => {
  it('are found through other consequences, however far', () => {
    const chain = (first: number): SheetText => ({
      A1: first,
      B1: ['=A1*2', first * 2],
      C1: ['=B1+1', first * 2 + 1],
      D1: ['=SUM(A3:C9,C1)', first * 2 + 1],
    });
    expect(causesIn(chain(1), chain(5))).toEqual({ B1: ['A1'], C1: ['A1'], D1: ['A1'] });
  });

  it('are those behind a changed formula too', () => {
    const before: SheetText = { A1: 1, B1: ['=A1*2', 2], C1: ['=B1+1', 3] };
    const after: SheetText = { A1: 5, B1: ['=A1*3', 15], C1: ['=B1+1', 16] };
    expect(causesIn(before, after)).toEqual({ C1: ['B1', 'A1'] });
  });

  it('are a name that means something else', () => {
    const cells = (value: number): SheetText => ({ A1: 1, A2: 2, C1: ['=Rate*10', value] });
    expect(causesIn(cells(10), cells(20), [{ names: { Rate: 'S!$A$1' } }, { names: { Rate: 'S!$A$2' } }])).toEqual({ C1: ['Rate'] });
  });

  it('are rows that only one workbook has', () => {
    const before: SheetText = { A1: 'North', B1: 10, A2: 'South', B2: 20, A4: 'Total', B4: ['=SUM(B1:B3)', 30] };
    const after: SheetText = { A1: 'North', B1: 10, A2: 'East', B2: 7, A3: 'South', B3: 20, A5: 'Total', B5: ['=SUM(B1:B4)', 37] };
    expect(causesIn(before, after)).toEqual({ B5: ['2:2'] });
  });

  it('are eight at most', () => {
    const rows = (factor: number): SheetText =>
      Object.fromEntries([
        ...Array.from({ length: 12 }, (_, k) => [
          [`A${k * 2 + 1}`, (k + 1) * factor * (k + 3)],
          [`B${k * 2 + 1}`, `Line ${k}`],
        ]).flat(),
        ['C1', ['=SUM(A1:A30)', factor * Array.from({ length: 12 }, (_, k) => (k + 1) * (k + 3)).reduce((a, b) => a + b)]],
      ]);
    expect(causesIn(rows(1), rows(7))['C1']).toHaveLength(8);
  });

  it('are those of an array for all the cells that it fills', () => {
    const extras = {
      sheets: { S: { arrays: [{ range: { firstRow: 1, firstColumn: 2, lastRow: 2, lastColumn: 2 }, kind: 'spill' as const }] } },
    };
    const cells = (value: number): SheetText => ({ A1: 1, A2: value, B1: ['=A1:A2*2', 2], B2: value * 2, C2: ['=B2', value * 2] });
    expect(causesIn(cells(1), cells(5), [extras, extras])).toEqual({ B2: ['A2'], C2: ['A2'] });
  });

  it('do not go round in circles', () => {
    const cells = (value: number): SheetText => ({ A1: value, B1: ['=A1+C1', value], C1: ['=B1*0', value * 2] });
    expect(causesIn(cells(1), cells(2))).toEqual({ B1: ['A1'], C1: ['A1'] });
  });
});
