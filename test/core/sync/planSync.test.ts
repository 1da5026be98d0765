import fc from 'fast-check';
import { isLocalOnly } from '../../../src/core/sync/chooseDifferences';
import { planSync } from '../../../src/core/sync/planSync';
import type { SyncSelection } from '../../../src/core/sync/SyncSelection';
import type { Paper } from '../../support/paper';
import { compareTraced, correspondenceOf, pairs, runSteps, snapshotOf, traceSynced, type Traced } from '../../support/pairs';

const CAUSES: SyncSelection = { take: 'causes', deleteLocalOnly: [] };

function planFor(official: Traced, local: Traced, selection: SyncSelection) {
  const comparison = compareTraced(official, local);
  return { comparison, plan: planSync(snapshotOf(official), snapshotOf(local), correspondenceOf(official, local), comparison, selection) };
}

/** Excel keeps names in its own order. */
function ordered(paper: Paper): Paper {
  return { ...paper, names: [...paper.names].sort((a, b) => a.name.localeCompare(b.name)) };
}

describe('laws of a sync', () => {
  const run = (law: (official: Traced, local: Traced) => void) =>
    fc.assert(
      fc.property(pairs, ({ official, local }) => law(official, local)),
      { numRuns: 200 },
    );

  test('what was taken no longer differs; what is left is refused, and says why', () => {
    run((official, local) => {
      const { plan } = planFor(official, local, CAUSES);
      const synced = traceSynced(official, local, runSteps(local.paper, plan.steps).paper);
      const refused = new Map(plan.refused.map(({ difference, reason }) => [difference, reason]));
      const left = compareTraced(official, synced).differences.filter(({ id }) => !refused.has(id));
      expect(left).toEqual([]);
      for (const reason of refused.values()) expect(reason).toMatch(/^[A-Z].+\.$/);
    });
  });

  test('a plan after the sync writes nothing', () => {
    run((official, local) => {
      const { plan } = planFor(official, local, CAUSES);
      const synced = traceSynced(official, local, runSteps(local.paper, plan.steps).paper);
      expect(planFor(official, synced, CAUSES).plan.steps).toEqual([]);
    });
  });

  test('undo after apply is as if nothing had been', () => {
    run((official, local) => {
      const { comparison } = planFor(official, local, CAUSES);
      const everything = { take: 'causes', deleteLocalOnly: comparison.differences.filter(isLocalOnly).map(({ id }) => id) } as const;
      for (const selection of [CAUSES, everything]) {
        const { plan } = planFor(official, local, selection);
        const { paper, inverse } = runSteps(local.paper, plan.steps);
        expect(ordered(runSteps(paper, inverse).paper)).toEqual(ordered(local.paper));
      }
    });
  });

  test('nothing that only local has disappears unless it is ticked', () => {
    run((official, local) => {
      const { plan, comparison } = planFor(official, local, CAUSES);
      const synced = traceSynced(official, local, runSteps(local.paper, plan.steps).paper);
      const after = new Set(compareTraced(official, synced).differences.map(({ id }) => id));
      for (const difference of comparison.differences) if (isLocalOnly(difference)) expect([...after]).toContain(difference.id);
      expect(plan.steps.filter(({ kind }) => kind === 'delete' || kind === 'deleteSheet')).toEqual([]);
    });
  });

  test('what is ticked goes, or is refused', () => {
    run((official, local) => {
      const { comparison } = planFor(official, local, CAUSES);
      const ticked = comparison.differences.filter(isLocalOnly).map(({ id }) => id);
      const { plan } = planFor(official, local, { take: 'causes', deleteLocalOnly: ticked });
      const refused = new Set(plan.refused.map(({ difference }) => difference));
      const { paper } = runSteps(local.paper, plan.steps);
      const formulas = paper.sheets.flatMap(({ cells }) => [...cells.values()].map(({ formula }) => formula ?? ''));
      const already = local.paper.sheets.some(({ cells }) => [...cells.values()].some(({ formula }) => formula?.includes('#REF!')));
      const came = official.paper.sheets.some(({ cells }) => [...cells.values()].some(({ formula }) => formula?.includes('#REF!')));
      if (!already && !came) expect(formulas.filter((formula) => formula.includes('#REF!'))).toEqual([]);
      const deletions = plan.steps
        .filter(({ kind }) => kind === 'delete')
        .reduce((sum, step) => sum + ('count' in step ? step.count : 0), 0);
      const lines = comparison.differences.filter((each) => isLocalOnly(each) && (each.kind === 'row' || each.kind === 'column'));
      expect(deletions).toBe(lines.filter(({ id }) => !refused.has(id)).length);
    });
  });

  test('a part of the differences writes no cell of another', () => {
    fc.assert(
      fc.property(pairs, fc.infiniteStream(fc.boolean()), ({ official, local }, coin) => {
        const { comparison } = planFor(official, local, CAUSES);
        const take = comparison.differences.filter(() => coin.next().value).map(({ id }) => id);
        const { plan } = planFor(official, local, { take, deleteLocalOnly: [] });
        for (const step of plan.steps) if (step.kind === 'write') expect(take).toEqual(expect.arrayContaining([...step.differences]));
      }),
    );
  });
});
