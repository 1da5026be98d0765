import { parse, parseStructRef, tokenize, tokenTypes, type AstExpression, type Identifier } from '@borgar/fx';

/** How what people gave a name is to be read, all in capitals; what LET and LAMBDA declare is read as it stands. */
export interface ReadNames {
  /** A defined name or a table. */
  readonly name: (name: string) => string;
  /** A column of a table; the table is empty where the formula leaves it out. */
  readonly column: (table: string, column: string) => string;
}

/** Every name as it stands. */
export const AS_WRITTEN: ReadNames = { name: (name) => name, column: (_, column) => column };

/**
 * A formula's text brought to one form: equal for formulas that differ only in case, spaces, redundant parentheses,
 * a leading plus, `@`, the file's prefixes such as `_xlfn.`, or in what LET and LAMBDA call their own values. Text in
 * quotes keeps its case. A formula that cannot be read comes back tidied up token by token.
 */
export function canonicalFormula(formula: string, read: ReadNames = AS_WRITTEN): string {
  const plain = formula.startsWith('=') ? formula.slice(1) : formula;
  try {
    return write(parse(tokenize(`=${plain.replace(FILE_PREFIX, '')}`)), { read, declared: new Map(), count: 0 });
  } catch {
    return tidy(plain);
  }
}

const FILE_PREFIX = /_xl(?:fn|ws|pm|udf)\./gi;
/** What stands for references in formulas that are taken apart must stay what it is. */
const PLACEHOLDER = /^_[RDMX]/;

type AstNode = AstExpression | Identifier | null | undefined;

interface Reading {
  readonly read: ReadNames;
  /** What LET and LAMBDA declare around this place, and what each is called instead. */
  readonly declared: ReadonlyMap<string, string>;
  /** How many were declared so far. */
  readonly count: number;
}

function write(node: AstNode, reading: Reading): string {
  if (node === null || node === undefined) return '';
  const inside = (child: AstNode): string => write(child, reading);
  switch (node.type) {
    case 'Literal':
      return typeof node.value === 'string' ? JSON.stringify(node.value) : String(node.value);
    case 'ErrorLiteral':
      return node.value.toUpperCase();
    case 'ReferenceIdentifier':
      return writeReference(node.value, reading);
    case 'Identifier':
      return writeName(node.name, reading);
    case 'UnaryExpression': {
      const inner = inside(node.arguments[0]);
      if (node.operator === '@' || node.operator === '+') return inner;
      return node.operator === '%' || node.operator === '#' ? `(${inner})${node.operator}` : `${node.operator}(${inner})`;
    }
    case 'BinaryExpression':
      return `(${inside(node.arguments[0])}${node.operator}${inside(node.arguments[1])})`;
    case 'CallExpression': {
      const callee = inside(node.callee);
      const given = node.arguments.map(inside);
      if (callee === 'SINGLE' && given.length === 1) return given[0]!;
      if (callee === 'ANCHORARRAY' && given.length === 1) return `(${given[0]})#`;
      return `${callee}(${given.join(',')})`;
    }
    case 'ArrayExpression':
      return `{${node.elements.map((row) => row.map(inside).join(',')).join(';')}}`;
    case 'LambdaExpression': {
      const inner = node.params.reduce((outer, { name }) => declare(outer, name), reading);
      return `LAMBDA(${[...node.params.map((param) => write(param, inner)), write(node.body, inner)].join(',')})`;
    }
    case 'LetExpression': {
      let inner = reading;
      const parts = node.declarations.flatMap(({ id, init }) => {
        // A value may use those before it, not itself.
        const value = write(init, inner);
        inner = declare(inner, id.name);
        return [write(id, inner), value];
      });
      return `LET(${[...parts, write(node.body, inner)].join(',')})`;
    }
  }
}

/** Calls what is declared by its number, so that it does not matter what people call it. */
function declare(reading: Reading, name: string): Reading {
  const key = name.toUpperCase();
  if (PLACEHOLDER.test(key)) return reading;
  const count = reading.count + 1;
  return { ...reading, declared: new Map(reading.declared).set(key, `\\${count}`), count };
}

function writeName(name: string, { read, declared }: Reading): string {
  const key = name.toUpperCase();
  return declared.get(key) ?? read.name(key);
}

function writeReference(text: string, reading: Reading): string {
  const structured = text.includes('[') ? parseStructRef(text) : undefined;
  if (structured === undefined) return writeName(text, reading);
  const { columns = [], sections = [] } = structured;
  const table = (structured.table ?? '').toUpperCase();
  const read = columns.map((column) => reading.read.column(table, column.toUpperCase()));
  return `${table === '' ? '' : reading.read.name(table)}[${[...sections].sort().join(',').toUpperCase()}|${read.join(':')}]`;
}

function tidy(formula: string): string {
  return tokenize(formula.replace(FILE_PREFIX, ''))
    .filter(({ type, value }) => type !== tokenTypes.WHITESPACE && value !== '@')
    .map(({ type, value }) => (type === tokenTypes.STRING ? value : value.toUpperCase()))
    .join('');
}
