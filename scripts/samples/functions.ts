import { calendarOf, serialOf } from './dates';
import type { Content } from './Workbook';

/** A block of evaluated cells, row by row. */
export type Block = readonly (readonly Content[])[];
export type Argument = Content | Block;

/** Every function the samples use, over evaluated arguments; `IF` and `IFERROR` are the evaluator's own. */
export const FUNCTIONS: Readonly<Record<string, (args: readonly Argument[]) => Content>> = {
  SUM: (args) => numbers(args).reduce(add, 0),
  AVERAGE: (args) => mean(numbers(args)),
  MIN: (args) => Math.min(...numbers(args)),
  MAX: (args) => Math.max(...numbers(args)),
  ABS: ([x]) => Math.abs(number(x)),
  ROUND: ([x, digits]) => roundBy(Math.round, number(x), number(digits)),
  ROUNDUP: ([x, digits]) => roundBy(Math.ceil, number(x), number(digits)),
  AND: (args) => args.every((x) => one(x) === true),
  OR: (args) => args.some((x) => one(x) === true),
  MONTH: ([date]) => calendarOf(number(date)).month,
  EDATE: ([date, months]) => {
    const { year, month, day } = calendarOf(number(date));
    if (day !== 1) throw new Error('EDATE is only known here for the first of a month');
    return serialOf(year, month + number(months), 1);
  },
  INDEX: ([block, row, column]) => {
    const rows = asBlock(block);
    const r = number(row);
    const value =
      column === undefined && rows.length === 1 ? rows[0]![r - 1] : rows[r - 1]?.[column === undefined ? 0 : number(column) - 1];
    if (value === undefined) throw new Error('INDEX points outside');
    return value;
  },
  MATCH: ([wanted, block]) => {
    const position = asBlock(block)
      .flat()
      .findIndex((value) => equal(value, one(wanted)));
    if (position < 0) throw new Error(`MATCH does not find ${String(one(wanted))}`);
    return position + 1;
  },
  SUMPRODUCT: ([a, b]) => {
    const right = asBlock(b).flat();
    if (right.length !== asBlock(a).flat().length) throw new Error('SUMPRODUCT takes ranges of one size');
    return asBlock(a)
      .flat()
      .reduce<number>((sum, value, i) => sum + number(value) * number(right[i]), 0);
  },
  SUMIFS: ([sum, ...criteria]) => numbers([[chosen(asBlock(sum), criteria)]]).reduce(add, 0),
  AVERAGEIFS: ([average, ...criteria]) => mean(numbers([[chosen(asBlock(average), criteria)]])),
  COUNTIFS: (criteria) => chosen(asBlock(criteria[0]), criteria).length,
};

const add = (a: number, b: number) => a + b;

function mean(values: readonly number[]): number {
  if (values.length === 0) throw new Error('An average of nothing');
  return values.reduce(add, 0) / values.length;
}

function isBlock(x: Argument | undefined): x is Block {
  return Array.isArray(x);
}

function asBlock(x: Argument | undefined): Block {
  return isBlock(x) ? x : [[x ?? null]];
}

/** One value: a block of one cell stands for the cell. */
export function one(x: Argument | undefined): Content {
  return isBlock(x) ? (x[0]?.[0] ?? null) : (x ?? null);
}

/** A value as arithmetic takes it: blank is 0, a text is an error. */
export function number(x: Argument | undefined): number {
  const value = one(x);
  if (typeof value === 'string') throw new Error(`"${value}" is not a number`);
  return Number(value ?? 0);
}

/** The numbers among arguments; texts and blanks in ranges do not count. */
function numbers(args: readonly Argument[]): number[] {
  return args.flatMap((x) =>
    isBlock(x)
      ? x
          .flat()
          .flat()
          .filter((value) => typeof value === 'number')
      : [number(x)],
  );
}

/** Equality as `=` sees it: texts without case, a blank is 0 and "". */
export function equal(a: Content, b: Content): boolean {
  if (typeof a === 'string' && typeof b === 'string') return a.toLowerCase() === b.toLowerCase();
  if (a === null || b === null) return (a ?? b ?? 0) === 0 || (a ?? b) === '';
  return a === b;
}

function roundBy(how: (x: number) => number, x: number, digits: number): number {
  const scale = 10 ** digits;
  // 15 significant digits first, as Excel does, so that 2.675 rounds as the user sees it.
  return (Math.sign(x) * how(Number((Math.abs(x) * scale).toPrecision(15)))) / scale;
}

/** The values of a block in the rows or columns where each range meets its criterion. */
function chosen(block: Block, criteria: readonly Argument[]): Content[] {
  const values = block.flat();
  const tests: { range: readonly Content[]; meets: (value: Content) => boolean }[] = [];
  for (let i = 0; i < criteria.length; i += 2) {
    tests.push({ range: asBlock(criteria[i]).flat(), meets: criterion(one(criteria[i + 1])) });
  }
  return values.filter((_, i) => tests.every(({ range, meets }) => meets(range[i] ?? null)));
}

function criterion(wanted: Content): (value: Content) => boolean {
  const match = typeof wanted === 'string' ? /^(<=|>=|<>|<|>|=)(-?[\d.]+)$/.exec(wanted) : null;
  if (!match) return (value) => value !== null && equal(value, wanted);
  const limit = Number(match[2]);
  const compare: Record<string, (x: number) => boolean> = {
    '<=': (x) => x <= limit,
    '>=': (x) => x >= limit,
    '<>': (x) => x !== limit,
    '<': (x) => x < limit,
    '>': (x) => x > limit,
    '=': (x) => x === limit,
  };
  const meets = compare[match[1]!]!;
  return (value) => typeof value === 'number' && meets(value);
}
