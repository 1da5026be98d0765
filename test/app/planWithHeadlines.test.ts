import { combineModels } from '../../src/adapters/calculation/combineModels';
import { compareSnapshots } from '../../src/app/compareWorkbooks';
import { planWithHeadlines } from '../../src/app/planWithHeadlines';
import { isLocalOnly } from '../../src/core/sync/chooseDifferences';
import { workbook, type SheetText } from '../support/workbook';

const calculator = { combine: combineModels };

function comparedModels(official: Readonly<Record<string, SheetText>>, local: Readonly<Record<string, SheetText>>) {
  const compared = compareSnapshots(workbook(official), workbook(local), { headlines: ['Out!B1'] });
  if (!compared.ok) throw new Error(compared.failure.message);
  return compared.value;
}

const rows = (price: number, lines: readonly number[]): Readonly<Record<string, SheetText>> => ({
  In: {
    A1: 'Price',
    B1: price,
    ...Object.fromEntries(
      lines.flatMap((line, k) => [
        [`A${k + 3}`, `Line ${line}`],
        [`B${k + 3}`, line],
      ]),
    ),
    [`A${lines.length + 4}`]: 'Sum',
    [`B${lines.length + 4}`]: [`=SUM(B3:B${lines.length + 2})`, lines.reduce((sum, line) => sum + line, 0)],
  },
  Out: { A1: 'Revenue', B1: [`=In!B1*In!B${lines.length + 4}`, price * lines.reduce((sum, line) => sum + line, 0)] },
});

describe('a plan says what the headlines will be', () => {
  const compared = comparedModels(rows(2, [10, 20, 30]), rows(3, [10, 20, 25, 30]));
  const { differences } = compared.comparison;
  const price = differences.find(({ kind }) => kind === 'value')!;
  const row = differences.find(({ kind }) => kind === 'row')!;
  const after = (take: readonly string[], remove: readonly string[]) =>
    planWithHeadlines(compared, { take, remove }, calculator).headlines![0];

  it('with all of official taken it is official', () => {
    const all = differences.filter(({ role }) => role === 'cause').map(({ id }) => id);
    expect(
      after(
        all,
        differences.filter(isLocalOnly).map(({ id }) => id),
      ),
    ).toEqual({
      name: 'Out!B1',
      format: 'General',
      official: 120,
      before: 255,
      after: 120,
      agrees: true,
    });
  });

  it('with some of it, what that makes; rows that are not deleted stay', () => {
    expect(after([price.id], [])?.after).toBe(170);
    expect(after([price.id, row.id], [])?.after).toBe(170);
    expect(after([row.id], [row.id])?.after).toBe(180);
  });

  it('agree where they come as near as numbers may differ for them', () => {
    const agrees = (tolerance: number, of = 'Out!B1') =>
      planWithHeadlines(compared, { take: [price.id], remove: [] }, calculator, { tolerances: [{ of, tolerance, kind: 'headline' }] })
        .headlines![0]!.agrees;
    expect([agrees(0.29), agrees(0.3), agrees(0.3, 'Out!B2')]).toEqual([false, true, false]);
  });

  it('cannot be told where calculating does not give what the workbook shows', () => {
    const stale = comparedModels(
      { In: { A1: 'Price', B1: 2 }, Out: { A1: 'Revenue', B1: ['=NOSUCHFUNCTION(In!B1)', 2] } },
      { In: { A1: 'Price', B1: 3 }, Out: { A1: 'Revenue', B1: ['=NOSUCHFUNCTION(In!B1)', 3] } },
    );
    const take = stale.comparison.differences.map(({ id }) => id);
    expect(planWithHeadlines(stale, { take, remove: [] }, calculator).headlines).toMatchObject([{ before: 3, after: null }]);
  });

  it('is left out where all headlines agree', () => {
    const same = comparedModels(rows(2, [10, 20]), { ...rows(2, [10, 20]), Notes: { A1: 'x' } });
    expect(planWithHeadlines(same, { take: [], remove: [] }, calculator).headlines).toBeUndefined();
  });
});
