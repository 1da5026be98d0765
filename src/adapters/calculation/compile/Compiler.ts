import { argumentUse } from '../../../core/formula/argumentUse';
import { givesMany } from '../../../core/formula/givesMany';
import type { Book } from '../model/Book';
import { Unknowable } from '../model/interruptions';
import { Area, AreaList } from '../values/Area';
import { ERRORS, errorOf } from '../values/errors';
import { Matrix } from '../values/Matrix';
import type { Scalar } from '../values/Scalar';
import { Lambda, type Value } from '../values/Value';
import type { FunctionDefinition } from '../functions/FunctionDefinition';
import { compileBranch } from './branches';
import { compileIndirect } from './indirect';
import { compileLambda, compileLet, localName } from './locals';
import { narrow } from './narrow';
import { binaryOperator, unaryOperator } from './operators';
import { parseFormula, type FormulaNode } from './parseFormula';
import type { Cell, CompiledFormula, FormulaReference, Program, Use } from './Program';
import { trimmedReference } from './trimmedReference';
import { compileReference, intersectAreas, joinAreas, uniteAreas, type Base, type Resolve } from './references';
import type { PartCompiler, Surroundings } from './Surroundings';
import { compileStructuredReference } from './structuredReference';

/** Functions that ask where cells are, not what they hold: a cell may ask that of itself. */
const PLACES = new Set(['ROW', 'ROWS', 'COLUMN', 'COLUMNS', 'SHEET', 'AREAS', 'ISREF', 'FORMULATEXT', 'ISFORMULA', 'OFFSET']);
/** Functions of which only calculating tells which cells they read. */
const DYNAMIC = new Set(['OFFSET']);
/** Functions whose result changes by itself. */
const VOLATILE = new Set(['NOW', 'TODAY', 'RAND', 'RANDBETWEEN', 'RANDARRAY']);

/** More names within names than any workbook has that does not go round in circles. */
const DEEPEST = 100;

/** Turns formulas of one workbook into programs. */
export class Compiler implements PartCompiler {
  #references: FormulaReference[] = [];
  #dynamic = false;
  #used = new Set<string>();
  /** Programs of defined names, by sheet and name. */
  readonly #names = new Map<string, Program>();
  #depth = 0;

  constructor(
    readonly book: Book,
    readonly functions: ReadonlyMap<string, FunctionDefinition>,
  ) {}

  /**
   * The program of an A1 formula that stands at `base` on a sheet; of an array formula everything is calculated as arrays. Interrupts
   * with `Unknowable` when it cannot be read.
   */
  compile(formula: string, base: Base, sheet: number, isArray: boolean): CompiledFormula {
    this.#references = [];
    this.#dynamic = false;
    this.#used = new Set();
    const node = parseFormula(formula);
    if (node === null) throw new Unknowable('formula', formula);
    const run = this.part(node, { base, sheet, use: isArray ? 'array' : 'value', locals: [], within: [] });
    return { run, references: this.#references, names: [...this.#used], dynamic: this.#dynamic };
  }

  /** The program of a part of a formula. Where one value is wanted it gives one. */
  part(node: FormulaNode | null, around: Surroundings): Program {
    if (node === null) return () => null;
    switch (node.type) {
      case 'Literal':
        return constant(node.value as Scalar);
      case 'ErrorLiteral':
        return constant(errorOf(String(node.value)));
      case 'ArrayExpression':
        return this.#array(node, around);
      case 'ReferenceIdentifier':
        return this.#reference(String(node.value), node.kind ?? '', around);
      case 'UnaryExpression':
        return this.#unary(node, around);
      case 'BinaryExpression':
        return this.#binary(node, around);
      case 'CallExpression':
        return this.#call(node, around);
      default:
        throw new Unknowable('formula', node.type);
    }
  }

  #array({ elements = [] }: FormulaNode, around: Surroundings): Program {
    const inner = { ...around, use: 'array' } as const;
    const values = elements.flatMap((row) => row.map((element) => this.part(element, inner)(NOWHERE, []) as Scalar));
    const matrix = new Matrix(elements.length, elements[0]?.length ?? 1, values);
    // An array written into the formula is calculated with as one wherever it stands.
    return () => matrix;
  }

