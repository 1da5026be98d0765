import { BookRefusal } from './BookRefusal';
import type { HostListener, Origin } from './HostEvent';
import type { HostSheet } from './HostSheet';

/** A defined name of the open workbook. */
export interface HostName {
  name: string;
  /** The sheet it belongs to; null for the whole workbook. */
  readonly scope: HostSheet | null;
  /** A1, without `=`. */
  formula: string;
  hidden: boolean;
  comment: string;
}

const VALID = /^[\p{L}_\\][\p{L}\p{N}_.\\?]*$/u;
const LIKE_A_CELL = /^(?:\$?[A-Z]{1,3}\$?\d+|R\d*C?\d*|C\d*)$/i;

/** The defined names of the open workbook. */
export class HostNames {
  #items: HostName[] = [];

  constructor(private readonly emit: HostListener) {}

  get items(): readonly HostName[] {
    return this.#items;
  }

  find(name: string, scope: HostSheet | null): HostName | null {
    return this.#items.find((item) => item.scope === scope && item.name.toLowerCase() === name.toLowerCase()) ?? null;
  }

  add(item: HostName, origin: Origin): HostName {
    if (!VALID.test(item.name) || LIKE_A_CELL.test(item.name) || item.name.length > 255) {
      throw new BookRefusal('InvalidArgument', `${item.name} cannot be a name.`);
    }
    if (this.find(item.name, item.scope)) throw new BookRefusal('ItemAlreadyExists', `There is a name ${item.name} already.`);
    this.#items.push(item);
    this.changed(origin);
    return item;
  }

  /** Adds a name as a file has it, unannounced: files hold names that Excel would not let anyone type. */
  addLoaded(item: HostName): void {
    this.#items.push(item);
  }

  change(item: HostName, change: Partial<Pick<HostName, 'formula' | 'hidden' | 'comment'>>, origin: Origin): void {
    Object.assign(item, change);
    this.changed(origin);
  }

  remove(item: HostName, origin: Origin): void {
    this.#items = this.#items.filter((other) => other !== item);
    this.changed(origin);
  }

  /** Rewrites the formulas in place, as when rows move; the caller announces the move itself. */
  rewrite(formulaOf: (item: HostName) => string): void {
    for (const item of this.#items) item.formula = formulaOf(item);
  }

  removeScope(sheet: HostSheet): void {
    this.#items = this.#items.filter((item) => item.scope !== sheet);
  }

  private changed(origin: Origin): void {
    this.emit({ kind: 'list', list: 'names', origin });
  }
}
