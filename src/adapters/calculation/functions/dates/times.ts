import { ERRORS } from '../../values/errors';
import { dateOf } from '../../values/calendar';
import { parseDateTime } from '../../values/parseDateTime';
import { cellFunction, scalarFunction, text, whole } from '../define';
import type { FunctionDefinition } from '../FunctionDefinition';
import { moment } from './serials';

const SECONDS = 86_400;
const LARGEST = 32_767;

/** Times of day: TIME, TIMEVALUE, HOUR, MINUTE and SECOND. */
export const times: readonly FunctionDefinition[] = [
  scalarFunction('TIME', [whole, whole, whole], (hours, minutes, seconds) => {
    if (Math.max(hours, minutes, seconds) > LARGEST) return ERRORS.number;
    const total = hours * 3600 + minutes * 60 + seconds;
    return total < 0 ? ERRORS.number : (total % SECONDS) / SECONDS;
  }),
  cellFunction('TIMEVALUE', [text], (cell, value) => {
    const parsed = parseDateTime(value, cell.arrangement.dateSystem);
    return parsed === null ? ERRORS.value : (parsed.time ?? 0) % 1;
  }),
  part('HOUR', (seconds) => Math.floor(seconds / 3600)),
  part('MINUTE', (seconds) => Math.floor(seconds / 60) % 60),
  part('SECOND', (seconds) => seconds % 60),
];

/** A part of the time of day, which is seen at whole seconds. */
function part(name: string, of: (seconds: number) => number): FunctionDefinition {
  return cellFunction(name, [moment], (cell, value) => {
    if (value < 0 || dateOf(value, cell.arrangement.dateSystem) === null) return ERRORS.number;
    return of(Math.round((value - Math.floor(value)) * SECONDS) % SECONDS);
  });
}