  #reference(text: string, kind: string, around: Surroundings): Program {
    if (kind === 'name') return this.name(text, around);
    if (kind === 'table') this.#used.add(text.slice(0, text.indexOf('[')).toLowerCase());
    const index = this.#references.length;
    const resolve =
      kind === 'table' ? compileStructuredReference(text, this.book, index) : compileReference(text, around.base, this.book, index);
    this.#note(resolve);
    return this.#settle(kind === 'table' ? resolve : trimmedReference(text, resolve), around);
  }

  /** The program of a name: one made by LET or LAMBDA, else a defined one, else a table. */
  name(text: string, around: Surroundings): Program {
    const local = around.locals.lastIndexOf(localName(text));
    if (local >= 0) return this.#settle((_cell, locals) => locals[local] ?? null, around);
    const [, sheetText, bare = text] = /^(?:'((?:[^']|'')+)'|[^!']+)!(.*)$/.exec(text) ?? [];
    const sheetName = bare === text ? null : (sheetText?.replace(/''/g, "'") ?? text.slice(0, text.length - bare.length - 1));
    if (sheetName?.includes('[')) throw new Unknowable('external', text);
    const sheet = sheetName === null ? around.sheet : this.book.sheet(sheetName);
    const defined = this.book.name(bare, sheet);
    this.#used.add(bare.toLowerCase());
    if (defined === null) {
      const table = this.book.table(bare);
      if (table === null) return constant(ERRORS.name);
      return this.#reference(`${table.name}[]`, 'table', around);
    }
    const key = `${sheet}!${bare.toLowerCase()}`;
    // A name that means itself is a LAMBDA that calls itself, or goes round in circles.
    if (around.within.includes(key)) return this.#settle((cell) => this.#again(key, cell), around);
    const node = parseFormula(defined.formula.replace(/^=/, ''));
    if (node === null) throw new Unknowable('formula', bare);
    const base = { row: 1, column: 1 };
    const program = this.part(node, { base, sheet, use: 'array', locals: [], within: [...around.within, key] });
    this.#names.set(key, program);
    return this.#settle((cell) => program(cell, []), around);
  }

  #again(key: string, cell: Cell): Value {
    if (this.#depth > DEEPEST) throw new Unknowable('circular', key.slice(key.indexOf('!') + 1));
    this.#depth++;
    try {
      return this.#names.get(key)!(cell, []);
    } finally {
      this.#depth--;
    }
  }

  #unary({ operator = '', arguments: [operand = null] = [] }: FormulaNode, around: Surroundings): Program {
    if (operator === '@') return this.part(operand, { ...around, use: 'value' });
    if (operator === '#') return this.#spill(operand, around);
    const calculate = unaryOperator(operator);
    if (calculate === null) throw new Unknowable('formula', operator);
    const inner = this.part(operand, calculated(around));
    return (cell, locals) => calculate(inner(cell, locals));
  }

  #binary({ operator = '', arguments: [left = null, right = null] = [] }: FormulaNode, around: Surroundings): Program {
    const calculate = binaryOperator(operator);
    if (calculate !== null) {
      const [a, b] = [this.part(left, calculated(around)), this.part(right, calculated(around))];
      return (cell, locals) => {
        const first = a(cell, locals);
        return calculate(first, b(cell, locals));
      };
    }
    const combine = operator === ':' ? joinAreas : operator === ' ' ? intersectAreas : operator === ',' ? uniteAreas : null;
    if (combine === null) throw new Unknowable('formula', operator);
    if (operator === ':') this.#dynamic = true;
    const inner = { ...around, use: 'range' } as const;
    const [a, b] = [this.part(left, inner), this.part(right, inner)];
    return this.#settle((cell, locals) => combine(a(cell, locals), b(cell, locals)), around);
  }

  #spill(operand: FormulaNode | null, around: Surroundings): Program {
    const anchor = this.part(operand, { ...around, use: 'range' });
    this.#dynamic = true;
    return this.#settle((cell, locals) => {
      const area = anchor(cell, locals);
      if (!(area instanceof Area)) return ERRORS.reference;
      area.at(0, 0);
      const size = area.arrangement.spill(area.sheet, area.firstRow, area.firstColumn);
      return size === null ? ERRORS.reference : area.part(0, 0, size.rows, size.columns);
    }, around);
  }

  #call({ callee, arguments: args = [] }: FormulaNode, around: Surroundings): Program {
    if (callee?.type !== 'Identifier') return this.#callValue(this.part(callee ?? null, { ...around, use: 'array' }), args, around);
    const name = plainName(callee.name ?? '');
    if (name === 'LET') return compileLet(this, args, around);
    if (name === 'LAMBDA') return compileLambda(this, args, around);
    if (name === 'SINGLE') return this.part(args[0] ?? null, { ...around, use: 'value' });
    if (name === 'ANCHORARRAY') return this.#spill(args[0] ?? null, around);
    if (around.locals.includes(localName(callee.name ?? '')) || this.book.name(callee.name ?? '', around.sheet) !== null)
      return this.#callValue(this.name(callee.name ?? '', { ...around, use: 'array' }), args, around);
    if (VOLATILE.has(name)) return this.#interrupt('volatile', name, args, around);
    const branch = compileBranch(this, name, args, around);
    if (branch !== null) return branch;
    if (name === 'INDIRECT') return this.#indirect(args, around);
    if (name === 'ISOMITTED') return isOmitted(args, around);
    const definition = this.functions.get(name);
    if (definition === undefined) return this.#interrupt('function', name, args, around);
    return this.#callFunction(definition, args, around);
  }

  #callFunction(definition: FunctionDefinition, args: readonly (FormulaNode | null)[], around: Surroundings): Program {
    const { name, least, most, refusesEmpty = false, evaluate } = definition;
    if (args.length < least || args.length > most) throw new Unknowable('formula', name);
    if (refusesEmpty && args.includes(null)) return constant(ERRORS.notAvailable);
    if (DYNAMIC.has(name)) this.#dynamic = true;
    const known = this.#references.length;
    const programs = args.map((arg, k) => this.part(arg, { ...around, use: useOfArgument(name, k, around.use) }));
    if (PLACES.has(name))
      for (let k = known; k < this.#references.length; k++) this.#references[k] = { ...this.#references[k]!, isRead: false };
    const call: Program = (cell, locals) => {
      const values = new Array<Value>(programs.length);
      for (let k = 0; k < programs.length; k++) values[k] = programs[k]!(cell, locals);
      const result = evaluate(values, cell);
      return typeof result === 'number' && !Number.isFinite(result) ? ERRORS.number : result;
    };
    // A function with one value as its result gives several only for an array written into the formula: SUM(COUNTIF(A:A,{"x","y"})).
    return givesMany(name, false) ? this.#settle(call, around) : call;
  }

  #indirect(args: readonly (FormulaNode | null)[], around: Surroundings): Program {
    if (args.length < 1 || args.length > 2) throw new Unknowable('formula', 'INDIRECT');
    this.#dynamic = true;
    const programs = args.map((arg, k) => this.part(arg, { ...around, use: useOfArgument('INDIRECT', k, around.use) }));
    return this.#settle(compileIndirect(programs, this, around), around);
  }

  #callValue(callee: Program, args: readonly (FormulaNode | null)[], around: Surroundings): Program {
    this.#dynamic = true;
    // An argument left empty is an omitted one.
    const programs = args.map((arg) => (arg === null ? null : this.part(arg, { ...around, use: 'array' })));
    return this.#settle((cell, locals) => {
      const lambda = callee(cell, locals);
      if (!(lambda instanceof Lambda))
        return lambda !== null && typeof lambda === 'object' && 'error' in lambda ? lambda : ERRORS.reference;
      return lambda.call(programs.map((program) => program?.(cell, locals)));
    }, around);
  }

  /** A program that stops where it gets to a function that cannot be calculated, which a branch not taken need not do. */
  #interrupt(kind: Unknowable['kind'], name: string, args: readonly (FormulaNode | null)[], around: Surroundings): Program {
    for (const arg of args) this.part(arg, { ...around, use: 'range' });
    return () => {
      throw new Unknowable(kind, name);
    };
  }

  /** What a part gives, as one value where one is wanted. */
  #settle(program: Program, { use }: Surroundings): Program {
    return use === 'value' ? (cell, locals) => narrow(program(cell, locals), cell) : program;
  }

  #note(resolve: Resolve): void {
    const areas = (cell: Cell): readonly Area[] => {
      const target = resolve(cell);
      return target instanceof Area ? [target] : target instanceof AreaList ? target.areas : [];
    };
    this.#references.push({ areas, isRead: true });
  }
}

