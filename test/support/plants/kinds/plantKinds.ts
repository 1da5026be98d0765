import { clear, editFilled, editFormula, editNumber, editText, fillBlank, hardcode, reformat, unhardcode } from './cells';
import { append, insert, move, remove } from './lines';
import { changeKey, rankAnew, shuffleList } from './lists';
import type { Plant } from './Plant';
import {
  addName,
  addSheet,
  copySheet,
  hideLines,
  hideSheet,
  removeName,
  removeSheet,
  renameAndCopy,
  renameSheet,
  reorderSheets,
  repointName,
} from './sheets';

/** Every kind of edit that is planted, by the name under which it is counted. */
export const PLANT_KINDS = {
  'insert blank rows': insert('rows', 'blank'),
  'insert copied rows': insert('rows', 'copied'),
  'insert new rows': insert('rows', 'new'),
  'insert blank columns': insert('columns', 'blank'),
  'insert copied columns': insert('columns', 'copied'),
  'insert new columns': insert('columns', 'new'),
  'type rows below': append('rows'),
  'type columns behind': append('columns'),
  'delete rows': remove('rows'),
  'delete columns': remove('columns'),
  'edit a number': editNumber,
  'edit a text': editText,
  'edit a formula': editFormula,
  'constant over formula': hardcode,
  'formula over constant': unhardcode,
  'clear a cell': clear,
  'fill a blank cell': fillBlank,
  'edit filled formulas': editFilled('formula'),
  'format a cell': reformat,
  'format a filled range': editFilled('format'),
  'rename a sheet': renameSheet,
  'reorder sheets': reorderSheets,
  'add a sheet': addSheet,
  'remove a sheet': removeSheet,
  'copy a sheet': copySheet,
  'rename and copy a sheet': renameAndCopy,
  'hide a sheet': hideSheet,
  'hide rows': hideLines('rows'),
  'hide columns': hideLines('columns'),
  're-point a name': repointName,
  'add a name': addName,
  'remove a name': removeName,
  'move rows': move('rows'),
  'move columns': move('columns'),
  'shuffle a list': shuffleList,
  'rank a row anew': rankAnew,
  'change a key': changeKey,
} satisfies Record<string, Plant>;

export type PlantKind = keyof typeof PLANT_KINDS;
