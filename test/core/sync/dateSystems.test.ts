import { correspond } from '../../../src/core/settle/correspond';
import { compare } from '../../../src/core/compare/compare';
import { planSync } from '../../../src/core/sync/planSync';
import { workbook } from '../../support/workbook';

describe('a sync into a workbook of the other date system', () => {
  it.each([
    [1900, 1904, 43_538],
    [1904, 1900, 46_462],
    [1904, 1904, 45_000],
  ] as const)('from %d to %d writes days as they are counted there, and times and numbers as they are', (from, to, day) => {
    const book = (value: number, time: number, count: number, dateSystem: 1900 | 1904) =>
      workbook(
        {
          S: {
            A1: 'Go live', B1: { value, format: 'yyyy-mm-dd' },
            A2: 'Shift', B2: { value: time, format: '[h]:mm' },
            A3: 'Seats', B3: { value: count, format: '0' },
          },
        },
        { dateSystem },
      ); // prettier-ignore
    const official = book(45_000, 7.25, 120, from);
    const local = book(40_000, 5, 90, to);
    const plan = planSync(official, local, correspond(official, local), compare(official, local), { take: 'causes', deleteLocalOnly: [] });
    const written = plan.steps.flatMap((step) => (step.kind === 'write' ? step.after.flat().map((cell) => cell?.value) : []));
    expect(written).toEqual([day, 7.25, 120]);
  });
});
