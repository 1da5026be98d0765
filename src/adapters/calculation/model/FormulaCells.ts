import { toA1 } from '../../../core/formula/toA1';
import type { Snapshot } from '../../../core/workbook/Snapshot';
import type { FunctionDefinition } from '../functions/FunctionDefinition';
import { Compiler } from '../compile/Compiler';
import type { Cell, CompiledFormula } from '../compile/Program';
import { Area } from '../values/Area';
import type { Arrangement } from './Arrangement';
import { Book } from './Book';
import { CellIndex } from './CellIndex';
import { Unknowable } from './interruptions';

/** Far from every edge, so that relative addresses are offsets without coming in again at the other end of the sheet. */
const BASE = { row: 524_288, column: 8_192 } as const;

/** The formulas of one workbook as programs, each text compiled once for each sheet that holds it. */
export class FormulaCells {
  readonly book: Book;
  readonly #compiler: Compiler;
  /** By sheet, by formula, twice: for a plain cell and for one whose formula is an array's. */
  readonly #programs: (CompiledFormula | Unknowable | undefined)[][] = [];
  readonly #indexes: (CellIndex | undefined)[] = [];

  constructor(
    readonly snapshot: Snapshot,
    functions: ReadonlyMap<string, FunctionDefinition>,
  ) {
    this.book = new Book(snapshot);
    this.#compiler = new Compiler(this.book, functions);
  }

  /** Finds cells of a sheet. */
  index(sheet: number): CellIndex {
    return (this.#indexes[sheet] ??= new CellIndex(this.snapshot.sheets[sheet]!.cells));
  }

  /** The program of a formula of the snapshot, as a cell of a sheet holds it; why it has none when it cannot be calculated. */
  program(formula: number, sheet: number, isArray: boolean): CompiledFormula | Unknowable {
    const key = formula * 2 + (isArray ? 1 : 0);
    const known = (this.#programs[sheet] ??= []);
    return (known[key] ??= this.#compile(formula, sheet, isArray));
  }

  /** A cell for its formula to be calculated in. */
  cell(arrangement: Arrangement, sheet: number, row: number, column: number): Cell {
    return {
      arrangement,
      sheet,
      row,
      column,
      own: { sheet, row, column },
      area: (onSheet, firstRow, firstColumn, lastRow, lastColumn) =>
        new Area(arrangement, onSheet, firstRow, firstColumn, lastRow, lastColumn),
    };
  }

  #compile(formula: number, sheet: number, isArray: boolean): CompiledFormula | Unknowable {
    try {
      return this.#compiler.compile(toA1(this.snapshot.formulas[formula]!, BASE.row, BASE.column), BASE, sheet, isArray);
    } catch (reason) {
      if (reason instanceof Unknowable) return reason;
      throw reason;
    }
  }
}
