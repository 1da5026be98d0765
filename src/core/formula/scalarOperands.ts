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
  readonly values: { readonly at: number; kind: ScalarPlace['kind'] }[];
  readonly groups: Group[];
  /** True when it is calculated, not just handed on: `A1:A3*2`. */
  calculated: boolean;
}

type Use = Exclude<ArgumentUse, 'branch'>;

/** Where one value is taken of what begins with the token `at`: a reference or name, a call, or cells joined by `:`, `#` or a space. */
export interface ScalarPlace {
  readonly at: number;
  readonly kind: 'operand' | 'call' | 'joined';
  /** Several values there would make the formula's result several, for no function in between takes them all, as SUM does. */
  readonly reachesResult: boolean;
}

/**
 * The references, names and structured references, by their place among the formula's tokens, of which Excel takes one value: in a
 * formula which is no array formula these stand for the cell in the formula's own row or column when they are ranges. `ISNUMBER(A:A)`
 * and `A:A*2` have one, `SUM(A:A)` and `SUMPRODUCT(A:A*2)` have none.
 */
export function scalarOperands(tokens: readonly Token[]): ReadonlySet<number> {
  const scalar = new Set(scalarPlaces(tokens).flatMap(({ at, kind }) => (kind === 'operand' ? [at] : [])));
  tokens.forEach(({ type, value }, i) => {
    if (type === 'operator' && value === '@' && isOperand(tokens[i + 1])) scalar.add(i + 1);
  });
  return scalar;
}

/** All places of a formula at which Excel takes one value of whatever stands there, single cells and calls among them, in order. */
export function scalarPlaces(tokens: readonly Token[]): readonly ScalarPlace[] {
  const places: ScalarPlace[] = [];
  const visit = (group: Group, context: Use, reaches: boolean): void => {
    group.parts.forEach((part, index) => {
      const use = useOf(group.callee, index, context);
      const reachesResult = reaches && use === 'value';
      // Of a calculation each operand is one value, unless all of it is about arrays.
      const inside = part.calculated && use === 'range' ? 'value' : use;
      if (inside === 'value') places.push(...part.values.map((value) => ({ ...value, reachesResult })));
      for (const nested of part.groups) visit(nested, inside, reachesResult);
    });
  };
  visit(groupsOf(tokens), 'value', true);
  return places.sort((a, b) => a.at - b.at);
}

function useOf(callee: string | null, index: number, context: Use): Use {
  const use = callee === null ? 'branch' : argumentUse(callee, index);
  return use === 'branch' || context === 'array' ? context : use;
}

function groupsOf(tokens: readonly Token[]): Group {
  const newPart = (): Part => ({ values: [], groups: [], calculated: false });
  const whole: Group = { callee: null, parts: [newPart()] };
  const open = [whole];
  tokens.forEach((token, i) => {
    const group = open[open.length - 1]!;
    const part = group.parts[group.parts.length - 1]!;
    if (isOperand(token) || token.type === 'func') {
      const last = part.values[part.values.length - 1];
      if (!isJoined(tokens, i, -1))
        part.values.push({ at: i, kind: isJoined(tokens, i, 1) ? 'joined' : token.type === 'func' ? 'call' : 'operand' });
      else if (last) last.kind = 'joined';
    } else if (token.type !== 'operator') return;
    else if (token.value === '(' || token.value === '{') {
      const before = tokens[i - 1];
      const inner: Group = { callee: token.value === '(' && before?.type === 'func' ? before.value : null, parts: [newPart()] };
      part.groups.push(inner);
      open.push(inner);
    } else if (token.value === ')' || token.value === '}') {
      if (open.length > 1) open.pop();
    } else if (token.value === ',' || token.value === ';') group.parts.push(newPart());
    else if (/^[:#]$/.test(token.value)) {
      const last = part.values[part.values.length - 1];
      if (last) last.kind = 'joined';
    } else if (token.value !== '@') part.calculated = true;
  });
  return whole;
}

function isOperand(token: Token | undefined): boolean {
  return token !== undefined && (token.type.startsWith('range') || token.type === 'structured');
}

/** True beside `:`, `#` or a space between two references: what is meant is a range made of both, not this one. */
function isJoined(tokens: readonly Token[], i: number, side: 1 | -1): boolean {
  const beside = tokens[i + side];
  if (beside?.type === 'operator') return beside.value === ':' || (side === 1 && beside.value === '#');
  return beside?.type === 'whitespace' && isOperand(tokens[i]) && isOperand(tokens[i + 2 * side]);
}
