import { USUAL_MANNER, type EntryRule, type RuleManner } from '../../../core/workbook/EntryRule';
import { sameRule } from '../../../core/sync/sameRule';
import { isInside, overlaps, type CellRange } from '../../../core/workbook/Address';
import { joinedRanges } from '../../../core/workbook/joinedRanges';
import { partsOutside } from '../../../core/workbook/partsOutside';
import { displayFormula } from '../read/displayFormula';
import { readManner } from '../read/readManner';
import type { EditSheet } from './EditSheet';
import {
  attribute,
  childOf,
  insertBefore,
  newElement,
  printXml,
  removeElements,
  setAttribute,
  textOf,
  walkXml,
  type XmlElement,
} from './editXml';
import { copyOf, rangesOf, rebase, setRanges } from './ruleElement';
import { storedFormula } from './storedFormula';

/** What follows the list of rules in a worksheet. */
const BEHIND = [
  'hyperlinks',
  'printOptions',
  'pageMargins',
  'pageSetup',
  'headerFooter',
  'rowBreaks',
  'colBreaks',
  'customProperties',
  'cellWatches',
  'ignoredErrors',
  'smartTags',
  'drawing',
  'legacyDrawing',
  'legacyDrawingHF',
  'drawingHF',
  'picture',
  'oleObjects',
  'controls',
  'webPublishItems',
  'tableParts',
  'extLst',
];

/** The rule for entries that holds all over a range, null where any entry may stand; undefined where parts of it have several. */
export function heldRule(sheet: EditSheet, range: CellRange): EntryRule | null | undefined {
  const meeting = rulesOf(sheet).filter((rule) => rangesOf(rule).some((each) => overlaps(each, range)));
  if (meeting.length === 0) return null;
  const rules = meeting.map((rule) => (partsOutside([range], rangesOf(rule)).length === 0 ? readRule(rule, range) : undefined));
  const [first] = rules;
  return first !== undefined && rules.every((rule) => rule !== undefined && sameRule(rule, first)) ? first : undefined;
}

/** Lets the cells of a range permit what a rule does, null for any entry; how Excel asks stays as it is where the rule does not say. */
export function setRule(sheet: EditSheet, range: CellRange, rule: EntryRule | null): void {
  sheet.markChanged();
  const top = { row: range.firstRow, column: range.firstColumn };
  const model = rulesOf(sheet).findLast((each) => rangesOf(each).some((part) => isInside(part, top)));
  const made = rule && makeRule(sheet.root, rule, range, model);
  const gone = new Set<XmlElement>();
  for (const each of rulesOf(sheet)) {
    const ranges = rangesOf(each);
    if (!ranges.some((part) => overlaps(part, range))) continue;
    const left = partsOutside(ranges, [range]);
    if (left.length === 0) gone.add(each);
    else {
      rebase(each, ranges[0]!, left[0]!);
      setRanges(each, left);
    }
  }
  if (gone.size > 0) removeElements(sheet.root, gone);
  if (made) addRule(sheet.root, made, range);
}

function addRule(root: XmlElement, made: XmlElement, range: CellRange): void {
  let list = childOf(root, 'dataValidations');
  if (!list) insertBefore(root, (list = newElement(root, 'dataValidations', { count: '0' })), BEHIND);
  const like = list.children.find((each): each is XmlElement => typeof each !== 'string' && saysTheSame(each, made));
  if (like) {
    const before = rangesOf(like);
    const ranges = joinedRanges([...before, range]);
    rebase(like, before[0]!, ranges[0]!);
    return setRanges(like, ranges);
  }
  list.children.push(made);
  setAttribute(list, 'count', String(list.children.filter((child) => typeof child !== 'string').length));
}

/** Whether two rules differ in nothing but where they stand. */
function saysTheSame(one: XmlElement, other: XmlElement): boolean {
  const from = rangesOf(one)[0];
  const to = rangesOf(other)[0];
  if (!from || !to) return false;
  const copies = [one, other].map(copyOf) as [XmlElement, XmlElement];
  rebase(copies[0], from, to);
  for (const copy of copies) setRanges(copy, [to]);
  return printXml(copies[0]) === printXml(copies[1]);
}

function makeRule(root: XmlElement, rule: EntryRule, range: CellRange, model: XmlElement | undefined): XmlElement {
  const made = newElement(root, 'dataValidation');
  const manner = rule.manner ?? (model && mannerOf(model)) ?? USUAL_MANNER;
  const isCompared = rule.type !== 'list' && rule.type !== 'custom' && rule.operator !== '' && rule.operator !== 'between';
  const attributes: Readonly<Record<string, string | undefined>> = {
    type: rule.type,
    errorStyle: manner.alert.style === 'stop' ? undefined : manner.alert.style,
    operator: isCompared ? rule.operator : undefined,
    allowBlank: rule.allowBlank ? '1' : undefined,
    showDropDown: manner.dropDown ? undefined : '1',
    showInputMessage: manner.prompt.show ? '1' : undefined,
    showErrorMessage: manner.alert.show ? '1' : undefined,
    errorTitle: manner.alert.title || undefined,
    error: manner.alert.message || undefined,
    promptTitle: manner.prompt.title || undefined,
    prompt: manner.prompt.message || undefined,
  };
  for (const [name, value] of Object.entries(attributes)) setAttribute(made, name, value);
  setRanges(made, [range]);
  for (const name of ['formula1', 'formula2'] as const) {
    if (rule[name] !== '') made.children.push(newElement(made, name, {}, storedFormula(rule[name])));
  }
  return made;
}

function readRule(rule: XmlElement, range: CellRange): EntryRule {
  const copy = copyOf(rule);
  rebase(copy, rangesOf(rule)[0]!, range);
  const formula = (name: string): string => {
    const twice = childOf(copy, 'AlternateContent');
    const element = childOf(copy, name) ?? (twice && childOf(childOf(twice, 'Fallback') ?? twice, name));
    return element ? displayFormula(textOf(childOf(element, 'f') ?? element)) : '';
  };
  return {
    type: attribute(rule, 'type') ?? 'none',
    operator: attribute(rule, 'operator') ?? 'between',
    formula1: formula('formula1'),
    formula2: formula('formula2'),
    allowBlank: isSet(attribute(rule, 'allowBlank')),
    manner: mannerOf(rule),
  };
}

function mannerOf(rule: XmlElement): RuleManner {
  return readManner((name) => attribute(rule, name));
}

function isSet(value: string | undefined): boolean {
  return value === '1' || value === 'true';
}

/** All rules of a sheet, those in the extension list included; a rule without a type rules nothing. */
function rulesOf(sheet: EditSheet): XmlElement[] {
  const found: XmlElement[] = [];
  walkXml(sheet.root, (element) => {
    if (element.name === 'dataValidation' && (attribute(element, 'type') ?? 'none') !== 'none') found.push(element);
    return element.name === 'dataValidations' || element.name === 'extLst' || element.name === 'ext';
  });
  return found;
}
