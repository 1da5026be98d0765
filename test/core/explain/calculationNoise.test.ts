import fc from 'fast-check';
import { compare } from '../../../src/core/compare/compare';
import { changes } from '../../support/changes';
import { workbook, type CellText } from '../../support/workbook';

const totals: Record<string, CellText> = { A1: 123456.78, A2: 98765.43, A3: ['=SUM(A1:A2)', 222222.21], A4: 222222.21 };
const book = (more: Record<string, CellText>) => workbook({ S: { ...totals, ...more } });
/** What Excel and others leave of 222,222.21 less 222,222.21. */
const LEFT = 2.9e-11;

describe('noise of calculating', () => {
  it('is no difference in a check of two totals, nor in what sums such checks up', () => {
    const checks = (left: number): Record<string, CellText> => ({
      B1: ['=A3-A4', left],
      B2: ['=B1*2', 2 * left],
      B3: ['=SUM(B1:B2)', 3 * left],
    });
    expect(changes(book(checks(0)), book(checks(LEFT)))).toEqual([]);
  });

  it.each<[string, Record<string, CellText>, Record<string, CellText>, string[]]>([
    ['is less than what is off', { B1: ['=A3-A4', 0] }, { B1: ['=A3-A4', 4e-6] }, ['unexplained S!B1']],
    [
      'is measured by what is read, not by what else is there',
      { B1: 2, B2: ['=B1-2', 0] },
      { B1: 2, B2: ['=B1-2', LEFT] },
      ['unexplained S!B2'],
    ],
    ['is nobody’s typing', { B1: 0 }, { B1: LEFT }, ['cause S!B1']],
    [
      'is not where something it reads differs',
      { B1: 0, B2: ['=A3-A4+B1', 0] },
      { B1: LEFT, B2: ['=A3-A4+B1', LEFT] },
      ['cause S!B1', 'consequence S!B2'],
    ],
    [
      'is told where it turns a check',
      { B1: ['=A3-A4', 0], B2: ['=IF(B1=0,"ok","off")', 'ok'], B3: ['=A3-A4', 0] },
      { B1: ['=A3-A4', LEFT], B2: ['=IF(B1=0,"ok","off")', 'off'], B3: ['=A3-A4', LEFT] },
      ['unexplained S!B1', 'consequence S!B2'],
    ],
    ['is not told by what chance gives', { B1: ['=A3-A4*RAND()', 0] }, { B1: ['=A3-A4*RAND()', LEFT] }, ['unexplained S!B1']],
  ])('%s', (_, official, local, expected) => {
    const { differences } = compare(book(official), book(local));
    expect(differences.map(({ role, official: side }) => `${role} ${side!.sheet}!${side!.address}`)).toEqual(expected);
  });

  it('is the same seen from either side, and never a result that anything reads in another way', () => {
    const left = fc.constantFrom(0, LEFT, -LEFT, 1e-9, 4e-6);
    fc.assert(
      fc.property(left, left, left, left, (a, b, c, d) => {
        const [one, other] = [book({ B1: ['=A3-A4', a], B2: ['=B1+A1-A1', b] }), book({ B1: ['=A3-A4', c], B2: ['=B1+A1-A1', d] })];
        const roles = compare(one, other).differences.map(({ role, official }) => `${role} ${official!.address}`);
        expect(compare(other, one).differences.map(({ role, local }) => `${role} ${local!.address}`)).toEqual(roles);
        expect(roles.includes('consequence B2')).toBe(Math.abs(b - d) > 1e-12 && Math.abs(a - c) > 1e-7);
      }),
    );
  });
});
