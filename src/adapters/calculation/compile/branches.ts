import { isCellError } from '../../../core/workbook/CellValue';
import { Unknowable } from '../model/interruptions';
import { compareScalars } from '../values/compareScalars';
import { toBoolean, toNumber } from '../values/coerce';
import { ERRORS } from '../values/errors';
import { lift, soleValue } from '../values/lift';
import type { Scalar } from '../values/Scalar';
import { isGrid, type Value } from '../values/Value';
import type { FormulaNode } from './parseFormula';
import type { PartCompiler, Surroundings } from './Surroundings';
import type { Cell, Locals, Program } from './Program';

/** A function that calculates only the arguments it needs. */
type Branch = (args: readonly Program[], cell: Cell, locals: Locals) => Value;

interface BranchFunction {
  readonly least: number;
  readonly most: number;
  /** True for the arguments that are handed on as they are, counted from 0. */
  readonly handsOn: (index: number, count: number) => boolean;
  readonly run: Branch;
}

const BRANCHES: Readonly<Record<string, BranchFunction>> = {
  IF: { least: 1, most: 3, handsOn: (index) => index > 0, run: runIf },
  IFERROR: { least: 2, most: 2, handsOn: () => true, run: (args, cell, locals) => replaceErrors(args, cell, locals, isCellError) },
  IFNA: {
    least: 2,
    most: 2,
    handsOn: () => true,
    run: (args, cell, locals) => replaceErrors(args, cell, locals, (value) => isCellError(value) && value.error === '#N/A'),
  },
  IFS: { least: 2, most: 254, handsOn: (index) => index % 2 === 1, run: runIfs },
  SWITCH: { least: 3, most: 254, handsOn: (index, count) => index > 0 && (index % 2 === 0 || index === count - 1), run: runSwitch },
  CHOOSE: { least: 2, most: 255, handsOn: (index) => index > 0, run: runChoose },
};

/** The program of a call of a function that calculates only the arguments it needs; null when the function is none of these. */
export function compileBranch(
  compiler: PartCompiler,
  name: string,
  args: readonly (FormulaNode | null)[],
  around: Surroundings,
): Program | null {
  const branch = BRANCHES[name];
  if (branch === undefined) return null;
  if (args.length < branch.least || args.length > branch.most) throw new Unknowable('formula', name);
  const programs = args.map((arg, index) => {
    const use = around.use === 'array' || branch.handsOn(index, args.length) ? around.use : 'value';
    return compiler.part(arg, { ...around, use });
  });
  return (cell, locals) => branch.run(programs, cell, locals);
}

function runIf([condition, then, otherwise]: readonly Program[], cell: Cell, locals: Locals): Value {
  const choice = condition!(cell, locals);
  const sole = soleValue(choice);
  if (sole !== undefined) {
    const holds = toBoolean(sole);
    if (typeof holds !== 'boolean') return holds;
    if (holds) return then ? then(cell, locals) : true;
    return otherwise ? otherwise(cell, locals) : false;
  }
  return lift([choice, then ? then(cell, locals) : true, otherwise ? otherwise(cell, locals) : false], ([test, yes, no]) => {
    const holds = toBoolean(test as Scalar);
    return typeof holds !== 'boolean' ? holds : ((holds ? yes : no) ?? null);
  });
}

function replaceErrors([value, instead]: readonly Program[], cell: Cell, locals: Locals, isReplaced: (value: Scalar) => boolean): Value {
  const result = value!(cell, locals);
  const sole = soleValue(result);
  if (sole !== undefined) return isReplaced(sole) ? instead!(cell, locals) : result;
  if (!isGrid(result)) return result;
  return lift([result, instead!(cell, locals)], ([one, other]) => (isReplaced(one as Scalar) ? (other ?? null) : (one ?? null)));
}

function runIfs(args: readonly Program[], cell: Cell, locals: Locals): Value {
  const first = args[0]!(cell, locals);
  const sole = soleValue(first);
  if (args.length % 2 === 1) return ERRORS.notAvailable;
  if (sole !== undefined) {
    const holds = toBoolean(sole);
    if (typeof holds !== 'boolean') return holds;
    if (holds) return args[1]!(cell, locals);
    return args.length === 2 ? ERRORS.notAvailable : runIfs(args.slice(2), cell, locals);
  }
  const rest = args.length === 2 ? ERRORS.notAvailable : runIfs(args.slice(2), cell, locals);
  return lift([first, args[1]!(cell, locals), rest], ([test, yes, no]) => {
    const holds = toBoolean(test as Scalar);
    return typeof holds !== 'boolean' ? holds : ((holds ? yes : no) ?? null);
  });
}

function runSwitch([subject, ...rest]: readonly Program[], cell: Cell, locals: Locals): Value {
  const value = subject!(cell, locals);
  const sole = soleValue(value);
  if (sole === undefined) return liftSwitch(value, rest, cell, locals);
  if (isCellError(sole)) return sole;
  for (let k = 0; k + 1 < rest.length; k += 2) {
    const candidate = soleValue(rest[k]!(cell, locals));
    if (isCellError(candidate ?? null)) return candidate!;
    if (candidate !== undefined && isSame(candidate, sole)) return rest[k + 1]!(cell, locals);
  }
  return rest.length % 2 === 1 ? rest[rest.length - 1]!(cell, locals) : ERRORS.notAvailable;
}

function liftSwitch(value: Value, rest: readonly Program[], cell: Cell, locals: Locals): Value {
  return lift([value, ...rest.map((program) => program(cell, locals))], ([one, ...others]) => {
    if (isCellError(one ?? null)) return one!;
    for (let k = 0; k + 1 < others.length; k += 2) if (isSame(others[k] ?? null, one ?? null)) return others[k + 1] ?? null;
    return others.length % 2 === 1 ? (others[others.length - 1] ?? null) : ERRORS.notAvailable;
  });
}

function isSame(a: Scalar, b: Scalar): boolean {
  return compareScalars(a, b) === 0;
}

function runChoose([index, ...choices]: readonly Program[], cell: Cell, locals: Locals): Value {
  const value = index!(cell, locals);
  const sole = soleValue(value);
  if (sole !== undefined) {
    const place = toNumber(sole);
    if (typeof place !== 'number') return place;
    return (
      choices[Math.trunc(place) - 1]?.(cell, locals) ??
      (Math.trunc(place) >= 1 && Math.trunc(place) <= choices.length ? null : ERRORS.value)
    );
  }
  return lift([value, ...choices.map((choice) => choice(cell, locals))], ([one, ...others]) => {
    const place = toNumber(one ?? null);
    if (typeof place !== 'number') return place;
    const at = Math.trunc(place) - 1;
    return at >= 0 && at < others.length ? (others[at] ?? null) : ERRORS.value;
  });
}
