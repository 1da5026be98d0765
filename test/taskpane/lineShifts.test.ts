import fc from 'fast-check';
import { withShift, type LineShift } from '../../src/taskpane/state/lineShifts';

const shift = fc.record<LineShift>({ place: fc.constantFrom('A!5:6', 'A!5:5', 'B!C:C'), moved: fc.constantFrom('in', 'out') });
const back = ({ place, moved }: LineShift): LineShift => ({ place, moved: moved === 'in' ? 'out' : 'in' });

describe('withShift', () => {
  test('shifts taken back in the opposite order leave nothing', () => {
    fc.assert(
      fc.property(fc.array(shift), (made) => {
        expect([...made, ...made.map(back).reverse()].reduce(withShift, [])).toEqual([]);
      }),
    );
  });

  test('shifts that are not taken back stay', () => {
    fc.assert(
      fc.property(fc.array(shift.map(({ place }) => ({ place, moved: 'in' as const }))), (made) => {
        expect(made.reduce<readonly LineShift[]>(withShift, [])).toEqual(made);
      }),
    );
  });
});
