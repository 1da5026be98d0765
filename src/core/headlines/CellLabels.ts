import { stringifyAddress } from '../workbook/Address';
import { createHeaders, type Headers } from '../workbook/createHeaders';
import { createLabeller, type Labeller } from '../workbook/createLabeller';
import { ValueKind, type Snapshot } from '../workbook/Snapshot';
import type { HeadlineCell } from './HeadlineCell';

/** Dates in labels are remembered with the workbook, so that they must not depend on who reads them. */
const LOCALE = 'en-US';

/** What the cells of one workbook are called by their headers, and where cells of a label are. */
export class CellLabels {
  readonly #snapshot: Snapshot;
  readonly #headers: Headers;
  readonly #labeller: Labeller;

  constructor(snapshot: Snapshot) {
    this.#snapshot = snapshot;
    this.#headers = createHeaders(snapshot, LOCALE);
    this.#labeller = createLabeller(this.#headers);
  }

  /** `Net revenue · FY26`; empty where nothing heads the cell. */
  of({ sheet, row, column }: HeadlineCell): string {
    return this.#labeller(this.#snapshot.sheets[sheet]!.name, stringifyAddress({ row, column }));
  }

  /** What the row of a cell is called; empty where nothing is. */
  rowOf({ sheet, row, column }: HeadlineCell): string {
    return this.#headers(this.#snapshot.sheets[sheet]!.name)?.row(row, column) ?? '';
  }

  /** The one cell of a sheet with this label, nearest first: in the column it stood in, in the row, anywhere; null where several fit equally. */
  find(label: string, { sheet, row, column }: HeadlineCell): HeadlineCell | null {
    const found = this.numbers(sheet).filter((cell) => this.of(cell) === label);
    for (const near of [found.filter((cell) => cell.column === column), found.filter((cell) => cell.row === row), found])
      if (near.length > 0) return near.length === 1 ? near[0]! : null;
    return null;
  }

  /** The cells of a sheet that hold numbers. */
  numbers(sheet: number): HeadlineCell[] {
    const { cells } = this.#snapshot.sheets[sheet]!;
    const found: HeadlineCell[] = [];
    for (let position = 0; position < cells.count; position++) {
      if (cells.kind[position] === ValueKind.Number)
        found.push({ sheet, row: cells.row[position]!, column: cells.column[position]!, position });
    }
    return found;
  }
}
