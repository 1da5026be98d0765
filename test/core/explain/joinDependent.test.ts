import { groupCoalitions, joinDependent } from '../../../src/core/explain/joinDependent';
import type { Coalitions } from '../../../src/core/explain/Coalitions';
import { finishSteps } from '../../../src/core/Steps';

/** Three drivers that add 1, 10 and 100; some of them give no number alone. */
function coalitions(fails: (on: number) => boolean): Coalitions {
  const evaluate = (on: number): (number | null)[] => [fails(on) ? null : (on & 1) + (on & 2) * 5 + (on & 4) * 25];
  return { drivers: 3, costs: [1, 2, 3], reach: [7], evaluate };
}

describe('drivers that give no number without each other', () => {
  it('stay apart where each gives one alone', () => {
    expect(finishSteps(joinDependent(coalitions(() => false)))).toEqual([[0], [1], [2]]);
  });

  it('go together: a formula that refers to a row which is not there', () => {
    const one = coalitions((on) => (on & 1) !== 0 && (on & 4) === 0);
    const groups = finishSteps(joinDependent(one));
    expect(groups).toEqual([[0, 2], [1]]);
    const grouped = groupCoalitions(one, groups);
    expect([0, 1, 2, 3].map((on) => grouped.evaluate(on)[0])).toEqual([0, 101, 10, 111]);
    expect(grouped).toMatchObject({ drivers: 2, costs: [3, 2], reach: [3] });
  });

  it('go all together where each needs the next', () => {
    expect(finishSteps(joinDependent(coalitions((on) => on !== 0 && on !== 7)))).toEqual([[0, 1, 2]]);
  });

  it('are left alone where a headline is no number in a workbook itself', () => {
    expect(finishSteps(joinDependent(coalitions(() => true)))).toEqual([[0], [1], [2]]);
  });
});
