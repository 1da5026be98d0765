import { Level, numberInWords, numberOf, say, sayList, type AstNode, type Item, type Phrase, type Speaker } from './Phrase';

/** What a call says, given its arguments; null leaves it under the function's own name. */
type Rule = (given: readonly AstNode[], speaker: Speaker) => Phrase | null;

const phrase = (...items: Item[]): Phrase => ({ level: Level.Phrase, items });
const sentence = (...items: Item[]): Phrase => ({ level: Level.Sentence, items });

/** `sum of Revenue`, `sum of Revenue, Other and Grants`. */
const of =
  (words: string): Rule =>
  (given) =>
    given.length === 0 ? null : phrase(`${words} `, ...(given.length === 1 ? [say(given[0], Level.Sign)] : sayList(given, Level.Join)));

/** A rule for exactly so many arguments. */
const exactly =
  (count: number, rule: Rule): Rule =>
  (given, speaker) =>
    given.length === count ? rule(given, speaker) : null;

const one = (words: string): Rule => exactly(1, of(words));
const after = (words: string): Rule => exactly(1, ([x]) => phrase(say(x, Level.Sign), ` ${words}`));
const is = (words: string): Rule => exactly(1, ([x]) => ({ level: Level.Compare, items: [say(x, Level.Join), ` is ${words}`] }));

/** Of two values one is higher, of more (or of a range) one is highest. */
const extreme =
  (ofTwo: string, ofMany: string): Rule =>
  (given, speaker) =>
    of(given.length === 2 && given.every((node) => !isRange(node)) ? `${ofTwo} of` : `${ofMany} of`)(given, speaker);

const all =
  (word: string): Rule =>
  (given) =>
    given.length < 2
      ? null
      : phrase(...given.flatMap((node, index): Item[] => [...(index === 0 ? [] : [` ${word} `]), say(node, Level.Compare)]));

const rounded =
  (how: string): Rule =>
  ([x, digits, ...rest], { locale }) => {
    const count = digits === undefined ? 0 : digits === null ? 0 : numberOf(digits);
    if (rest.length > 0 || x === undefined) return null;
    const to = count === null ? null : places(count, locale);
    return to === null
      ? phrase(say(x, Level.Sign), ` ${how} to `, say(digits, Level.Sign), ' decimals')
      : phrase(say(x, Level.Sign), ` ${how} to ${to}`);
  };

function places(count: number, locale: string): string | null {
  if (!Number.isInteger(count) || count < -15) return null;
  if (count === 0) return 'whole numbers';
  if (count > 0) return count === 1 ? '1 decimal' : `${count} decimals`;
  return { 1: 'tens', 2: 'hundreds', 3: 'thousands', 6: 'millions', 9: 'billions' }[-count] ?? numberInWords(10 ** -count, locale);
}

const months =
  (opening: string, none: string | null): Rule =>
  ([date, count, ...rest], { locale }) => {
    if (count == null || rest.length > 0) return null;
    const number = numberOf(count);
    if (number === 0 && none !== null) return phrase(`${none} `, say(date, Level.Sign));
    if (number === null) return phrase(opening, say(count, Level.Sign), ' months after ', say(date, Level.Sign));
    const words = `${numberInWords(Math.abs(number), locale)} ${Math.abs(number) === 1 ? 'month' : 'months'}`;
    return phrase(`${opening}${words} ${number < 0 ? 'before' : 'after'} `, say(date, Level.Sign));
  };

const SUBTOTALS: Readonly<Record<number, string>> = {
  1: 'average',
  2: 'count of numbers in',
  3: 'count of filled cells in',
  4: 'highest',
  5: 'lowest',
  9: 'sum',
};

function isRange(node: AstNode): boolean {
  return node?.type === 'ReferenceIdentifier' && (node.kind !== 'range' || node.value.includes(':'));
}

