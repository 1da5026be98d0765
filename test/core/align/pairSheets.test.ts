import { compare } from '../../../src/core/compare/compare';
import { changes } from '../../support/changes';
import { workbook, type SheetText } from '../../support/workbook';

const MODEL: SheetText = {
  A1: 'Item', B1: 'Seats', C1: 'Price', D1: 'Revenue',
  A2: 'Starter', B2: 120, C2: 9, D2: ['=B2*C2', 1080],
  A3: 'Team', B3: 80, C3: 19, D3: ['=B3*C3', 1520],
  A4: 'Enterprise', B4: 12, C4: 400, D4: ['=B4*C4', 4800],
  A5: 'Total', D5: ['=SUM(D2:D4)', 7400],
}; // prettier-ignore
/** Of the same items as the model. */
const PLAN: SheetText = { ...MODEL, A6: 'Reviewed', A7: 'Approved', A8: 'Owner', D6: 'no', D7: 'no', D8: 'Ann Lee' };
const NOTES: SheetText = {
  A1: 'Owner',
  B1: 'Ann Lee',
  A2: 'Reviewed',
  B2: 'yes',
  A3: 'Sources',
  B3: 'ledger',
  A4: 'Open points',
  B4: 'none',
};
const STAFF: SheetText = {
  A1: 'Name',
  B1: 'Team',
  A2: 'Kim',
  B2: 'Sales',
  A3: 'Ola',
  B3: 'Support',
  A4: 'Ray',
  B4: 'Legal',
  B6: ['=COUNTA(A2:A4)', 3],
};

const pairs = (official: Record<string, SheetText>, local: Record<string, SheetText>): string[] =>
  compare(workbook(official), workbook(local)).sheets.map((sheet) => `${sheet.official ?? ''}→${sheet.local ?? ''}`);

describe('sheets are paired', () => {
  it.each<[string, Record<string, SheetText>, Record<string, SheetText>, string[]]>([
    ['by name, in any case', { Model: MODEL, Notes: NOTES }, { NOTES, MODEL }, ['Model→MODEL', 'Notes→NOTES']],
    [
      'by name although a copy is nearer: the copy was a backup',
      { Model: MODEL, Notes: NOTES },
      { 'Model (2)': MODEL, Model: { ...MODEL, B2: 90, B3: 70, C4: 380 }, Notes: NOTES },
      ['Model→Model', 'Notes→Notes', '→Model (2)'],
    ],
    [
      'by name although every number is new and last year is kept beside it',
      { Inputs: { A1: 'Seats', B1: 5, A2: 'Price', B2: 7, A3: 'Churn', B3: 3 } },
      {
        Inputs: { A1: 'Seats', B1: 6, A2: 'Price', B2: 8, A3: 'Churn', B3: 2 },
        'Inputs FY25': { A1: 'Seats', B1: 5, A2: 'Price', B2: 7, A3: 'Churn', B3: 3 },
      },
      ['Inputs→Inputs', '→Inputs FY25'],
    ],
    [
      'by what formulas name where the sheet was renamed and edited, and a copy of it, edited less, put aside',
      { Sum: { A1: ['=Model!D5', 7400] }, Model: MODEL },
      { Sum: { A1: ['=Seats!D5', 7400] }, 'Model old': { ...MODEL, B2: 121 }, Seats: { ...MODEL, B2: 90, B3: 70 } },
      ['Sum→Sum', 'Model→Seats', '→Model old'],
    ],
    [
      'and copies of two sheets that are much alike are copies, neither the other renamed',
      { Model: MODEL, Plan: PLAN, 'Model (2)': MODEL },
      { Model: MODEL, Plan: PLAN, 'Plan (2)': PLAN },
      ['Model→Model', 'Plan→Plan', 'Model (2)→', '→Plan (2)'],
    ],
    [
      'by content where the name went to something else',
      { Model: MODEL, Notes: NOTES },
      { 'Model FY26': { ...MODEL, B2: 121 }, Model: STAFF, Notes: NOTES },
      ['Model→Model FY26', 'Notes→Notes', '→Model'],
    ],
    [
      'by content where the name was left to a blank sheet',
      { Model: MODEL, Notes: NOTES },
      { 'Model FY26': MODEL, Model: {}, Notes: NOTES },
      ['Model→Model FY26', 'Notes→Notes', '→Model'],
    ],
    ['by content where two swapped names', { Model: MODEL, Notes: NOTES }, { Model: NOTES, Notes: MODEL }, ['Model→Notes', 'Notes→Model']],
    [
      'by name where two of one kind seem swapped: numbers came into the wrong one',
      { North: MODEL, South: { ...MODEL, B2: 5, B3: 6, B4: 7 } },
      { North: { ...MODEL, B2: 5, B3: 6, B4: 7 }, South: MODEL },
      ['North→North', 'South→South'],
    ],
    [
      'a renamed one told from a near copy of it',
      { Model: MODEL, Notes: NOTES },
      { 'Model (2)': { ...MODEL, B3: 81 }, Forecast: MODEL, Notes: NOTES },
      ['Model→Forecast', 'Notes→Notes', '→Model (2)'],
    ],
    [
      'one that is not called a copy, where both are the same',
      { Model: MODEL, Notes: NOTES },
      { 'Forecast (2)': MODEL, Forecast: MODEL, Notes: NOTES },
      ['Model→Forecast', 'Notes→Notes', '→Forecast (2)'],
    ],
    [
      'a name that nothing else lays claim to',
      { Model: MODEL, Notes: NOTES },
      { Model: STAFF, Notes: NOTES },
      ['Model→Model', 'Notes→Notes'],
    ],
    ['blank ones in their order', { A: {}, Model: MODEL, B: {} }, { C: {}, D: {}, Model: MODEL }, ['A→C', 'Model→Model', 'B→D']],
  ])('%s', (_, official, local, expected) => {
    expect(pairs(official, local)).toEqual(expected);
    const back = pairs(local, official).map((line) => line.split('→').reverse().join('→'));
    expect(back.sort()).toEqual([...expected].sort());
  });
});

