import { compare } from '../../../src/core/compare/compare';
import { correspond } from '../../../src/core/settle/correspond';
import { isLocalOnly } from '../../../src/core/sync/chooseDifferences';
import { planSync } from '../../../src/core/sync/planSync';
import type { SyncPlan } from '../../../src/core/sync/SyncPlan';
import type { SheetSnapshot, Snapshot } from '../../../src/core/workbook/Snapshot';
import { runSteps, toPaper, toSnapshot } from '../../support/paper';
import { workbook, type SheetText } from '../../support/workbook';

const PLAN: SheetText = {
  A1: 'Region',
  B1: 'Plan',
  C1: 'Actual',
  A2: 'North',
  B2: 10,
  C2: 9,
  A3: 'South',
  B3: 20,
  C3: 8,
  A4: 'East',
  B4: 30,
  C4: 7,
};
const MORE: SheetText = { ...PLAN, A3: 'Mine', B3: 5, C3: 5, A4: 'South', B4: 20, C4: 8, A5: 'East', B5: 30, C5: 7 };

type Look = Partial<Pick<SheetSnapshot, 'hiddenRows' | 'hiddenColumns' | 'visibility' | 'protected'>>;

/** Sheets `Plan` and `Other`. */
function book(plan: Look, cells = PLAN, other: Look = {}): Snapshot {
  return workbook({ Plan: cells, Other: { A1: 'Rate', B1: 1 } }, { sheets: { Plan: plan, Other: other } });
}

function planned(official: Snapshot, local: Snapshot, take: 'all' | 'causes' = 'all'): SyncPlan {
  const found = compare(official, local);
  const deleteLocalOnly = found.differences.filter(isLocalOnly).map(({ id }) => id);
  return planSync(official, local, correspond(official, local), found, { take, deleteLocalOnly });
}

const rows = (...lines: number[]): Look => ({ hiddenRows: lines.map((line) => ({ first: line, last: line })) });
const columns = (first: number, last = first): Look => ({ hiddenColumns: [{ first, last }] });

describe('what is hidden, in a plan', () => {
  it.each([
    ['rows', book(rows(2, 3)), book({})],
    ['other rows', book(rows(2)), book(rows(3, 4))],
    ['columns', book(columns(2, 3)), book(columns(3))],
    ['sheets', book({}, PLAN, { visibility: 'veryHidden' }), book({})],
    ['sheets that swap', book({ visibility: 'hidden' }), book({}, PLAN, { visibility: 'hidden' })],
    ['rows that come', book(rows(3, 5), MORE), book(rows(2))],
    ['rows that go', book({}), book(rows(3, 4), MORE)],
  ])('is as in official once it is taken, and as it was once it is undone: %s', (_, official, local) => {
    const plan = planned(official, local);
    expect(plan.refused).toEqual([]);
    const before = toPaper(local);
    const { paper, inverse } = runSteps(before, plan.steps);
    expect(compare(official, toSnapshot(paper)).differences).toEqual([]);
    expect(runSteps(paper, inverse).paper).toEqual(before);
  });

  it('stays unless it is asked for, as it moves no number', () => {
    const { steps, refused } = planned(book(rows(2)), book({}), 'causes');
    expect([steps, refused.map(({ reason }) => reason)]).toEqual([[], [expect.stringMatching(/unless you tick it/)]]);
  });

  it.each([
    ['a protected sheet', book(rows(2)), book({ protected: true }), /protected/],
    ['the only sheet that shows', book({}, PLAN, { visibility: 'hidden' }), book({ visibility: 'hidden' }, PLAN), null],
    ['a protected workbook', book({}, PLAN, { visibility: 'hidden' }), { ...book({}), structureProtected: true }, /structure.*protected/],
  ])('is left on %s', (_, official, local, reason) => {
    const { steps, refused } = planned(official, local);
    if (reason === null) expect(steps.map((step) => step.kind === 'setVisibility' && step.after)).toEqual(['visible', 'hidden']);
    else expect([steps, refused.map((each) => each.reason)]).toEqual([[], [expect.stringMatching(reason)]]);
  });
});
