/** The numbers by which office.js knows the events of sheets. */
export const EVENT_TYPES = {
  changed: 10,
  activated: 11,
  deactivated: 12,
  added: 13,
  selectionChanged: 14,
  deleted: 15,
  calculated: 16,
} as const;

export type EventTypeName = keyof typeof EVENT_TYPES;

/** The target of an event that concerns all sheets. */
export const WORKBOOK_TARGET = 'Workbook';
