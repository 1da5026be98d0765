import fc from 'fast-check';
import { compareSnapshots } from '../../../src/app/compareWorkbooks';
import { createExplainer } from '../../../src/app/createExplainer';
import type { Difference } from '../../../src/core/compare/Difference';
import { ONLY_DOLLARS } from '../../../src/core/compare/compareCells';
import type { ExplainedFormulas } from '../../../src/core/compare/explainFormulas';
import type { Segment } from '../../../src/core/compare/markChanges';
import type { Snapshot } from '../../../src/core/workbook/Snapshot';
import { insertLines, model, snapshotOf, writeCell, cellText } from '../../support/model';
import { workbook, type SheetText } from '../../support/workbook';

function explained(official: Snapshot, local: Snapshot): (readonly [Difference, ExplainedFormulas])[] {
  const compared = compareSnapshots(official, local);
  if (!compared.ok) throw new Error(compared.failure.message);
  const explain = createExplainer(compared.value, 'en-US');
  return compared.value.comparison.differences.map((difference) => [difference, explain(difference)] as const);
}

const plain = (segments: readonly Segment[]) => segments.map(({ text }) => text).join('');
const marked = (segments: readonly Segment[] | null | undefined) =>
  segments?.map(({ text, changed }) => (changed ? `«${text}»` : text)).join('') ?? null;

const plan: SheetText = {
  B1: 'Q1',
  C1: 'Q2',
  A2: 'Renewals',
  B2: 100,
  C2: 110,
  A3: 'Renewal rate',
  B3: 0.9,
  C3: 0.91,
  A4: 'Expansion',
  B4: 5,
  C4: 6,
  A5: 'Net',
};

function bothForms(official: string, local: string, ours: SheetText = plan, theirs: SheetText = plan, at = 'C5', localAt = at) {
  const found = explained(workbook({ Plan: { ...ours, [at]: official } }), workbook({ Plan: { ...theirs, [localAt]: local } }));
  const [, formulas] = found.find(([{ kind, role }]) => kind === 'formula' && role === 'cause')!;
  return [formulas.official, formulas.local].flatMap((each) => [marked(each?.cells), marked(each?.words)]);
}

test('the changed part is marked in both forms', () => {
  expect(bothForms('=C2*C3', '=C2*C3+C4')).toEqual([
    '=C2*C3',
    'Renewals × Renewal rate',
    '=C2*C3«+C4»',
    'Renewals × Renewal rate« + »«Expansion»',
  ]);
  expect(bothForms('=C2*C3', '=C2*B3')).toEqual(['=C2*«C3»', 'Renewals × «Renewal rate»', '=C2*«B3»', 'Renewals × «Renewal rate (Q1)»']);
  expect(bothForms('=ROUND(C2*0.05,2)', '=ROUND(C2*0.06,2)')).toEqual([
    '=ROUND(C2*«0.05»,2)',
    '(Renewals × «0.05») rounded to 2 decimals',
    '=ROUND(C2*«0.06»,2)',
    '(Renewals × «0.06») rounded to 2 decimals',
  ]);
});

test('a reference that only moved is not marked, one that means another cell is, though it is written the same', () => {
  const moved: SheetText = {
    B1: 'Q1',
    C1: 'Q2',
    A2: 'New line',
    B2: 1,
    C2: 2,
    A3: 'Renewals',
    B3: 100,
    C3: 110,
    A4: 'Renewal rate',
    B4: 0.9,
    C4: 0.91,
    A5: 'Expansion',
    B5: 5,
    C5: 6,
    A6: 'Net',
  };
  expect(bothForms('=C2*C3', '=C3*C4+C5', plan, moved, 'C5', 'C6')).toEqual([
    '=C2*C3',
    'Renewals × Renewal rate',
    '=C3*C4«+C5»',
    'Renewals × Renewal rate« + »«Expansion»',
  ]);
  expect(bothForms('=C2*C3', '=C2*C4', plan, moved, 'C5', 'C6')).toEqual([
    '=«C2»*C3',
    '«Renewals» × Renewal rate',
    '=«C2»*C4',
    '«New line» × Renewal rate',
  ]);
});

test('two cells that differ are not called the same in the two workbooks', () => {
  const twice: SheetText = { ...plan, A4: 'Renewals' };
  expect(bothForms('=C2*C3', '=C4*C3', twice, twice)).toEqual([
    '=«C2»*C3',
    '«Renewals (C2)» × Renewal rate',
    '=«C4»*C3',
    '«Renewals (C4)» × Renewal rate',
  ]);
});

test('nothing is marked where only one side has a formula, and a side without one has none', () => {
  const [[, formulas] = []] = explained(workbook({ Plan: { ...plan, C5: '=C2*C3' } }), workbook({ Plan: { ...plan, C5: 99 } }));
  expect(formulas!.local).toBeNull();
  expect([marked(formulas!.official!.cells), marked(formulas!.official!.words)]).toEqual(['=C2*C3', 'Renewals × Renewal rate']);
});

test('where only $ signs differ, the cells are marked and the words are not', () => {
  const [[, formulas] = []] = explained(workbook({ Plan: { ...plan, C5: '=C2*C3' } }), workbook({ Plan: { ...plan, C5: '=C2*$C3' } }));
  const both = [formulas!.official!, formulas!.local!];
  expect(both.map(({ cells }) => marked(cells))).toEqual(['=C2*«C3»', '=C2*«$C3»']);
  expect(both.map(({ words }) => words?.some(({ changed }) => changed))).toEqual([false, false]);
});

test('a formula that nothing names has no words', () => {
  const found = explained(workbook({ A: { A1: 1, B1: 2, C1: '=A1+B1' } }), workbook({ A: { A1: 1, B1: 2, C1: '=A1*B1' } }));
  expect(found.find(([{ kind }]) => kind === 'formula')![1].local).toMatchObject({ words: null });
});

test('laws: cells join up to the formula; a changed formula has a mark, one that did not change has none', () => {
  const line = fc.record({
    axis: fc.constantFrom('row', 'column'),
    at: fc.integer({ min: 1, max: 6 }),
    sheet: fc.constantFrom('One', 'Two'),
  });
  fc.assert(
    fc.property(model, line, cellText, fc.nat({ max: 5 }), (official, { axis, at, sheet }, text, row) => {
      const local = writeCell(insertLines(official, { sheet, axis: axis as 'row' | 'column', at, count: 1 }), sheet, `${row + 1},2`, text);
      for (const [{ kind, role, note, official: ours, local: theirs }, formulas] of explained(snapshotOf(official), snapshotOf(local))) {
        for (const [side, formula] of [
          [ours, formulas.official],
          [theirs, formulas.local],
        ] as const) {
          expect(formula === null ? null : plain(formula.cells)).toBe(side?.formula ?? null);
        }
        const both = [formulas.official, formulas.local];
        const anyMark = (form: 'cells' | 'words') => both.some((each) => each?.[form]?.some(({ changed }) => changed) ?? false);
        const changed = (kind === 'formula' || kind === 'name') && role === 'cause' && both.every((each) => each !== null);
        expect(anyMark('cells')).toBe(changed);
        if (both.every((each) => each === null || each.words !== null)) expect(anyMark('words')).toBe(changed && note !== ONLY_DOLLARS);
      }
    }),
    { numRuns: 300 },
  );
});
