import { MAX_COLUMN, MAX_ROW } from '../../../core/workbook/Address';
import { ValueKind, type CellColumns, type Snapshot } from '../../../core/workbook/Snapshot';
import { ByteReader } from './ByteReader';
import { NumberUnpacker } from './NumberUnpacker';
import { Unreadable } from './Unreadable';

/** Reads what a `CellPacker` wrote, sheet by sheet; throws `Unreadable`, also where a cell points to what is not there. */
export class CellUnpacker {
  readonly #rows: ByteReader;
  readonly #columns: ByteReader;
  readonly #kinds: ByteReader;
  readonly #formulas: ByteReader;
  readonly #formats: ByteReader;
  readonly #texts: ByteReader;
  readonly #numbers: NumberUnpacker;
  #nextText = 0;

  constructor(
    from: ByteReader,
    private readonly tables: Pick<Snapshot, 'strings' | 'formulas' | 'formats'>,
  ) {
    const next = (): ByteReader => new ByteReader(from.block());
    [this.#rows, this.#columns, this.#kinds, this.#formulas, this.#formats, this.#texts] = [next(), next(), next(), next(), next(), next()];
    this.#numbers = new NumberUnpacker(from);
  }

  next(): CellColumns {
    // Each cell has a byte at least, so that no room is given for cells that are not there.
    const count = this.#rows.atMost(this.#kinds.left);
    const cells = {
      count,
      row: new Int32Array(count),
      column: new Uint16Array(count),
      kind: new Uint8Array(count),
      payload: new Float64Array(count),
      formula: new Int32Array(count),
      format: new Uint16Array(count),
    };
    this.#readPlaces(cells);
    const formulaAbove = new Int32Array(MAX_COLUMN + 1).fill(-1);
    const formatAbove = new Uint16Array(MAX_COLUMN + 1);
    for (let at = 0; at < count; at++) {
      const column = cells.column[at]!;
      const formula = formulaAbove[column]! + this.#formulas.signed();
      const format = formatAbove[column]! + this.#formats.signed();
      if (formula < -1 || formula >= this.tables.formulas.length) throw new Unreadable();
      if (format < 0 || format >= this.tables.formats.length) throw new Unreadable();
      formulaAbove[column] = cells.formula[at] = formula;
      formatAbove[column] = cells.format[at] = format;
      const kind = (cells.kind[at] = this.#kinds.byte());
      cells.payload[at] = this.#payload(kind);
    }
    return cells;
  }

  /** Throws when anything is left. */
  end(): void {
    for (const stream of [this.#rows, this.#columns, this.#kinds, this.#formulas, this.#formats, this.#texts, this.#numbers]) stream.end();
  }

  #readPlaces({ count, row: rows, column: columns }: CellColumns): void {
    let row = 0;
    for (let at = 0; at < count;) {
      const down = this.#rows.whole();
      const end = at + this.#rows.whole();
      row += down;
      if (down === 0 || row > MAX_ROW || end === at || end > count) throw new Unreadable();
      for (let column = 0; at < end; at++) {
        column += this.#columns.whole() + 1;
        if (column > MAX_COLUMN) throw new Unreadable();
        rows[at] = row;
        columns[at] = column;
      }
    }
  }

  #payload(kind: number): number {
    switch (kind) {
      case ValueKind.Empty:
        return 0;
      case ValueKind.Number:
        return this.#numbers.next();
      case ValueKind.Boolean: {
        const truth = this.#kinds.byte();
        if (truth > 1) throw new Unreadable();
        return truth;
      }
      case ValueKind.Text:
      case ValueKind.Error: {
        const text = this.#nextText - this.#texts.signed();
        if (text < 0 || text >= this.tables.strings.length) throw new Unreadable();
        this.#nextText = Math.max(this.#nextText, text + 1);
        return text;
      }
      default:
        throw new Unreadable();
    }
  }
}
