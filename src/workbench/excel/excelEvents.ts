import { columnName, stringifyRange } from '../../core/workbook/Address';
import type { HostBook } from '../book/HostBook';
import type { HostEvent, Origin } from '../book/HostEvent';
import type { HostSheet } from '../book/HostSheet';
import { shiftedCells, type LineCut } from '../book/LineShift';
import { protocolType, protocolValue } from './cellProtocol';
import { EVENT_TYPES, WORKBOOK_TARGET, type EventTypeName } from './eventTypes';

/** A message of the rich API's event stream: what office.js gets for one event and one target. */
export interface ExcelEventMessage {
  readonly type: number;
  readonly target: string;
  readonly message: Readonly<Record<string, unknown>>;
  readonly remote: boolean;
}

/** Which events the add-in listens to, and the messages they become. */
export interface ExcelEvents {
  readonly listen: (type: EventTypeName, target: string, step: 1 | -1) => void;
  readonly dispose: () => void;
}

/** Turns what happens in the book into Excel's event messages, for those types and targets that somebody listens to. */
export function excelEvents(book: HostBook, send: (message: ExcelEventMessage) => void): ExcelEvents {
  const listeners = new Map<string, number>();
  const key = (type: EventTypeName, target: string) => `${type} ${target}`;
  const dispose = book.subscribe((event) => {
    for (const { type, sheet, message } of messagesOf(event)) {
      const remote = 'origin' in event && event.origin === 'coauthor';
      for (const target of [sheet.id, WORKBOOK_TARGET]) {
        if ((listeners.get(key(type, target)) ?? 0) > 0) send({ type: EVENT_TYPES[type], target, message, remote });
      }
    }
  });
  return {
    listen: (type, target, step) => void listeners.set(key(type, target), Math.max(0, (listeners.get(key(type, target)) ?? 0) + step)),
    dispose,
  };
}

interface SheetMessage {
  readonly type: EventTypeName;
  readonly sheet: HostSheet;
  readonly message: Readonly<Record<string, unknown>>;
}

function messagesOf(event: HostEvent): readonly SheetMessage[] {
  switch (event.kind) {
    case 'cells':
      return event.origin === 'calculation' ? [] : [{ type: 'changed', sheet: event.sheet, message: changedMessage(event) }];
    case 'lines': {
      if (event.shift.kind === 'cut') return cutMessages(event.sheet, event.shift, event.origin);
      const { at, count, axis, kind, across } = event.shift;
      const line = (number: number) => (axis === 'row' ? String(number) : columnName(number));
      const what = across ? 'Cell' : axis === 'row' ? 'Row' : 'Column';
      const address = across ? stringifyRange(shiftedCells(event.shift)) : `${line(at)}:${line(at + count - 1)}`;
      const shiftDirection =
        axis === 'row' ? (kind === 'insert' ? 'ShiftCellDown' : 'ShiftCellUp') : kind === 'insert' ? 'ShiftCellRight' : 'ShiftCellLeft';
      const message = changeOf(event.sheet, address, event.origin, `${what}${kind === 'insert' ? 'Inserted' : 'Deleted'}`);
      return [{ type: 'changed', sheet: event.sheet, message: { ...message, shiftDirection } }];
    }
    case 'selected':
      return [
        {
          type: 'selectionChanged',
          sheet: event.sheet,
          message: { address: stringifyRange(event.range), worksheetId: event.sheet.id, isInsideTable: false },
        },
      ];
    case 'activated': {
      const activated: SheetMessage = { type: 'activated', sheet: event.sheet, message: { worksheetId: event.sheet.id } };
      const { previous } = event;
      return previous ? [{ type: 'deactivated', sheet: previous, message: { worksheetId: previous.id } }, activated] : [activated];
    }
    case 'sheet':
      if (event.change !== 'added' && event.change !== 'deleted') return [];
      return [{ type: event.change, sheet: event.sheet, message: { worksheetId: event.sheet.id, source: sourceOf(event.origin) } }];
    case 'calculated':
      return event.sheets.map((sheet) => ({ type: 'calculated' as const, sheet, message: { worksheetId: sheet.id, address: '' } }));
    default:
      return [];
  }
}

/** Excel tells of cells that were moved as of two ranges that were edited. */
function cutMessages(sheet: HostSheet, cut: LineCut, origin: Origin): readonly SheetMessage[] {
  return [cut.at, cut.to].map((at) => {
    const address = stringifyRange(shiftedCells({ ...cut, at }));
    return { type: 'changed', sheet, message: changeOf(sheet, address, origin, 'RangeEdited') };
  });
}

function changedMessage(event: HostEvent & { kind: 'cells' }): Readonly<Record<string, unknown>> {
  const message = changeOf(event.sheet, stringifyRange(event.range), event.origin, 'RangeEdited');
  if (!event.before) return message;
  const after = event.sheet.cell(event.range.firstRow, event.range.firstColumn);
  return {
    ...message,
    valueBefore: protocolValue(event.before.value),
    valueAfter: protocolValue(after.value),
    valueTypeBefore: protocolType(event.before.value),
    valueTypeAfter: protocolType(after.value),
  };
}

function changeOf(sheet: HostSheet, address: string, origin: Origin, changeType: string): Readonly<Record<string, unknown>> {
  return {
    address,
    changeType,
    source: sourceOf(origin),
    worksheetId: sheet.id,
    referenceId: `${sheet.id}|${address}`,
    triggerSource: origin === 'addin' ? 'ThisLocalAddin' : 'Unknown',
    shiftDirection: 'None',
  };
}

function sourceOf(origin: Origin): 'Local' | 'Remote' {
  return origin === 'coauthor' ? 'Remote' : 'Local';
}
