import { toRelative } from '../formula/toRelative';
import type { CellColumnsBuilder } from './CellColumnsBuilder';
import type { CellValue } from './CellValue';
import { Interner } from './Interner';
import { ValueKind, type Snapshot } from './Snapshot';

/** The interned texts, formulas and formats that the sheets of one snapshot share while it is made. */
export class SnapshotBuilder {
  readonly strings: Interner;
  readonly formulas: Interner;
  readonly formats: Interner;

  /** Begins with what a snapshot has interned, when one is given. */
  constructor({ strings, formulas, formats }: Partial<Pick<Snapshot, 'strings' | 'formulas' | 'formats'>> = {}) {
    this.strings = new Interner(strings);
    this.formulas = new Interner(formulas);
    this.formats = new Interner(formats ?? ['General']);
  }

  /** Adds a cell unless it has neither value nor formula; `formula` is A1, with or without `=`, or null. */
  addCell(cells: CellColumnsBuilder, row: number, column: number, value: CellValue, formula: string | null, format: string): void {
    if (value === null && formula === null) return;
    const [kind, payload] = this.encode(value);
    cells.add(row, column, kind, payload, formula === null ? -1 : this.formulaIndex(formula, row, column), this.formats.index(format));
  }

  /** The number of an A1 formula, with or without `=`, that stands at a cell. */
  formulaIndex(formula: string, row: number, column: number): number {
    return this.formulas.index(toRelative(formula.startsWith('=') ? formula.slice(1) : formula, row, column));
  }

  /** A value as `CellColumns` holds it. */
  encode(value: CellValue): [ValueKind, number] {
    switch (typeof value) {
      case 'number':
        return [ValueKind.Number, value];
      case 'string':
        return [ValueKind.Text, this.strings.index(value)];
      case 'boolean':
        return [ValueKind.Boolean, value ? 1 : 0];
      default:
        return value === null ? [ValueKind.Empty, 0] : [ValueKind.Error, this.strings.index(value.error)];
    }
  }
}
