import fc from 'fast-check';
import { correspond } from '../../../src/core/settle/correspond';
import { compare } from '../../../src/core/compare/compare';
import { isLocalOnly } from '../../../src/core/sync/chooseDifferences';
import { planSync } from '../../../src/core/sync/planSync';
import { columnName } from '../../../src/core/workbook/Address';
import { runSteps, toPaper, toSnapshot } from '../../support/paper';
import { workbook, type CellText } from '../../support/workbook';

type Cells = Readonly<Record<string, CellText>>;

/** What Total!B1 says, and what still differs, once all is taken and ticked; an undo is made as well. */
function syncAll(
  official: Cells,
  local: Cells,
  [ours, theirs]: readonly [CellText, CellText],
  names: Readonly<Record<string, string>> = {},
) {
  const snapshot = (formula: CellText, cells: Cells) =>
    toSnapshot(toPaper(workbook({ Total: { A1: 'All', B1: formula }, S: cells }, { names })));
  const [one, other] = [snapshot(ours, official), snapshot(theirs, local)];
  const found = compare(one, other);
  const deleteLocalOnly = found.differences.filter(isLocalOnly).map(({ id }) => id);
  const plan = planSync(one, other, correspond(one, other), found, { take: 'causes', deleteLocalOnly });
  const before = toPaper(other);
  const { paper, inverse } = runSteps(before, plan.steps);
  expect(runSteps(paper, inverse).paper).toEqual(before);
  const after = toSnapshot(paper);
  const left = compare(one, after).differences.map(({ id }) => id);
  return { total: paper.sheets[0]!.cells.get('B1')?.formula, left, refused: plan.refused };
}

const FILLED = { B1: 3, C1: 5, B2: 7, C3: 9 };

test.each([
  ['from the first of the lines that go to past them', {}, '=SUM(S!B1:D9)'],
  ['over all of the lines that go and no more', {}, '=SUM(S!B1:C3)'],
  ['within the lines that go', {}, '=SUM(S!B2:C2)'],
  ['over whole columns', {}, '=SUM(S!B:C)'],
  ['past the last line that official uses', { A1: 'x' }, '=SUM(S!B2:D9)'],
  ['past all lines', { A1: 'x' }, '=SUM(S!B5:D9)'],
  ['from a line that stays', { A1: 'x', B1: 3, C1: 5 }, '=SUM(S!B1:D9)'],
])('a range %s stays official’s when the lines are cleared', (_, official: Cells, formula) => {
  for (const theirs of [formula, 12]) {
    expect(syncAll(official, { ...official, ...FILLED }, [formula, theirs])).toEqual({ total: formula, left: [], refused: [] });
  }
});

it('a name that both workbooks have over such lines does not stand in the way', () => {
  const { left, refused } = syncAll({}, FILLED, ['=SUM(All)', '=SUM(All)'], { All: '=S!$B$1:$D$9' });
  expect({ left, refused }).toEqual({ left: [], refused: [] });
});

it('a range that local let grow over such lines becomes official’s again', () => {
  const official = { A1: 'x', B1: 1, A2: 'y', B2: 2 };
  const synced = syncAll(official, { ...official, A3: 'z', B3: 3 }, ['=SUM(S!B1:B2)', '=SUM(S!B1:B3)']);
  expect(synced).toEqual({ total: '=SUM(S!B1:B2)', left: [], refused: [] });
});

it('law: whatever range official has over a sheet that is blank or shorter there, it is official’s after the sync', () => {
  const line = fc.integer({ min: 1, max: 8 });
  const range = fc
    .tuple(line, line, line, line)
    .map(([a, b, c, d]) => `=SUM(S!${columnName(Math.min(a, b))}${Math.min(c, d)}:${columnName(Math.max(a, b))}${Math.max(c, d)})`);
  const cells = fc.dictionary(
    fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 3, max: 6 })).map(([column, row]) => `${columnName(column)}${row}`),
    fc.integer({ min: 1, max: 99 }),
    { minKeys: 1 },
  );
  fc.assert(
    fc.property(range, cells, fc.boolean(), fc.boolean(), (formula, own, blank, hardcoded) => {
      const official: Cells = blank ? {} : { A1: 'Alpha', B1: 'Beta', A2: 'Gamma' };
      const synced = syncAll(official, { ...official, ...own }, [formula, hardcoded ? 12 : formula]);
      expect(synced).toEqual({ total: formula, left: [], refused: [] });
    }),
    { numRuns: 150 },
  );
});
