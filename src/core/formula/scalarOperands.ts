import { argumentUse, type ArgumentUse } from './argumentUse';

interface Token {
  readonly type: string;
  readonly value: string;
}

/** What stands between two commas or parentheses: operands, by their place among the tokens, and what is nested in them. */
interface Group {
  /** The function whose arguments the parts are; null for plain parentheses and the whole formula. */
  readonly callee: string | null;
  readonly parts: Part[];
}

interface Part {
  readonly operands: number[];
  readonly groups: Group[];
  /** True when it is calculated, not just handed on: `A1:A3*2`. */
  calculated: boolean;
}

type Use = Exclude<ArgumentUse, 'branch'>;

/**
 * The references, names and structured references, by their place among the formula's tokens, of which Excel takes one value: in a
 * formula which is no array formula these stand for the cell in the formula's own row or column when they are ranges. `ISNUMBER(A:A)`
 * and `A:A*2` have one, `SUM(A:A)` and `SUMPRODUCT(A:A*2)` have none.
 */
export function scalarOperands(tokens: readonly Token[]): ReadonlySet<number> {
  const scalar = new Set<number>();
  const visit = (group: Group, context: Use): void => {
    group.parts.forEach((part, index) => {
      const use = useOf(group.callee, index, context);
      // Of a calculation each operand is one value, unless all of it is about arrays.
      const inside = part.calculated && use === 'range' ? 'value' : use;
      if (inside === 'value') for (const operand of part.operands) scalar.add(operand);
      for (const nested of part.groups) visit(nested, inside);
    });
  };
  visit(groupsOf(tokens), 'value');
  tokens.forEach(({ type, value }, i) => {
    if (type === 'operator' && value === '@' && isOperand(tokens[i + 1])) scalar.add(i + 1);
  });
  return scalar;
}

function useOf(callee: string | null, index: number, context: Use): Use {
  const use = callee === null ? 'branch' : argumentUse(callee, index);
  return use === 'branch' || context === 'array' ? context : use;
}

function groupsOf(tokens: readonly Token[]): Group {
  const newPart = (): Part => ({ operands: [], groups: [], calculated: false });
  const whole: Group = { callee: null, parts: [newPart()] };
  const open = [whole];
  tokens.forEach((token, i) => {
    const group = open[open.length - 1]!;
    const part = group.parts[group.parts.length - 1]!;
    if (isOperand(token)) {
      if (!isPartOfRange(tokens, i)) part.operands.push(i);
    } else if (token.type !== 'operator') return;
    else if (token.value === '(' || token.value === '{') {
      const before = tokens[i - 1];
      const inner: Group = { callee: token.value === '(' && before?.type === 'func' ? before.value : null, parts: [newPart()] };
      part.groups.push(inner);
      open.push(inner);
    } else if (token.value === ')' || token.value === '}') {
      if (open.length > 1) open.pop();
    } else if (token.value === ',' || token.value === ';') group.parts.push(newPart());
    else if (!/^[:@#]$/.test(token.value)) part.calculated = true;
  });
  return whole;
}

function isOperand(token: Token | undefined): boolean {
  return token !== undefined && (token.type.startsWith('range') || token.type === 'structured');
}

/** True beside `:`, `#` or a space between two references: what is meant is a range made of both, not this one. */
function isPartOfRange(tokens: readonly Token[], i: number): boolean {
  const joins = (at: number): boolean => tokens[at]?.type === 'operator' && /^[:#]$/.test(tokens[at].value);
  const crosses = (space: number, other: number): boolean => tokens[space]?.type === 'whitespace' && isOperand(tokens[other]);
  return joins(i - 1) || joins(i + 1) || crosses(i - 1, i - 2) || crosses(i + 1, i + 2);
}
