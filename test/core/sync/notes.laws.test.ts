import fc from 'fast-check';
import { isLocalOnly } from '../../../src/core/sync/chooseDifferences';
import { planSync } from '../../../src/core/sync/planSync';
import { compareTraced, correspondenceOf, notedPairs, snapshotOf } from '../../support/pairs';
import { runSteps, toPaper } from '../../support/paper';

describe('notes in a sync', () => {
  it('are as in official where they were taken, and as they were once it is undone', () => {
    let set = 0;
    fc.assert(
      fc.property(notedPairs, fc.boolean(), ({ official, local }, deleting) => {
        const comparison = compareTraced(official, local);
        const deleteLocalOnly = deleting ? comparison.differences.filter(isLocalOnly).map(({ id }) => id) : [];
        const [ours, theirs] = [snapshotOf(official), snapshotOf(local)];
        const plan = planSync(ours, theirs, correspondenceOf(official, local), comparison, { take: 'all', deleteLocalOnly });
        const before = toPaper(theirs);
        const { paper, inverse } = runSteps(before, plan.steps);
        const left = new Set(plan.refused.map(({ difference }) => difference));
        for (const step of plan.steps) {
          if (step.kind !== 'setNote') continue;
          set++;
          expect(step.differences.every((id) => comparison.differences.some((one) => one.id === id))).toBe(true);
        }
        for (const { id, kind } of comparison.differences)
          if (kind === 'note' && !left.has(id))
            expect(plan.steps.some((step) => step.kind === 'setNote' && step.differences.includes(id))).toBe(true);
        const notes = (each: typeof before) => each.sheets.map(({ name, notes }) => [name, [...(notes ?? [])].sort()]);
        expect(notes(runSteps(paper, inverse).paper)).toEqual(notes(before));
        // Every note of official stands where its line came to stand, once all was taken and deleted.
        if (deleting && left.size === 0)
          expect(notes(paper).map(([, own]) => (own as [string, { text: string }][]).map(([, { text }]) => text.trim()).sort())).toEqual(
            notes(toPaper(ours)).map(([, own]) => (own as [string, { text: string }][]).map(([, { text }]) => text.trim()).sort()),
          );
      }),
      { numRuns: 150 },
    );
    expect(set).toBeGreaterThan(100);
  });
});
