import { applyToFile } from '../../../src/adapters/xlsx/applyToFile';
import { editWorkbook } from '../../../src/adapters/xlsx/editWorkbook';
import { EditSheet } from '../../../src/adapters/xlsx/edit/EditSheet';
import { heldRule, setRule } from '../../../src/adapters/xlsx/edit/editRules';
import type { EntryRule } from '../../../src/core/workbook/EntryRule';
import { parseRange } from '../../../src/core/workbook/Address';
import { snapshotOf } from '../../support/snapshotOf';
import { xlsxFile } from '../../support/xlsxFile';

const LIST: EntryRule = { type: 'list', operator: 'between', formula1: 'Lists!$A$2:$A$4', formula2: '', allowBlank: true };

/** The text behind the cells of a sheet that had `before` there, once the rule of a range is set. */
function set(before: string, range: string, rule: EntryRule | null): string {
  const sheet = EditSheet.parse(`<worksheet><sheetData/>${before}</worksheet>`)!;
  setRule(sheet, parseRange(range)!, rule);
  const text = sheet.print();
  return text === null ? before : text.replace('<worksheet><sheetData/>', '').replace('</worksheet>', '');
}

const held = (before: string, range: string) =>
  heldRule(EditSheet.parse(`<worksheet><sheetData/>${before}</worksheet>`)!, parseRange(range)!);

describe('rules for entries in the text of a sheet', () => {
  it('stand where Excel looks for them', () => {
    expect(set('<mergeCells/><pageMargins left="1"/>', 'B2:B9', LIST)).toBe(
      '<mergeCells/><dataValidations count="1"><dataValidation type="list" allowBlank="1" showInputMessage="1" showErrorMessage="1" sqref="B2:B9">' +
        '<formula1>Lists!$A$2:$A$4</formula1></dataValidation></dataValidations><pageMargins left="1"/>',
    );
  });

  it('leave the rest of what another rule covers, its formulas saying the same from there', () => {
    const before =
      '<dataValidations count="1"><dataValidation type="custom" errorStyle="warning" error="Too long" sqref="B2:B9"><formula1>LEN(A2)&lt;9</formula1></dataValidation></dataValidations>';
    expect(set(before, 'B2:B3', null)).toBe(
      '<dataValidations count="1"><dataValidation type="custom" errorStyle="warning" error="Too long" sqref="B4:B9"><formula1>LEN(A4)&lt;9</formula1></dataValidation></dataValidations>',
    );
    expect(held(before, 'B5:B6')).toMatchObject({
      type: 'custom',
      formula1: 'LEN(A5)<9',
      manner: { alert: { style: 'warning', message: 'Too long' } },
    });
    expect(set(before, 'B2:B9', null)).toBe('');
  });

  it('ask as the rule before them did, unless they say how', () => {
    const before =
      '<dataValidations count="1"><dataValidation type="list" showDropDown="1" promptTitle="Region" prompt="a &amp; b" sqref="B2:B9"><formula1>"x"</formula1></dataValidation></dataValidations>';
    expect(set(before, 'B2:B9', LIST)).toBe(
      '<dataValidations count="1"><dataValidation type="list" allowBlank="1" showDropDown="1" promptTitle="Region" prompt="a &amp; b" sqref="B2:B9">' +
        '<formula1>Lists!$A$2:$A$4</formula1></dataValidation></dataValidations>',
    );
  });

  it('are joined with one that says the same beside them', () => {
    const once = set('', 'B2:B5', LIST);
    expect(set(once, 'B6:B9', LIST)).toBe(once.replace('B2:B5', 'B2:B9'));
    expect(set(once, 'C2:C5', LIST)).toBe(once.replace('B2:B5', 'B2:C5'));
    expect(set(once, 'B2:B5', LIST)).toBe(once);
    expect(set(once, 'D7', LIST)).toBe(once.replace('B2:B5', 'B2:B5 D7'));
  });

  it('are found and replaced in the extension list too, where Excel keeps those that refer to other sheets', () => {
    const before =
      '<extLst><ext uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}"><x14:dataValidations count="1" xmlns:xm="x"><x14:dataValidation type="list" allowBlank="1">' +
      '<x14:formula1><xm:f>Lists!$A$2:$A$3</xm:f></x14:formula1><xm:sqref>B2:B9</xm:sqref></x14:dataValidation></x14:dataValidations></ext></extLst>';
    expect(held(before, 'B2:B4')).toMatchObject({ formula1: 'Lists!$A$2:$A$3' });
    const now = set(before, 'B2:B4', LIST);
    expect(now).toMatch(/<dataValidation [^>]*sqref="B2:B4">.*<xm:sqref>B5:B9<\/xm:sqref>/);
    expect(set(before, 'B2:B9', null)).toBe('');
  });

  it('are none where any entry may stand, and not known where several hold', () => {
    const two = set(set('', 'B2:B5', LIST), 'B6:B9', { ...LIST, formula1: '"x"' });
    expect(held(two, 'C2:C5')).toBeNull();
    expect(held(two, 'B4:B7')).toBeUndefined();
    expect(held(two, 'B9:B10')).toBeUndefined();
  });
});

describe('a step that sets a rule in a file', () => {
  const file = xlsxFile({ sheets: { Deals: '<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>' } });
  const step = {
    kind: 'setRule',
    sheet: 'Deals',
    range: parseRange('A1:A9')!,
    before: null,
    after: { ...LIST, formula1: '"x,y"' },
    differences: [],
  } as const;

  it('is read again as it was set, and taken back', async () => {
    const done = applyToFile(file, [step]);
    if (!done.ok) throw new Error(done.failure.message);
    expect((await snapshotOf(done.value.bytes)).sheets[0]!.validations).toEqual([{ ...step.after, ranges: [step.range] }]);
    const back = applyToFile(done.value.bytes, done.value.inverse);
    if (!back.ok) throw new Error(back.failure.message);
    expect((await snapshotOf(back.value.bytes)).sheets[0]!.validations).toEqual([]);
  });

  it('leaves a range that permits something else by then', () => {
    const edited = editWorkbook(file, [{ kind: 'setRule', sheet: 'Deals', range: parseRange('A2')!, after: { ...LIST, formula1: '"z"' } }]);
    if (!edited.ok) throw new Error(edited.failure.message);
    const done = applyToFile(edited.value, [step]);
    expect(done).toMatchObject({ ok: true, value: { bytes: edited.value, skipped: [{ sheet: 'Deals', address: 'A1:A9' }] } });
  });
});
