/**
 * What a driver is about: `assumption`, an input someone typed; `definition`, how something is calculated or what a name means;
 * `data`, entries of a list; `rows`, lines that only one workbook has; `structure`, columns, sheets and tables.
 */
export type DriverKind = 'assumption' | 'definition' | 'data' | 'rows' | 'structure';

/** Causes that belong together and can be named. JSON-safe. */
export interface Driver {
  /** Stable from run to run for the same two workbooks. */
  readonly id: string;
  /** `Renewal rate, Q2–Q4`, as the workbook's own labels call it. */
  readonly name: string;
  readonly kind: DriverKind;
  /** Ids of its causes. */
  readonly causes: readonly string[];
}
