import { parse, parseStructRef, tokenize, tokenTypes, type AstExpression, type Identifier } from '@borgar/fx';

/**
 * A formula's text brought to one form: equal for formulas that differ only in case, spaces, redundant parentheses,
 * a leading plus, `@` or the file's prefixes such as `_xlfn.`. Text in quotes keeps its case. A formula that cannot
 * be read comes back tidied up token by token.
 */
export function canonicalFormula(formula: string): string {
  const plain = formula.startsWith('=') ? formula.slice(1) : formula;
  try {
    return write(parse(tokenize(`=${plain.replace(FILE_PREFIX, '')}`)));
  } catch {
    return tidy(plain);
  }
}

const FILE_PREFIX = /_xl(?:fn|ws|pm|udf)\./gi;

type AstNode = AstExpression | Identifier | null | undefined;

function write(node: AstNode): string {
  if (node === null || node === undefined) return '';
  switch (node.type) {
    case 'Literal':
      return typeof node.value === 'string' ? JSON.stringify(node.value) : String(node.value);
    case 'ErrorLiteral':
      return node.value.toUpperCase();
    case 'ReferenceIdentifier':
      return writeReference(node.value);
    case 'Identifier':
      return node.name.toUpperCase();
    case 'UnaryExpression': {
      const inner = write(node.arguments[0]);
      if (node.operator === '@' || node.operator === '+') return inner;
      return node.operator === '%' || node.operator === '#' ? `(${inner})${node.operator}` : `${node.operator}(${inner})`;
    }
    case 'BinaryExpression':
      return `(${write(node.arguments[0])}${node.operator}${write(node.arguments[1])})`;
    case 'CallExpression': {
      const callee = write(node.callee);
      const given = node.arguments.map((argument) => write(argument));
      if (callee === 'SINGLE' && given.length === 1) return given[0]!;
      if (callee === 'ANCHORARRAY' && given.length === 1) return `(${given[0]})#`;
      return `${callee}(${given.join(',')})`;
    }
    case 'ArrayExpression':
      return `{${node.elements.map((row) => row.map((item) => write(item)).join(',')).join(';')}}`;
    case 'LambdaExpression':
      return `LAMBDA(${[...node.params.map((param) => write(param)), write(node.body)].join(',')})`;
    case 'LetExpression':
      return `LET(${[...node.declarations.map(({ id, init }) => `${write(id)},${write(init)}`), write(node.body)].join(',')})`;
  }
}

function writeReference(text: string): string {
  const structured = text.includes('[') ? parseStructRef(text) : undefined;
  if (structured === undefined) return text.toUpperCase();
  const { table, columns = [], sections = [] } = structured;
  return `${table ?? ''}[${[...sections].sort().join(',')}|${columns.join(':')}]`.toUpperCase();
}

function tidy(formula: string): string {
  return tokenize(formula.replace(FILE_PREFIX, ''))
    .filter(({ type, value }) => type !== tokenTypes.WHITESPACE && value !== '@')
    .map(({ type, value }) => (type === tokenTypes.STRING ? value : value.toUpperCase()))
    .join('');
}
