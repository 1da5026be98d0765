import { CellValueType, type ICellData, type Nullable } from '@univerjs/core';
import { isCellError, isSameValue, type CellValue } from '../../core/workbook/CellValue';
import type { HostCell } from '../book/HostCell';
import { gridFormula, type FormulaPlace } from './gridFormula';

const ERRORS = new Set([
  '#NULL!',
  '#DIV/0!',
  '#VALUE!',
  '#REF!',
  '#NAME?',
  '#NUM!',
  '#N/A',
  '#GETTING_DATA',
  '#SPILL!',
  '#CALC!',
  '#CONNECT!',
]);

/** A cell's content for Univer, every part said, so that nothing of an older content stays. */
export function gridContent(cell: Pick<HostCell, 'formula' | 'value'>, place: FormulaPlace): ICellData {
  return { ...gridValue(cell.value), f: cell.formula === null ? null : gridFormula(cell.formula, place), si: null, p: null };
}

/** A value for Univer; its type keeps `'007` a text. */
export function gridValue(value: CellValue): Pick<ICellData, 'v' | 't'> {
  if (value === null) return { v: null, t: null };
  if (typeof value === 'number') return { v: value, t: CellValueType.NUMBER };
  if (typeof value === 'boolean') return { v: value ? 1 : 0, t: CellValueType.BOOLEAN };
  if (isCellError(value)) return { v: value.error, t: CellValueType.STRING };
  return { v: value, t: value.trim() !== '' && Number.isFinite(Number(value)) ? CellValueType.FORCE_STRING : CellValueType.STRING };
}

/** The value Univer holds in a cell. */
export function valueOfGridCell(cell: Nullable<ICellData>): CellValue {
  if (!cell) return null;
  const { v, t } = cell;
  const rich = cell.p?.body?.dataStream;
  if (rich !== undefined) return rich.replace(/\r\n$/, '').replace(/\r/g, '\n');
  if (v === null || v === undefined || v === '') return null;
  if (t === CellValueType.BOOLEAN || typeof v === 'boolean') return v === true || v === 1 || v === '1' || v === 'TRUE';
  if (typeof v === 'number') return v;
  if (t === CellValueType.NUMBER && Number.isFinite(Number(v))) return Number(v);
  if (t !== CellValueType.FORCE_STRING && ERRORS.has(v)) return { error: v };
  return v;
}

/** What Univer calculated for a cell; a result that is an empty text is no blank one. */
export function resultOfGridCell(cell: Nullable<ICellData>): CellValue {
  return cell?.v === '' ? '' : valueOfGridCell(cell);
}

/** True when two values are the same but for the last digits, which two ways of calculating never share. */
export function isNearly(a: CellValue, b: CellValue): boolean {
  if (typeof a !== 'number' || typeof b !== 'number') return isSameValue(a, b);
  return Math.abs(a - b) <= 1e-13 * Math.max(Math.abs(a), Math.abs(b));
}