/** Functions in plain words, by name. Those with conditions and lookups have files of their own. */
export const FUNCTION_PHRASES: Readonly<Record<string, Rule>> = {
  SUM: of('sum of'),
  AVERAGE: of('average of'),
  MEDIAN: of('median of'),
  PRODUCT: of('product of'),
  COUNT: of('count of numbers in'),
  COUNTA: of('count of filled cells in'),
  COUNTBLANK: one('count of blank cells in'),
  MIN: extreme('lower', 'lowest'),
  MAX: extreme('higher', 'highest'),
  SUMPRODUCT: (given) =>
    given.length === 0
      ? null
      : phrase(
          'line-by-line sum of ',
          ...(given.length === 1
            ? [say(given[0], Level.Sign)]
            : given.flatMap((node, index): Item[] => [...(index === 0 ? [] : [' × ']), say(node, Level.Power)])),
        ),
  SUBTOTAL: ([code, ...of]) => {
    const words = SUBTOTALS[(numberOf(code) ?? NaN) % 100];
    return words === undefined || of.length === 0 ? null : phrase(`subtotal (${words}) of `, ...sayList(of, Level.Sign));
  },
  IF: ([condition, then, otherwise, ...rest]) =>
    then === undefined || rest.length > 0
      ? null
      : sentence(
          'if ',
          say(condition, Level.Phrase),
          ' then ',
          say(then, Level.Phrase),
          ...(otherwise === undefined ? [] : [' else ', say(otherwise, Level.Sentence)]),
        ),
  IFS: (given) =>
    given.length < 2 || given.length % 2 === 1
      ? null
      : sentence(
          ...given.flatMap((node, index): Item[] =>
            index % 2 === 1 ? [' then ', say(node, Level.Phrase)] : [index === 0 ? 'if ' : ', else if ', say(node, Level.Phrase)],
          ),
        ),
  SWITCH: ([by, ...cases]) => {
    if (cases.length < 2) return null;
    const items: Item[] = ['by ', say(by, Level.Sign), ': '];
    for (let at = 0; at + 1 < cases.length; at += 2) {
      items.push(...(at === 0 ? [] : [', ']), say(cases[at], Level.Sign), ' gives ', say(cases[at + 1], Level.Compare));
    }
    return sentence(...items, ...(cases.length % 2 === 1 ? [', else ', say(cases[cases.length - 1], Level.Compare)] : []));
  },
  CHOOSE: ([which, ...choices]) =>
    choices.length === 0 ? null : phrase('choice ', say(which, Level.Sign), ' of ', ...sayList(choices, Level.Join)),
  IFERROR: exactly(2, ([x, y]) => sentence(say(x, Level.Phrase), ', or ', say(y, Level.Compare), ' if that is an error')),
  IFNA: exactly(2, ([x, y]) => sentence(say(x, Level.Phrase), ', or ', say(y, Level.Compare), ' if that is #N/A')),
  AND: all('and'),
  OR: all('or'),
  NOT: one('not'),
  ROUND: rounded('rounded'),
  ROUNDUP: rounded('rounded up'),
  ROUNDDOWN: rounded('rounded down'),
  TRUNC: rounded('cut'),
  INT: after('rounded down to whole numbers'),
  ABS: one('absolute value of'),
  SQRT: one('square root of'),
  POWER: exactly(2, ([x, y]) => ({ level: Level.Power, items: [say(x, Level.Percent), '^', say(y, Level.Sign)] })),
  MOD: exactly(2, ([x, y]) => phrase('remainder of ', say(x, Level.Power), ' ÷ ', say(y, Level.Power))),
  NPV: ([rate, ...flows]) =>
    flows.length === 0 ? null : phrase('present value of ', ...sayList(flows, Level.Join), ' at ', say(rate, Level.Sign)),
  IRR: one('internal rate of return of'),
  LARGE: exactly(2, ([x, n]) => phrase('number ', say(n, Level.Sign), ' from the top of ', say(x, Level.Sign))),
  SMALL: exactly(2, ([x, n]) => phrase('number ', say(n, Level.Sign), ' from the bottom of ', say(x, Level.Sign))),
  TODAY: exactly(0, () => ({ level: Level.Atom, items: ['today'] })),
  NOW: exactly(0, () => ({ level: Level.Atom, items: ['now'] })),
  YEAR: one('year of'),
  MONTH: one('month of'),
  DAY: one('day of'),
  EDATE: months('', null),
  EOMONTH: months('end of the month ', 'end of the month of'),
  LEN: one('length of'),
  LEFT: exactly(2, ([x, n]) => phrase('first ', say(n, Level.Sign), ' characters of ', say(x, Level.Sign))),
  RIGHT: exactly(2, ([x, n]) => phrase('last ', say(n, Level.Sign), ' characters of ', say(x, Level.Sign))),
  TEXT: exactly(2, ([x, format]) => phrase(say(x, Level.Sign), ' shown as ', say(format, Level.Sign))),
  VALUE: after('as a number'),
  CONCATENATE: (given) => joined(given),
  CONCAT: (given) => (given.length < 2 ? null : joined(given)),
  ISBLANK: is('blank'),
  ISERROR: is('an error'),
  ISNA: is('#N/A'),
  ISNUMBER: is('a number'),
  ISTEXT: is('a text'),
  UNIQUE: one('distinct values of'),
  SORT: after('sorted'),
  FILTER: ([x, condition, otherwise, ...rest]) => {
    if (condition === undefined || rest.length > 0) return null;
    const items = [say(x, Level.Sign), ' where ', say(condition, Level.Compare)];
    return otherwise == null ? phrase(...items) : sentence(...items, ', or ', say(otherwise, Level.Compare), ' if there is none');
  },
  ANCHORARRAY: one('all of'),
};

function joined(given: readonly AstNode[]): Phrase | null {
  if (given.length === 0) return null;
  return { level: Level.Join, items: given.flatMap((node, index): Item[] => [...(index === 0 ? [] : [' & ']), say(node, Level.Sum)]) };
}
