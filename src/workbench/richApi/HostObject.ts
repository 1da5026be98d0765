import type { LineShift } from '../book/LineShift';
import type { HostSheet } from '../book/HostSheet';

/**
 * An object the add-in reaches through the rich API. Members that begin with a capital letter (or `_` and a capital) are the
 * protocol's: the interpreter calls them by name. Everything in small letters is the workbench's own.
 */
export abstract class HostObject {
  /** The class as Excel names it, such as `Worksheet`. */
  abstract readonly typeName: string;
  /** The properties that `load()` without names brings. */
  get scalars(): readonly string[] {
    return [];
  }
  /** Follows inserted and deleted lines; false when what it stood for is gone. */
  follow(_sheet: HostSheet, _shift: LineShift): boolean {
    return true;
  }
}

/** A collection: `load` speaks of its items unless it names one of its own scalars. */
export abstract class HostCollection extends HostObject {
  abstract items(): readonly HostObject[];
}
