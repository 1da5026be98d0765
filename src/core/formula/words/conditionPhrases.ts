import { Level, numberInWords, numberOf, say, type AstNode, type Item, type Phrase, type Speaker } from './Phrase';

/** Signs of comparison as finance writes them. */
export const SIGNS: Readonly<Record<string, string>> = { '=': '=', '<>': '≠', '<': '<', '>': '>', '<=': '≤', '>=': '≥' };

/** `sum of Amount where Region is "EMEA" and Year ≥ 2025`; null when the arguments are not as the function wants them. */
export function conditionPhrase(name: string, given: readonly AstNode[], { locale }: Speaker): Phrase | null {
  const result = (opening: string, of: AstNode | null, conditions: readonly AstNode[]): Phrase | null => {
    if (conditions.length === 0 || conditions.length % 2 === 1) return null;
    const items: Item[] = [opening, ...(of === null ? [] : [say(of, Level.Sign)]), ' where '];
    for (let at = 0; at < conditions.length; at += 2) {
      if (at > 0) items.push(' and ');
      items.push(say(conditions[at], Level.Sign), ...criterion(conditions[at + 1] ?? null, locale));
    }
    return { level: Level.Phrase, items };
  };
  const [first = null, second = null, third] = given;
  switch (name) {
    case 'COUNTIF':
    case 'COUNTIFS':
      return result('number of rows', null, given);
    case 'SUMIF':
      return given.length > 3 ? null : result('sum of ', third ?? first, [first, second]);
    case 'AVERAGEIF':
      return given.length > 3 ? null : result('average of ', third ?? first, [first, second]);
    case 'SUMIFS':
      return result('sum of ', first, given.slice(1));
    case 'AVERAGEIFS':
      return result('average of ', first, given.slice(1));
    case 'MINIFS':
      return result('lowest of ', first, given.slice(1));
    case 'MAXIFS':
      return result('highest of ', first, given.slice(1));
    default:
      return null;
  }
}

function criterion(node: AstNode, locale: string): Item[] {
  if (node?.type === 'Literal' && typeof node.value === 'string') return textCriterion(node.value, locale);
  if (node?.type === 'BinaryExpression' && node.operator === '&') {
    const [sign, value] = node.arguments;
    if (sign?.type === 'Literal' && typeof sign.value === 'string' && SIGNS[sign.value] !== undefined) {
      return [` ${SIGNS[sign.value]!} `, say(value, Level.Sum)];
    }
  }
  return numberOf(node) === null ? [' is ', say(node, Level.Sum)] : [' = ', say(node, Level.Sign)];
}

function textCriterion(text: string, locale: string): Item[] {
  const [, sign = '', value = ''] = /^(<=|>=|<>|=|<|>)?(.*)$/s.exec(text)!;
  if (value === '') return [sign === '<>' ? ' is filled' : ' is blank'];
  const number = value.trim() === '' ? NaN : Number(value);
  if (Number.isFinite(number)) return [` ${SIGNS[sign] ?? '='} ${numberInWords(number, locale)}`];
  const like = /[*?]/.test(value);
  if (sign === '' || sign === '=') return [`${like ? ' is like' : ' is'} "${value}"`];
  if (sign === '<>') return [`${like ? ' is not like' : ' is not'} "${value}"`];
  return [` ${SIGNS[sign]!} "${value}"`];
}
