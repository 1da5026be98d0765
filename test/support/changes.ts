import { compare, type CompareOptions } from '../../src/core/compare/compare';
import type { Difference, DifferenceSide } from '../../src/core/compare/Difference';
import { isCellError, type CellValue } from '../../src/core/workbook/CellValue';
import type { Snapshot } from '../../src/core/workbook/Snapshot';

/** The differences of two workbooks, one readable line each: `Inputs!B2: 120→130`, `row Inputs +3:4`, `formula Summary!B1: =A1→=A2`. */
export function changes(official: Snapshot, local: Snapshot, options: CompareOptions = {}): string[] {
  return compare(official, local, options).differences.map(describeDifference);
}

/** One difference as a line. */
function describeDifference({ kind, role, official, local, cells, note }: Difference): string {
  const tail = [
    role === 'cause' ? '' : role === 'consequence' ? 'follows' : 'unexplained',
    cells > 1 ? `×${cells}` : '',
    note && role === 'cause' ? `(${note})` : '',
  ]
    .filter((word) => word !== '')
    .map((word) => ` ${word}`)
    .join('');
  const either = (official ?? local)!;
  const place = [either.sheet, either.address].filter((part) => part !== '').join('!');
  if ((kind === 'row' || kind === 'column') && official !== null && local !== null) {
    return `${kind} ${either.sheet} ${official.address}→${local.address}`;
  }
  if (kind === 'row' || kind === 'column') return `${kind} ${either.sheet} ${official === null ? '+' : '-'}${either.address}`;
  if (kind === 'sheet' && (official === null || local === null)) return `sheet ${official === null ? '+' : '-'}${either.sheet}`;
  const moved = official !== null && local !== null && official.address !== local.address ? ` (${local.address})` : '';
  const word = kind === 'value' ? '' : `${kind} `;
  return `${word}${place}${moved}: ${show(official, kind)}→${show(local, kind)}${tail}`;
}

function show(side: DifferenceSide | null, kind: Difference['kind']): string {
  if (side === null) return '';
  if (kind === 'format') return side.format ?? '';
  if (kind === 'sheet' || kind === 'hidden') return side.sheet;
  return kind !== 'value' && side.formula !== null ? side.formula : text(side.value);
}

function text(value: CellValue): string {
  if (value === null) return '∅';
  return isCellError(value) ? value.error : String(value);
}
