import { Unknowable } from '../model/interruptions';
import { spendWork } from '../model/formulaContext';
import { ERRORS } from '../values/errors';
import type { FormulaNode } from './parseFormula';
import { Lambda } from '../values/Value';
import type { PartCompiler, Surroundings } from './Surroundings';
import type { Program } from './Program';

/** More calls within calls than any formula needs that comes to an end. */
const DEEPEST = 1_000;
/** What calling a function costs beside looking at a value. */
const CALL = 50;

/** How a name of LET or LAMBDA is told from others: without the prefix that files give it, in small letters. */
export function localName(name: string): string {
  return name.toLowerCase().replace(/^_xl(?:pm|op)\./, '');
}

/** The program of `LET(name, value, …, result)`. */
export function compileLet(compiler: PartCompiler, args: readonly (FormulaNode | null)[], around: Surroundings): Program {
  if (args.length < 3 || args.length % 2 === 0) throw new Unknowable('formula', 'LET');
  const locals = [...around.locals];
  const values: Program[] = [];
  for (let k = 0; k + 1 < args.length; k += 2) {
    values.push(compiler.part(args[k + 1]!, { ...around, locals: [...locals], use: 'array' }));
    locals.push(nameOf(args[k]!, 'LET'));
  }
  const result = compiler.part(args[args.length - 1]!, { ...around, locals });
  return (cell, outer) => {
    let inner = outer;
    // A new array each time, for a LAMBDA among the values keeps the names that it was made with.
    for (const value of values) inner = [...inner, value(cell, inner)];
    return result(cell, inner);
  };
}

/** The program of `LAMBDA(parameter, …, result)`, which gives a function. */
export function compileLambda(compiler: PartCompiler, args: readonly (FormulaNode | null)[], around: Surroundings): Program {
  if (args.length === 0) throw new Unknowable('formula', 'LAMBDA');
  const parameters = args.slice(0, -1).map((arg) => nameOf(arg, 'LAMBDA'));
  const body = compiler.part(args[args.length - 1]!, { ...around, locals: [...around.locals, ...parameters], use: 'array' });
  let depth = 0;
  return (cell, outer) =>
    new Lambda(parameters.length, (given) => {
      if (given.length > parameters.length) return ERRORS.value;
      if (depth >= DEEPEST) return ERRORS.number;
      spendWork(CALL);
      depth++;
      try {
        return body(cell, [...outer, ...parameters.map((_, k) => given[k])]);
      } finally {
        depth--;
      }
    });
}

function nameOf(node: FormulaNode | null, of: string): string {
  const text = node?.type === 'ReferenceIdentifier' ? String(node.value) : null;
  if (text === null) throw new Unknowable('formula', of);
  return localName(text.replace(/^\[(.*)\]$/, '$1'));
}
