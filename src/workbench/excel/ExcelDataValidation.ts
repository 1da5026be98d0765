import { USUAL_MANNER, type EntryRule, type RuleManner } from '../../core/workbook/EntryRule';
import { ruleOf } from '../book/hostRules';
import { apiError } from '../richApi/ApiError';
import { HostObject } from '../richApi/HostObject';
import type { ExcelContext, RangeObject } from './ExcelContext';

interface OfficeOperand {
  readonly formula1?: unknown;
  readonly formula2?: unknown;
  readonly operator?: string;
}

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

/** Excel's types, ours, and the member of a rule that has the details. */
const KINDS = [
  ['WholeNumber', 'whole', 'wholeNumber'],
  ['Decimal', 'decimal', 'decimal'],
  ['Date', 'date', 'date'],
  ['Time', 'time', 'time'],
  ['TextLength', 'textLength', 'textLength'],
  ['List', 'list', 'list'],
  ['Custom', 'custom', 'custom'],
] as const;

const OPERATORS = [
  ['Between', 'between'],
  ['NotBetween', 'notBetween'],
  ['EqualTo', 'equal'],
  ['NotEqualTo', 'notEqual'],
  ['GreaterThan', 'greaterThan'],
  ['LessThan', 'lessThan'],
  ['GreaterThanOrEqualTo', 'greaterThanOrEqual'],
  ['LessThanOrEqualTo', 'lessThanOrEqual'],
] as const;

/** Excel's DataValidation of a range: formulas are given and taken relative to its top left cell. */
export class ExcelDataValidation extends HostObject {
  readonly typeName = 'DataValidation';
  constructor(
    private readonly context: ExcelContext,
    private readonly range: RangeObject,
  ) {
    super();
  }

  override get scalars(): readonly string[] {
    return ['ErrorAlert', 'IgnoreBlanks', 'Prompt', 'Rule', 'Type'];
  }
  get Type(): string {
    const rule = this.#rule;
    if (rule === undefined) return 'Inconsistent';
    return rule === null ? 'None' : KINDS.find(([, kind]) => kind === rule.type)![0];
  }
  get Rule(): unknown {
    const rule = this.#rule;
    if (!rule) return {};
    if (rule.type === 'list') {
      const written = /^"((?:[^"]|"")*)"$/.exec(rule.formula1)?.[1];
      return { list: { inCellDropDown: mannerOf(rule).dropDown, source: written?.replaceAll('""', '"') ?? `=${rule.formula1}` } };
    }
    if (rule.type === 'custom') return { custom: { formula: `=${rule.formula1}` } };
    const operator = OPERATORS.find(([, own]) => own === (rule.operator || 'between'))![0];
    const second = rule.formula2 === '' ? {} : { formula2: `=${rule.formula2}` };
    return { [KINDS.find(([, kind]) => kind === rule.type)![2]]: { formula1: `=${rule.formula1}`, ...second, operator } };
  }
  set Rule(given: unknown) {
    this.#set(this.#given(given as Record<string, unknown>));
  }
  get IgnoreBlanks(): boolean {
    return this.#rule?.allowBlank ?? true;
  }
  set IgnoreBlanks(allowBlank: boolean) {
    this.#change({ allowBlank });
  }
  get Prompt(): unknown {
    const { show, title, message } = mannerOf(this.#rule).prompt;
    return { showPrompt: show, title, message };
  }
  set Prompt(given: unknown) {
    const { showPrompt: show, title, message } = given as { showPrompt: boolean; title: string; message: string };
    this.#change({ manner: { ...mannerOf(this.#rule), prompt: { show, title, message } } });
  }
  get ErrorAlert(): unknown {
    const { show, style, title, message } = mannerOf(this.#rule).alert;
    return { showAlert: show, style: style.charAt(0).toUpperCase() + style.slice(1), title, message };
  }
  set ErrorAlert(given: unknown) {
    const { showAlert: show, style, title, message } = given as { showAlert: boolean; style: string; title: string; message: string };
    const alert = { show, style: style.toLowerCase() as RuleManner['alert']['style'], title, message };
    this.#change({ manner: { ...mannerOf(this.#rule), alert } });
  }
  Clear(): void {
    this.#set(null);
  }

  get #rule(): EntryRule | null | undefined {
    return ruleOf(this.range.sheet.rules, this.range.area);
  }
  /** The rule that a caller gives, asking as the cells asked before. */
  #given(rule: Record<string, unknown>): EntryRule {
    const [member, details] = Object.entries(rule)[0] ?? [];
    const kind = KINDS.find(([, , name]) => name === member)?.[1];
    if (kind === undefined) throw apiError('InvalidArgument');
    const held = this.#rule;
    const manner = held ? mannerOf(held) : USUAL_MANNER;
    const common = { type: kind, operator: 'between', formula2: '', allowBlank: held?.allowBlank ?? true };
    if (kind === 'list') {
      const { source, inCellDropDown } = details as { readonly source: unknown; readonly inCellDropDown: boolean };
      const text = String(source);
      const formula1 = text.startsWith('=') ? text.slice(1) : `"${text.replaceAll('"', '""')}"`;
      return { ...common, formula1, manner: { ...manner, dropDown: inCellDropDown } };
    }
    if (kind === 'custom') return { ...common, formula1: plain((details as { readonly formula: unknown }).formula), manner };
    const { formula1, formula2, operator } = details as OfficeOperand;
    const own = OPERATORS.find(([office]) => office === operator)?.[1];
    if (own === undefined || formula1 === undefined) throw apiError('InvalidArgument');
    return { ...common, operator: own, formula1: plain(formula1), formula2: plain(formula2 ?? ''), manner };
  }
  /** A range in which any entry may stand has nothing to change. */
  #change(change: Partial<Mutable<EntryRule>>): void {
    const held = this.#rule;
    if (!held) throw apiError('InvalidOperation');
    this.#set({ ...held, ...change });
  }
  #set(rule: EntryRule | null): void {
    this.context.book.setRule(this.range.sheet, this.range.area, rule, 'addin');
  }
}

function mannerOf(rule: EntryRule | null | undefined): RuleManner {
  return rule?.manner ?? USUAL_MANNER;
}

function plain(formula: unknown): string {
  return String(formula as string).replace(/^=/, '');
}
