import { MAX_COLUMN } from '../../../core/workbook/Address';
import { ValueKind, type CellColumns } from '../../../core/workbook/Snapshot';
import { ByteWriter } from './ByteWriter';
import { NumberPacker } from './NumberPacker';

/**
 * Writes the cells of sheets. What is alike stands together, and formulas and formats are told by how they differ from those of the
 * cell above, so that what was filled down or across is a run of equal bytes.
 */
export class CellPacker {
  readonly #rows = new ByteWriter();
  readonly #columns = new ByteWriter();
  readonly #kinds = new ByteWriter();
  readonly #formulas = new ByteWriter();
  readonly #formats = new ByteWriter();
  readonly #texts = new ByteWriter();
  readonly #numbers = new NumberPacker();
  #nextText = 0;

  add(cells: CellColumns): void {
    this.#addPlaces(cells);
    const formulaAbove = new Int32Array(MAX_COLUMN + 1).fill(-1);
    const formatAbove = new Uint16Array(MAX_COLUMN + 1);
    for (let at = 0; at < cells.count; at++) {
      const [column, formula, format] = [cells.column[at]!, cells.formula[at]!, cells.format[at]!];
      this.#formulas.signed(formula - formulaAbove[column]!);
      this.#formats.signed(format - formatAbove[column]!);
      formulaAbove[column] = formula;
      formatAbove[column] = format;
      this.#addValue(cells.kind[at]!, cells.payload[at]!);
    }
  }

  finish(into: ByteWriter): void {
    for (const { bytes } of [this.#rows, this.#columns, this.#kinds, this.#formulas, this.#formats, this.#texts]) into.block(bytes);
    this.#numbers.finish(into);
  }

  #addPlaces(cells: CellColumns): void {
    this.#rows.whole(cells.count);
    let row = 0;
    let column = 0;
    for (let at = 0, end = 0; at < cells.count; at++) {
      if (at === end) {
        while (end < cells.count && cells.row[end] === cells.row[at]) end++;
        this.#rows.whole(cells.row[at]! - row);
        this.#rows.whole(end - at);
        row = cells.row[at]!;
        column = 0;
      }
      this.#columns.whole(cells.column[at]! - column - 1);
      column = cells.column[at]!;
    }
  }

  #addValue(kind: number, payload: number): void {
    this.#kinds.byte(kind);
    if (kind === ValueKind.Number) this.#numbers.add(payload);
    else if (kind === ValueKind.Boolean) this.#kinds.byte(payload);
    else if (kind === ValueKind.Text || kind === ValueKind.Error) {
      // Texts are numbered as they come: most are the next one.
      this.#texts.signed(this.#nextText - payload);
      this.#nextText = Math.max(this.#nextText, payload + 1);
    }
  }
}
