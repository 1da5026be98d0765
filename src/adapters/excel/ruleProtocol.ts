import type { EntryRule, RuleManner } from '../../core/workbook/EntryRule';

/** A rule for entries as Office.js gives it. */
export interface OfficeRule {
  readonly type: string;
  readonly rule: Excel.DataValidationRule;
  readonly ignoreBlanks: boolean;
  readonly prompt: Excel.DataValidationPrompt;
  readonly errorAlert: Excel.DataValidationErrorAlert;
}

const MEMBERS = {
  whole: 'wholeNumber',
  decimal: 'decimal',
  date: 'date',
  time: 'time',
  textLength: 'textLength',
} as const;

type Compared = keyof typeof MEMBERS;

const TYPES: Readonly<Record<string, string>> = {
  WholeNumber: 'whole',
  Decimal: 'decimal',
  List: 'list',
  Date: 'date',
  Time: 'time',
  TextLength: 'textLength',
  Custom: 'custom',
};

const OPERATORS: Readonly<Record<string, string>> = {
  between: 'Between',
  notBetween: 'NotBetween',
  equal: 'EqualTo',
  notEqual: 'NotEqualTo',
  greaterThan: 'GreaterThan',
  lessThan: 'LessThan',
  greaterThanOrEqual: 'GreaterThanOrEqualTo',
  lessThanOrEqual: 'LessThanOrEqualTo',
};

/** The rule, null where any entry may stand; undefined where the cells have several, or one of a kind that is not known. */
export function fromOfficeRule({ type, rule, ignoreBlanks, prompt, errorAlert }: OfficeRule): EntryRule | null | undefined {
  if (type === 'None') return null;
  const known = TYPES[type];
  if (known === undefined) return undefined;
  const compared = known in MEMBERS ? rule[MEMBERS[known as Compared]] : undefined;
  const manner: RuleManner = {
    dropDown: rule.list?.inCellDropDown ?? true,
    prompt: { show: prompt.showPrompt, title: prompt.title, message: prompt.message },
    alert: {
      show: errorAlert.showAlert,
      style: errorAlert.style === 'Warning' ? 'warning' : errorAlert.style === 'Information' ? 'information' : 'stop',
      title: errorAlert.title,
      message: errorAlert.message,
    },
  };
  const common = { type: known, allowBlank: ignoreBlanks, manner };
  if (known === 'list') return { ...common, operator: 'between', formula1: fromSource(String(rule.list?.source ?? '')), formula2: '' };
  if (known === 'custom') return { ...common, operator: 'between', formula1: plain(rule.custom?.formula), formula2: '' };
  const operator = Object.entries(OPERATORS).find(([, office]) => office === compared?.operator)?.[0] ?? 'between';
  return { ...common, operator, formula1: plain(compared?.formula1), formula2: plain(compared?.formula2) };
}

/** What Office.js is to be given for a rule; `held` is what the cells have, which says how Excel asks where the rule does not. */
export function toOfficeRule(rule: EntryRule, held: EntryRule | null): Excel.DataValidationRule {
  const manner = rule.manner ?? held?.manner;
  if (rule.type === 'list') return { list: { inCellDropDown: manner?.dropDown ?? true, source: toSource(rule.formula1) } };
  if (rule.type === 'custom') return { custom: { formula: `=${rule.formula1}` } };
  const member = MEMBERS[rule.type as Compared];
  const operator = (OPERATORS[rule.operator] ?? 'Between') as Excel.DataValidationOperator;
  const second = rule.formula2 === '' ? {} : { formula2: `=${rule.formula2}` };
  return { [member]: { formula1: `=${rule.formula1}`, ...second, operator } };
}

/** How Excel asks, as Office.js is to be given it. */
export function toOfficeManner({ prompt, alert }: RuleManner): Pick<OfficeRule, 'prompt' | 'errorAlert'> {
  const style = { stop: 'Stop', warning: 'Warning', information: 'Information' } as const;
  return {
    prompt: { showPrompt: prompt.show, title: prompt.title, message: prompt.message },
    errorAlert: { showAlert: alert.show, style: style[alert.style], title: alert.title, message: alert.message },
  };
}

/** Files have members that are written out in quotes, Office.js without. */
function fromSource(source: string): string {
  return source.startsWith('=') ? source.slice(1) : `"${source.replaceAll('"', '""')}"`;
}

function toSource(formula: string): string {
  const written = /^"((?:[^"]|"")*)"$/.exec(formula);
  return written ? written[1]!.replaceAll('""', '"') : `=${formula}`;
}

function plain(formula: unknown): string {
  return formula === undefined || formula === null ? '' : String(formula as string).replace(/^=/, '');
}
