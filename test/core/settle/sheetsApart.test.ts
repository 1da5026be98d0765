import { compare } from '../../../src/core/compare/compare';
import { workbook, type SheetText } from '../../support/workbook';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const NOTES: SheetText = { A1: 'Owner' };

/** A sheet with months as headers, a row of numbers for some labels and one of formulas for the others. */
function monthly(labels: readonly string[], formulas: readonly string[], first: number): SheetText {
  const cells: Record<string, SheetText[string]> = {};
  MONTHS.forEach((month, k) => {
    const letter = String.fromCharCode(66 + k);
    cells[`${letter}1`] = month;
    labels.forEach((label, r) => {
      cells[`A${r + 2}`] = label;
      cells[`${letter}${r + 2}`] = first + 17 * r + k;
    });
    formulas.forEach((formula, r) => {
      cells[`A${labels.length + r + 2}`] = `${formula} of ${labels[0]}`;
      cells[`${letter}${labels.length + r + 2}`] = [`=${formula}(${letter}2:${letter}${labels.length + 1})`, 3];
    });
  });
  return cells;
}

const STAFF = monthly(['Engineers', 'Sellers', 'Support'], ['SUM', 'MAX', 'MIN'], 1000);
const TRAVEL = monthly(['Flights', 'Hotels', 'Meals'], ['SUM', 'MAX'], 50);

const pairs = (official: Record<string, SheetText>, local: Record<string, SheetText>, options = {}): string[] =>
  compare(workbook(official), workbook(local), options).sheets.map((sheet) => `${sheet.official ?? ''}→${sheet.local ?? ''}`);

describe('two sheets of different names that are left over', () => {
  it('are one gone and one come where they share no more than their headers', () => {
    expect(pairs({ Notes: NOTES, Staff: STAFF }, { Notes: NOTES, Travel: TRAVEL })).toEqual(['Notes→Notes', 'Staff→', '→Travel']);
    expect(pairs({ Notes: NOTES, Travel: TRAVEL }, { Notes: NOTES, Staff: STAFF })).toEqual(['Notes→Notes', 'Travel→', '→Staff']);
  });

  it('are one renamed where little but numbers is new, as when it was carried on to the next year', () => {
    const next = monthly(['Engineers', 'Sellers', 'Support', 'Lawyers'], ['SUM', 'MAX', 'MIN'], 2000);
    expect(pairs({ Notes: NOTES, 'Staff FY25': STAFF }, { Notes: NOTES, 'Staff FY26': next })).toEqual([
      'Notes→Notes',
      'Staff FY25→Staff FY26',
    ]);
  });

  it('are one renamed where most of their numbers are the same, whatever else was done', () => {
    const table = (from: number, edits: SheetText): SheetText => {
      const cells: Record<string, SheetText[string]> = {};
      for (let row = 1; row <= 5; row++) ['A', 'B', 'C'].forEach((letter, k) => (cells[`${letter}${row + from}`] = row * (k + 1)));
      return { ...cells, ...edits };
    };
    expect(pairs({ 'Table v2': table(0, { A5: 96720 }) }, { Table: table(1, { C3: 72130 }) })).toEqual(['Table v2→Table']);
  });

  it('are one where the user says so', () => {
    const sheetPairs = [{ official: 'Staff', local: 'Travel' }];
    expect(pairs({ Notes: NOTES, Staff: STAFF }, { Notes: NOTES, Travel: TRAVEL }, { sheetPairs })).toEqual([
      'Notes→Notes',
      'Staff→Travel',
    ]);
  });

  it('are one where formulas elsewhere look at the one as they looked at the other', () => {
    const looks = (name: string): SheetText =>
      Object.fromEntries(Array.from({ length: 24 }, (_, k) => [`A${k + 1}`, [`=${name}!B${(k % 4) + 2}*${k + 2}`, 7 * k] as const]));
    expect(pairs({ Looks: looks('Staff'), Staff: STAFF }, { Looks: looks('Travel'), Travel: TRAVEL })).toEqual([
      'Looks→Looks',
      'Staff→Travel',
    ]);
  });
});
