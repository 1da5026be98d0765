import { correspond } from '../../../src/core/settle/correspond';
import { compare } from '../../../src/core/compare/compare';
import { planSync } from '../../../src/core/sync/planSync';
import { runSteps, toPaper, toSnapshot } from '../../support/paper';
import { workbook, type SheetText } from '../../support/workbook';

const book = (names: Readonly<Record<string, string>>, other: SheetText = {}) =>
  workbook({ Plan: { A1: 'Twice', B1: ['=Rate*2', 1], A2: 'Rates', B2: 0.25, B3: 7 }, Other: { A1: 'Remarks', ...other } }, { names });

const official = book({ Rate: 'Plan!$B$2' });
const synced = (local: ReturnType<typeof book>) => {
  const plan = planSync(official, local, correspond(official, local), compare(official, local), { take: 'causes', deleteLocalOnly: [] });
  const { paper, inverse } = runSteps(toPaper(local), plan.steps);
  return { plan, inverse, paper };
};

describe('a name of the whole workbook that belongs to one sheet in local', () => {
  const local = book({ 'Plan!Rate': 'Plan!$B$3' });

  it('takes the place of that one, whose sheet would go on using it', () => {
    const { plan, paper } = synced(local);
    expect(plan.refused).toEqual([]);
    expect(paper.names.map(({ name, scope, formula }) => ({ name, scope, formula }))).toEqual([
      { name: 'Rate', scope: null, formula: 'Plan!$B$2' },
    ]);
    expect(compare(official, toSnapshot(paper)).differences.filter(({ role }) => role === 'cause')).toEqual([]);
  });

  it('is brought back by an undo', () => {
    const { paper, inverse } = synced(local);
    expect(runSteps(paper, inverse).paper).toEqual(toPaper(local));
  });

  it('stays, and so does the sheet’s own, where a formula says the sheet before it', () => {
    const { plan } = synced(book({ 'Plan!Rate': 'Plan!$B$3' }, { B1: ['=Plan!Rate+1', 8] }));
    expect(plan.steps).toEqual([]);
    expect(plan.refused.map(({ reason }) => reason)).toContain(
      'In your workbook it belongs to the sheet Plan, and a formula names it with that sheet: change it in the Name Manager.',
    );
  });
});
