import { USUAL_MANNER } from '../../../core/workbook/EntryRule';
import { parseRange, type CellRange } from '../../../core/workbook/Address';
import type { Validation } from '../../../core/workbook/Snapshot';
import { displayFormula } from './displayFormula';
import { readManner } from './readManner';
import type { XmlElement } from './XmlElement';

/** The data validation rules of a worksheet, those in the extension list (rules that refer to other sheets) included. */
export function readValidations(worksheet: XmlElement): Validation[] {
  const extended = worksheet.list('extLst', 'ext').flatMap((ext) => ext.list('dataValidations', 'dataValidation'));
  return [...worksheet.list('dataValidations', 'dataValidation'), ...extended].flatMap((element) => {
    const type = element.attribute('type') ?? 'none';
    const ranges = parseRanges(element.attribute('sqref') ?? element.child('sqref')?.text ?? '');
    if (type === 'none' || ranges.length === 0) return [];
    const manner = readManner((name) => element.attribute(name) ?? undefined);
    return {
      ranges,
      type,
      operator: element.attribute('operator') ?? 'between',
      formula1: formulaOf(element, 'formula1'),
      formula2: formulaOf(element, 'formula2'),
      allowBlank: element.flag('allowBlank'),
      ...(JSON.stringify(manner) === JSON.stringify(USUAL_MANNER) ? {} : { manner }),
    };
  });
}

/** The ranges that a list such as `A1:B2 D4` names. */
function parseRanges(list: string): CellRange[] {
  return list.split(/\s+/).flatMap((text) => parseRange(text) ?? []);
}

/** Lists with commas or quotes in their items are stored twice, the second time as every Excel can read them. */
function formulaOf(rule: XmlElement, name: string): string {
  const element = rule.child(name) ?? rule.child('AlternateContent')?.child('Fallback')?.child(name);
  return displayFormula(element?.child('f')?.text ?? element?.text ?? '');
}
