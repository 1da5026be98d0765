import { correspond } from '../../../src/core/settle/correspond';
import { compare } from '../../../src/core/compare/compare';
import { isLocalOnly } from '../../../src/core/sync/chooseDifferences';
import { planSync } from '../../../src/core/sync/planSync';
import type { PlantKind } from '../../support/plants/kinds/plantKinds';
import { makeTrial, planTrial } from '../../support/plants/makeTrial';
import { snapshotOfBook } from '../../support/plants/snapshotOfBook';
import { runSteps, toPaper, toSnapshot } from '../../support/paper';

/** What a sync brings over; what is hidden, formats and tables it leaves. */
const KINDS: readonly PlantKind[] = [
  'insert blank rows',
  'insert new rows',
  'insert blank columns',
  'type rows below',
  'delete rows',
  'move rows',
  'move columns',
  'edit a number',
  'edit a text',
  'edit a formula',
  'edit filled formulas',
  'constant over formula',
  'formula over constant',
  'clear a cell',
  'fill a blank cell',
  're-point a name',
];

it('once all is taken and ticked and nothing refused, nothing differs, whatever was planted; an undo brings back what was there', () => {
  let whole = 0;
  let moving = 0;
  for (let number = 0; number < 80; number++) {
    const trial = makeTrial(planTrial(KINDS, 20_261_122, number));
    if (trial === null) continue;
    const official = toSnapshot(toPaper(snapshotOfBook(trial.official)));
    const before = toPaper(snapshotOfBook(trial.local));
    const local = toSnapshot(before);
    const found = compare(official, local);
    const deleteLocalOnly = found.differences.filter(isLocalOnly).map(({ id }) => id);
    const plan = planSync(official, local, correspond(official, local), found, { take: 'causes', deleteLocalOnly, moves: true });
    const { paper, inverse } = runSteps(before, plan.steps);
    const planted = trial.plants.map(({ side, words }) => `${side}: ${words}`);
    if (plan.refused.length === 0) {
      whole++;
      if (plan.steps.some(({ kind }) => kind === 'move')) moving++;
      expect({ planted, left: compare(official, toSnapshot(paper)).differences }).toEqual({ planted, left: [] });
    }
    expect(plan.refused.every(({ reason }) => /^[A-Z].+\.$/s.test(reason))).toBe(true);
    expect({ planted, back: runSteps(paper, inverse).paper }).toEqual({ planted, back: before });
  }
  expect(whole).toBeGreaterThan(40);
  expect(moving).toBeGreaterThan(10);
});
