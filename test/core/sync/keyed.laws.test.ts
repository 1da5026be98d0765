import fc from 'fast-check';
import { correspond } from '../../../src/core/settle/correspond';
import { compare } from '../../../src/core/compare/compare';
import { isLocalOnly } from '../../../src/core/sync/chooseDifferences';
import { planSync } from '../../../src/core/sync/planSync';
import type { SyncPlan } from '../../../src/core/sync/SyncPlan';
import type { Snapshot } from '../../../src/core/workbook/Snapshot';
import { changes } from '../../support/changes';
import { runSteps, toPaper, toSnapshot } from '../../support/paper';
import { workbook, type CellText } from '../../support/workbook';

interface Territory {
  readonly name: string;
  readonly owner: string;
  readonly quota: number;
}

const territories = fc
  .array(fc.record({ owner: fc.constantFrom('Ann', 'Bo', 'Cem'), quota: fc.integer({ min: 1, max: 900 }) }), {
    minLength: 8,
    maxLength: 20,
  })
  .map((rows) => rows.map(({ owner, quota }, k): Territory => ({ name: `Territory ${k}`, owner, quota })));

/** A shuffled copy in which one row has another quota, one is missing and one is the team's own. */
const copies = territories.chain((official) =>
  fc.record({
    official: fc.constant(official),
    shuffled: fc.shuffledSubarray(official, { minLength: official.length, maxLength: official.length }),
    edited: fc.nat({ max: official.length - 2 }),
    own: fc.nat({ max: official.length - 1 }),
  }),
);

const law = (check: (official: Snapshot, local: Snapshot) => void, beside = 0): void =>
  fc.assert(
    fc.property(copies, ({ official, shuffled, edited, own }) => {
      const local = shuffled.slice(1).map((row, k) => (k === edited ? { ...row, quota: 5_000 } : row));
      local.splice(own, 0, { name: 'Ours alone', owner: 'Zoe', quota: 4_321 });
      check(book(official, beside), book(local, beside));
    }),
    { numRuns: 60 },
  );

describe('a list in another order', () => {
  it('takes what official has, row by row, and what reads the list goes on reading all of it', () => {
    law((official, local) => {
      const { steps, refused } = plan(official, local, false);
      expect(refused.filter(({ reason }) => !reason.startsWith('Only your workbook has this'))).toEqual([]);
      const synced = toSnapshot(runSteps(toPaper(local), steps).paper);
      const left = compare(official, synced).differences.filter(({ role }) => role === 'cause');
      expect(left.map(({ kind, official: ours, local: theirs }) => [kind, ours, theirs?.value])).toEqual([['row', null, 'Ours alone']]);
    });
  });

  it('is the same as official once the row that only local has is ticked too, and comes back when undone', () => {
    law((official, local) => {
      const { steps, refused } = plan(official, local, true);
      expect(refused).toEqual([]);
      const { paper, inverse } = runSteps(toPaper(local), steps);
      expect(changes(official, toSnapshot(paper))).toEqual([]);
      expect(runSteps(paper, inverse).paper).toEqual(toPaper(local));
    });
  });
});

describe('a list in another order beside what is none of it', () => {
  it('takes what official has and leaves that where it is', () => {
    law((official, local) => {
      const { steps, refused } = plan(official, local, false);
      // A row of one side alone goes past what stands beside: the user is told what to do.
      const untaken = compare(official, local).differences.filter(({ id }) => refused.some(({ difference }) => difference === id));
      expect(untaken.every(({ kind }) => kind === 'row')).toBe(true);
      const { paper, inverse } = runSteps(toPaper(local), steps);
      const left = compare(official, toSnapshot(paper)).differences.filter(({ role }) => role === 'cause');
      expect(left.map(({ kind, official: ours, local: theirs }) => [kind, ours?.value, theirs?.value])).toEqual(
        untaken.map(({ kind, official: ours, local: theirs }) => [kind, ours?.value, theirs?.value]),
      );
      expect(runSteps(paper, inverse).paper).toEqual(toPaper(local));
    }, 12);
  });
});

function plan(official: Snapshot, local: Snapshot, remove: boolean): SyncPlan {
  const comparison = compare(official, local);
  const deleteLocalOnly = remove ? comparison.differences.filter(isLocalOnly).map(({ id }) => id) : [];
  return planSync(official, local, correspond(official, local), comparison, { take: 'causes', deleteLocalOnly });
}

/** The list, with so many lines of assumptions beside it. */
function book(rows: readonly Territory[], beside: number): Snapshot {
  const last = rows.length + 3;
  const cells: Record<string, CellText> = { A1: 'Territory map', A3: 'Territory', B3: 'Owner', C3: 'Quota', D3: 'Monthly' };
  rows.forEach(({ name, owner, quota }, k) => {
    const row = k + 4;
    Object.assign(cells, { [`A${row}`]: name, [`B${row}`]: owner, [`C${row}`]: quota, [`D${row}`]: [`=C${row}/12`, 0] });
  });
  Object.assign(cells, { [`A${last + 1}`]: 'Total', [`C${last + 1}`]: [`=SUM(C4:C${last})`, 0] });
  for (let k = 0; k < beside; k++) {
    const row = k + 3;
    Object.assign(cells, { [`F${row}`]: `Assumption ${k}`, [`G${row}`]: 17 * k + 1, [`H${row}`]: [`=G${row}*2`, 34 * k + 2] });
  }
  return workbook({
    Map: cells,
    Summary: {
      A1: 'Ann',
      B1: [`=SUMIFS(Map!C4:C${last},Map!B4:B${last},A1)`, 0],
      B2: [`=VLOOKUP("Territory 3",Map!A4:C${last},3,FALSE)`, 0],
      B3: [`=Map!C${last + 1}*2`, 0],
    },
  });
}