/** What stands around an operand: of a range as it is, one value is taken for calculating with it. */
function calculated(around: Surroundings): Surroundings {
  return around.use === 'range' ? { ...around, use: 'value' } : around;
}

/** What a function wants of an argument, seen from what is wanted of the function itself. */
function useOfArgument(name: string, index: number, around: Use): Use {
  if (around === 'array') return 'array';
  const use = argumentUse(name, index);
  return use === 'branch' ? around : use;
}

/** A function's name as people write it: `_xlfn._xlws.SORT` is SORT. */
function plainName(name: string): string {
  return name.toUpperCase().replace(/^(?:_XLFN\.|_XLWS\.|_TIEOUT\.)+/, '');
}

/** The program of ISOMITTED, which asks about a parameter of a LAMBDA and not about what it stands for. */
function isOmitted([arg = null]: readonly (FormulaNode | null)[], around: Surroundings): Program {
  const local = arg?.type === 'ReferenceIdentifier' ? around.locals.lastIndexOf(localName(String(arg.value))) : -1;
  return local < 0 ? constant(false) : (_cell, locals) => locals[local] === undefined;
}

function constant(value: Scalar): Program {
  return () => value;
}

/** Where an array of constants is calculated: nothing in it depends on the cell. */
const NOWHERE = { sheet: 0, row: 1, column: 1 } as Cell;
