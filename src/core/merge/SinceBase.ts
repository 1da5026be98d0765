import { commonPlace, ownPlace } from '../align/bands';
import type { Correspondence } from '../align/Correspondence';
import type { Comparison } from '../compare/Comparison';
import type { CellAddress } from '../workbook/Address';
import type { Snapshot } from '../workbook/Snapshot';
import { Changes } from './Changes';

/** A copy of the base as it was compared with it, the base in the place of the official model. */
export interface ComparedWithBase {
  readonly base: Snapshot;
  readonly copy: Snapshot;
  readonly correspondence: Correspondence;
  readonly comparison: Pick<Comparison, 'differences'>;
}

/** A place in the base; sheets by their place in the workbook. */
export interface BasePlace extends CellAddress {
  readonly sheet: number;
}

/** What became of the base in one copy: what was changed there, and where in the base each of its cells was. */
export class SinceBase {
  readonly changes: Changes;
  readonly base: Snapshot;
  readonly #copy: Snapshot;
  readonly #correspondence: Correspondence;

  constructor({ base, copy, correspondence, comparison }: ComparedWithBase) {
    this.base = base;
    this.#copy = copy;
    this.#correspondence = correspondence;
    this.changes = new Changes(comparison);
  }

  /** Where a cell of the copy was in the base; null where the base had no such row, column or sheet. */
  placeInBase(sheet: string, { row, column }: CellAddress): BasePlace | null {
    const pair = this.#pairOf(sheet);
    if (pair === undefined || pair.official === null) return null;
    const common = commonPlace(pair, 'local', row, column);
    const own = ownPlace(pair, 'official', common.row, common.column);
    return own.row === 0 || own.column === 0 ? null : { sheet: pair.official, ...own };
  }

  /** The base's sheet that a sheet of the copy was; null when it is new. */
  sheetInBase(sheet: string): string | null {
    const index = this.#pairOf(sheet)?.official ?? null;
    return index === null ? null : this.base.sheets[index]!.name;
  }

  #pairOf(name: string): Correspondence['sheets'][number] | undefined {
    const index = this.#copy.sheets.findIndex((sheet) => sheet.name === name);
    return this.#correspondence.sheets.find((pair) => pair.local === index);
  }
}
