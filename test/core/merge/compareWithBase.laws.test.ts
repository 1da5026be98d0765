import { correspond } from '../../../src/core/settle/correspond';
import { compare } from '../../../src/core/compare/compare';
import type { Comparison } from '../../../src/core/compare/Comparison';
import type { Difference } from '../../../src/core/compare/Difference';
import { isMoved } from '../../../src/core/compare/isMoved';
import { changesSince, compareWithBase } from '../../../src/core/merge/compareWithBase';
import { conflictsOf, selectSinceBase } from '../../../src/core/merge/selectSinceBase';
import { planSync } from '../../../src/core/sync/planSync';
import type { Snapshot } from '../../../src/core/workbook/Snapshot';
import type { PlantKind } from '../../support/plants/kinds/plantKinds';
import { makeTrial, planTrial } from '../../support/plants/makeTrial';
import { snapshotOfBook } from '../../support/plants/snapshotOfBook';
import { runSteps, toPaper, toSnapshot } from '../../support/paper';

const KINDS: readonly PlantKind[] = [
  'insert blank rows',
  'insert new rows',
  'type rows below',
  'delete rows',
  'move rows',
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

function threeWays(base: Snapshot, official: Snapshot, local: Snapshot): Comparison {
  const since = { official: changesSince(base, official, {}), local: changesSince(base, local, {}) };
  return compareWithBase(compare(official, local), { official, local }, since);
}

const causes = ({ differences }: Comparison): readonly Difference[] => differences.filter(({ role }) => role === 'cause');
const by = (one: Difference): string => one.since?.by ?? 'none';

function* trials(count: number, seed: number) {
  for (let number = 0; number < count; number++) {
    const trial = makeTrial(planTrial(KINDS, seed, number));
    if (trial === null) continue;
    const [base, official, local] = [trial.base, trial.official, trial.local].map((book) => toSnapshot(toPaper(snapshotOfBook(book))));
    const planted = trial.plants.map(({ side, words }) => `${side}: ${words}`);
    yield { number, base: base!, official: official!, local: local!, planted };
  }
}

it('says official of all that differs where local is the base, and local where official is', () => {
  let told = 0;
  for (const { base, official, local, planted } of trials(30, 3)) {
    const moved = causes(threeWays(base, official, base)).map(by);
    expect({ planted, moved }).toEqual({ planted, moved: moved.map(() => 'official') });
    const edited = causes(threeWays(base, base, local)).map(by);
    expect({ planted, edited }).toEqual({ planted, edited: edited.map(() => 'local') });
    told += moved.length + edited.length;
  }
  expect(told).toBeGreaterThan(30);
});

it('takes all that official changed and nothing that local changed, where neither is in the way of the other', () => {
  let whole = 0;
  for (const { base, official, local, planted } of trials(50, 5)) {
    const found = threeWays(base, official, local);
    if (conflictsOf(found).length > 0) continue;
    const plan = planSync(official, local, correspond(official, local), found, selectSinceBase(found, 'all'));
    if (plan.refused.length > 0) continue;
    const merged = toSnapshot(runSteps(toPaper(local), plan.steps).paper);
    // Between lines that are much alike the order may be told in another way each time; it moves no number.
    const content = (one: Comparison) => causes(one).filter((each) => !isMoved(each));
    const left = content(threeWays(base, official, merged)).filter((one) => by(one) === 'official');
    const lost = content(threeWays(base, merged, local)).filter((one) => by(one) !== 'official');
    expect({ planted, left, lost }).toEqual({ planted, left: [], lost: [] });
    whole++;
  }
  expect(whole).toBeGreaterThan(15);
});

it('mirrors who changed what when the two change sides', () => {
  const mirrored = { official: 'local', local: 'official', both: 'both', unclear: 'unclear', none: 'none' } as Record<string, string>;
  let compared = 0;
  for (const { base, official, local, planted } of trials(30, 7)) {
    const count = (list: readonly string[]): Record<string, number> =>
      Object.fromEntries(list.map((one) => [one, list.filter((each) => each === one).length]));
    const there = causes(threeWays(base, official, local));
    const back = causes(threeWays(base, local, official));
    if (there.length !== back.length) continue;
    compared++;
    expect({ planted, movers: count(there.map(by)) }).toEqual({ planted, movers: count(back.map((one) => mirrored[by(one)]!)) });
  }
  expect(compared).toBeGreaterThan(15);
});
