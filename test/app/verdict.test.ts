import { nothingDiffers, verdict } from '../../src/app/verdict';
import { compare } from '../../src/core/compare/compare';
import { verdictWords } from '../../src/app/verdictWords';
import { tableModel } from '../support/tableModel';
import { headlineOf, modelsOf } from '../support/comparisonOf';

const same = headlineOf('Revenue', 'Summary!C4', 100, 100);
const apart = headlineOf('Revenue', 'Summary!C4', 100, 101);
const none = { causes: 0, kinds: [] };
const words = (lines: string[], headlines = [same]) => verdict(modelsOf(lines, headlines).comparison);

test('agreeing headlines and no cause tie out', () => expect(words([])).toEqual({ word: 'ties', still: none }));

test('a headline apart does not, even without any cause', () => expect(words([], [apart]).word).toBe('differs'));

test('a cause does not, even with agreeing headlines', () => expect(words(['cause value A!B2 1 → 2']).word).toBe('differs'));

test.each(['format', 'note', 'validation', 'hidden'])('a %s alone does not stand against tying out, and is told', (kind) => {
  const models = modelsOf([`cause ${kind} A!B2 1 → 1`], [same]);
  expect(verdict(models.comparison)).toEqual({ word: 'ties', still: { causes: 1, kinds: [kind] } });
  expect(nothingDiffers(models.comparison)).toBe(false);
});

test('an unexplained value leaves it open', () =>
  expect(words(['unexplained value A!B2 1 → 2'])).toEqual({ word: 'unknown', still: none, reasons: ['unexplained'] }));

test('a headline that one workbook lacks leaves it open', () =>
  expect(words([], [same, { ...apart, localAddress: null }])).toEqual({ word: 'unknown', still: none, reasons: ['headline'] }));

test('a rough comparison leaves it open, unless it found everything equal', () => {
  const { comparison } = modelsOf(['cause format A!B2 1 → 1'], [same]);
  expect(verdict({ ...comparison, precise: false })).toMatchObject({ word: 'unknown', reasons: ['imprecise'] });
  expect(verdict({ ...modelsOf([], [same]).comparison, precise: false }).word).toBe('ties');
});

test('nothing differs only when the headlines agree too', () => {
  expect(nothingDiffers(modelsOf([], [same]).comparison)).toBe(true);
  expect(nothingDiffers(modelsOf([], [apart]).comparison)).toBe(false);
});

test('what new rows of a table get moves no number, as what else differs of a table may', () => {
  const columns = [
    { name: 'Price', cell: 100 },
    { name: 'Net', cell: '=[@Price]*2' },
  ];
  const model = (calculated: boolean, name = 'Deals') => tableModel({ columns, rows: ['Acme', 'Bolts'], calculated, name });
  const comparison = compare(model(true), model(false));
  expect(verdict(comparison)).toEqual({ word: 'ties', still: { causes: 1, kinds: ['newRows'] } });
  expect(verdictWords(comparison, String).sentences.join(' ')).toBe(
    '1 difference in what new rows of tables get, which changes no number.',
  );
  expect(verdict(compare(model(true), model(false, 'Bookings'))).word).toBe('differs');
});
