import { findReferences, type FormulaReference } from './findReferences';
import { toA1 } from './toA1';
import type { Snapshot } from '../workbook/Snapshot';

/**
 * A formula taken apart into what it does and where it looks: the text with every reference replaced by a
 * placeholder, and the references as numbers, `REFERENCE_SIZE` for each, in the order they stand.
 */
export interface FormulaShape {
  readonly skeleton: string;
  readonly references: Int32Array;
}

/** How many numbers a reference takes; they stand at `Ref.sheet`, `Ref.row`, … from its beginning. */
export const REFERENCE_SIZE = 7;

/** Corners are fixed indexes or offsets, as the flags say; `sheet` is an index into the snapshot's sheets or a `Sheet` value. */
export const Ref = { sheet: 0, lastSheet: 1, row: 2, column: 3, lastRow: 4, lastColumn: 5, flags: 6 } as const;

/** What `sheet` says when it is no sheet of this workbook. */
export const RefSheet = { Own: -1, External: -2, Missing: -3 } as const;

export const RefFlag = { RowFixed: 1, ColumnFixed: 2, LastRowFixed: 4, LastColumnFixed: 8, WholeColumns: 16, WholeRows: 32 } as const;

/** Far from every edge, so that offsets can be told without coming in again at the other end of the sheet. */
const BASE_ROW = 524_288;
const BASE_COLUMN = 8_192;

/** The shapes of a snapshot's formulas, each made when it is first asked for. */
export class FormulaShapes {
  readonly #shapes: (FormulaShape | undefined)[] = [];
  readonly #sheets: ReadonlyMap<string, number>;

  /** `linkOf` gives the name by which an external link, its number or path, is known in both snapshots. */
  constructor(
    readonly snapshot: Snapshot,
    readonly linkOf: (link: string) => string,
  ) {
    this.#sheets = new Map(snapshot.sheets.map(({ name }, index) => [name.toLowerCase(), index]));
  }

  /** The shape of the formula with this id. */
  of(formula: number): FormulaShape {
    return (this.#shapes[formula] ??= this.#make(toA1(this.snapshot.formulas[formula]!, BASE_ROW, BASE_COLUMN), BASE_ROW, BASE_COLUMN));
  }

  /** The shape of an A1 formula that stands at a cell, such as a rule's; a name's formula is taken as standing at A1. */
  ofText(formula: string, row: number, column: number): FormulaShape {
    return this.#make(formula.startsWith('=') ? formula.slice(1) : formula, row, column);
  }

  #make(formula: string, row: number, column: number): FormulaShape {
    const found = findReferences(formula);
    const references = new Int32Array(found.length * REFERENCE_SIZE);
    let skeleton = '';
    let done = 0;
    found.forEach((reference, index) => {
      const start = reference.prefix === null ? reference.start : reference.prefix.start;
      const prefix = reference.prefix === null ? '' : formula.slice(reference.prefix.start, reference.prefix.end - 1);
      skeleton += formula.slice(done, start) + this.#place(references, index * REFERENCE_SIZE, reference, prefix, row, column);
      done = reference.end;
    });
    return { skeleton: this.#nameLinks(skeleton + formula.slice(done)), references };
  }

  /** Writes a reference's numbers and returns its placeholder, which is a name to a parser. */
  #place(out: Int32Array, at: number, { kind, first, last, join }: FormulaReference, prefix: string, row: number, column: number): string {
    const bare = (prefix.startsWith("'") ? prefix.slice(1, -1).replace(/''/g, "'") : prefix).toLowerCase();
    out[at + Ref.row] = first.row - (first.rowFixed ? 0 : row);
    out[at + Ref.column] = first.column - (first.columnFixed ? 0 : column);
    out[at + Ref.lastRow] = last.row - (last.rowFixed ? 0 : row);
    out[at + Ref.lastColumn] = last.column - (last.columnFixed ? 0 : column);
    out[at + Ref.flags] =
      (first.rowFixed ? RefFlag.RowFixed : 0) |
      (first.columnFixed ? RefFlag.ColumnFixed : 0) |
      (last.rowFixed ? RefFlag.LastRowFixed : 0) |
      (last.columnFixed ? RefFlag.LastColumnFixed : 0) |
      (kind === 'columns' ? RefFlag.WholeColumns : kind === 'rows' ? RefFlag.WholeRows : 0);
    const trimmed = join.length > 1 ? encode(join) : '';
    const sheets =
      bare.includes('[') || bare.startsWith('#') ? [] : bare.split(':').map((name) => this.#sheets.get(name) ?? RefSheet.Missing);
    const link = /^(.*)\[([^\]]*)\](.*)$/.exec(bare);
    if (link !== null) {
      out[at] = out[at + Ref.lastSheet] = RefSheet.External;
      return `_x${encode(this.linkOf(link[1]! + link[2]!))}_${encode(link[3]!)}${trimmed}`;
    }
    out[at] = bare === '' ? RefSheet.Own : (sheets[0] ?? RefSheet.Missing);
    out[at + Ref.lastSheet] = sheets.length > 1 ? sheets[sheets.length - 1]! : out[at]!;
    if (sheets.length > 1) return `_d${trimmed}`;
    return out[at] === RefSheet.Missing ? `_m${encode(bare)}${trimmed}` : `_r${trimmed}`;
  }

  /** Gives `[1]!Rate`, a name of another workbook, a name that means the same in both snapshots. */
  #nameLinks(skeleton: string): string {
    if (!skeleton.includes(']!')) return skeleton;
    return skeleton.replace(/'?\[(\d+)\][^!'"]*'?!/g, (_, index: string) => `_x${encode(this.linkOf(index))}_`);
  }
}

/** A text as part of a name. */
function encode(text: string): string {
  return text.replace(/[^a-z0-9]/g, (character) => `_${character.charCodeAt(0)}_`);
}