describe('a copied sheet', () => {
  it('says what it was copied from, though either was edited since', () => {
    const official = workbook({ Model: MODEL, Notes: NOTES });
    const { differences } = compare(official, workbook({ Model: MODEL, Notes: NOTES, 'Model (2)': { ...MODEL, B3: 81 } }));
    expect(differences.map(({ kind, note }) => `${kind}: ${note}`)).toEqual(['sheet: copy of Model']);
    const backup = compare(official, workbook({ Model: { ...MODEL, B2: 1, B3: 2, B4: 3, C2: 4, C3: 5, C4: 6 }, Notes: NOTES, Old: MODEL }));
    expect(backup.differences.at(-1)).toMatchObject({ kind: 'sheet', official: null, note: 'copy of Model' });
    expect(compare(official, workbook({ Model: MODEL, Notes: NOTES, Staff: STAFF })).differences[0]!.note).toBe('');
  });

  it('says so when it is hidden', () => {
    const copied = workbook({ Model: MODEL, Copy: MODEL }, { sheets: { Copy: { visibility: 'veryHidden' } } });
    expect(compare(workbook({ Model: MODEL }), copied).differences[0]!.note).toBe('copy of Model, very hidden');
  });
});

describe('a hidden sheet', () => {
  it.each(['hidden', 'veryHidden'] as const)('is compared like any other: %s', (visibility) => {
    const hidden = { sheets: { Model: { visibility } } };
    expect(changes(workbook({ Model: MODEL }, hidden), workbook({ Model: { ...MODEL, B2: 121 } }, hidden))).toEqual(['Model!B2: 120→121']);
  });

  it('is told from a very hidden one', () => {
    const seen = (visibility: 'visible' | 'hidden' | 'veryHidden') => workbook({ Model: MODEL }, { sheets: { Model: { visibility } } });
    expect(changes(seen('hidden'), seen('veryHidden'))).toEqual(['hidden Model: Model→Model (hidden in official, very hidden in yours)']);
    expect(changes(seen('veryHidden'), seen('visible'))).toEqual(['hidden Model: Model→Model (very hidden in official only)']);
    expect(compare(seen('hidden'), seen('visible')).sheets[0]!.visibility).toEqual({ official: 'hidden', local: 'visible' });
  });
});

describe('formulas over several sheets', () => {
  const month = (value: number): SheetText => ({ A1: value });
  const book = (months: Record<string, number>, formula: string, total: number) =>
    workbook({
      Year: { A1: [formula, total] },
      ...Object.fromEntries(Object.entries(months).map(([name, value]) => [name, month(value)])),
      End: { A1: 'end' },
    });
  const official = book({ Jan: 1, Feb: 2, Mar: 3 }, '=SUM(Jan:Mar!A1)', 6);

  it('differ where they end on another sheet', () => {
    expect(changes(official, book({ Jan: 1, Feb: 2, Mar: 3 }, '=SUM(Jan:Feb!A1)', 3))).toEqual([
      'formula Year!A1: =SUM(Jan:Mar!A1)→=SUM(Jan:Feb!A1)',
    ]);
  });

  it('and where that is a sheet which only one workbook has, as nothing puts it back into the formula', () => {
    expect(changes(official, book({ Jan: 1, Feb: 2 }, '=SUM(Jan:Feb!A1)', 3))).toEqual([
      'formula Year!A1: =SUM(Jan:Mar!A1)→=SUM(Jan:Feb!A1)',
      'sheet -Mar',
    ]);
    expect(changes(official, book({ Feb: 2, Mar: 3 }, '=SUM(Feb:Mar!A1)', 5))).toEqual([
      'formula Year!A1: =SUM(Jan:Mar!A1)→=SUM(Feb:Mar!A1)',
      'sheet -Jan',
    ]);
  });

  it('do not where one came between', () => {
    expect(changes(official, book({ Jan: 1, Feb: 2, Leap: 9, Mar: 3 }, '=SUM(Jan:Mar!A1)', 15))).toEqual([
      'Year!A1: 6→15 follows',
      'sheet +Leap',
    ]);
  });

  it('nor where sheets were renamed', () => {
    expect(
      changes(official, book({ First: 1, Second: 2, Third: 3 }, '=SUM(First:Third!A1)', 6)).filter((line) => !line.startsWith('sheet')),
    ).toEqual([]);
  });
});
