import type { FormulaNode } from './parseFormula';
import type { Program, Use } from './Program';
import type { Base } from './references';

/** What surrounds the part of a formula that is being compiled. */
export interface Surroundings {
  readonly base: Base;
  /** The sheet whose own names are meant. */
  readonly sheet: number;
  readonly use: Use;
  /** Names made by LET and LAMBDA, outermost first, in small letters. */
  readonly locals: readonly string[];
  /** Defined names that are being looked into, so that one that means itself is noticed. */
  readonly within: readonly string[];
}

/** Compiles parts of a formula. */
export interface PartCompiler {
  /** The program of a part of a formula. Where one value is wanted it gives one. */
  part(node: FormulaNode | null, around: Surroundings): Program;
}
