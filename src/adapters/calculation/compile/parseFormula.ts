import { parse, tokenize } from '@borgar/fx/xlsx';

/** A node of a parsed formula; which fields it has depends on its type. */
export interface FormulaNode {
  readonly type: string;
  readonly operator?: string;
  readonly arguments?: readonly (FormulaNode | null)[];
  readonly callee?: FormulaNode;
  readonly name?: string;
  readonly kind?: string;
  readonly value?: unknown;
  readonly elements?: readonly (readonly FormulaNode[])[];
}

/** A cell of a sheet that is gone. */
const LOST = /(?:'(?:[^']|'')*'|[\p{L}\p{N}_.]+)!#REF!/gu;

/** The tree of an A1 formula without `=`; null when it is none that the parser knows. */
export function parseFormula(formula: string): FormulaNode | null {
  const plain = formula.includes('#REF!') ? formula.replace(LOST, '#REF!') : formula;
  try {
    const tokens = tokenize(named(plain), { withLocation: false, mergeRefs: true });
    return parse(tokens, { permitArrayCalls: true, permitArrayRanges: true, looseRefCalls: true }) as FormulaNode;
  } catch {
    return null;
  }
}

/**
 * LET and LAMBDA under names of our own: the parser's nodes for them take neither optional parameters nor names that are also
 * addresses, and files write both with prefixes anyway.
 */
function named(formula: string): string {
  return formula.replace(/(?<![\w.!'])(?:_xlfn\.)?(LET|LAMBDA)\(/gi, '_tieout.$1(');
}
