import type { CellRange } from '../../core/workbook/Address';
import type { HostBook } from '../book/HostBook';
import type { HostNote } from '../book/HostNotes';
import type { HostSheet } from '../book/HostSheet';
import type { HostTable } from '../book/HostTables';
import type { HostName } from '../book/HostNames';
import { HostObject } from '../richApi/HostObject';
import type { EventTypeName } from './eventTypes';

/** What every host object is made with. The makers break the circle: a sheet gives ranges, a range gives its sheet. */
export interface ExcelContext {
  readonly book: HostBook;
  readonly range: (sheet: HostSheet, range: CellRange) => RangeObject;
  readonly worksheet: (sheet: HostSheet) => HostObject;
  readonly name: (name: HostName) => HostObject;
  readonly table: (table: HostTable) => HostObject;
  readonly comment: (note: HostNote) => HostObject;
  /** Starts (+1) or stops (-1) events of a type for a sheet id or `Workbook`. */
  readonly listen: (type: EventTypeName, target: string, step: 1 | -1) => void;
}

/** A range as the other host objects know it. */
export abstract class RangeObject extends HostObject {
  abstract readonly sheet: HostSheet;
  abstract readonly area: CellRange;
}
