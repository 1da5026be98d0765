import { partialLines } from '../../app/partialLines';
import type { DifferenceKind } from '../../core/compare/Difference';

/** `5:7` as `rows 5–7`, `K:K` as `column K`, and of columns that differ in some rows `J285:K552` as `columns J–K in rows 285–552`; any other address as it is. */
export function linesInWords(address: string, kind?: DifferenceKind): string {
  const part = kind && partialLines(kind, address);
  if (part) return `${runOf(part.axis, ...part.lines)} in ${runOf(part.axis === 'row' ? 'column' : 'row', ...part.across)}`;
  const match = /^(?:(\d+):(\d+)|([A-Z]{1,3}):([A-Z]{1,3}))$/.exec(address);
  if (match === null) return address;
  return match[1] === undefined ? runOf('column', match[3]!, match[4]!) : runOf('row', match[1], match[2]!);
}

function runOf(axis: 'row' | 'column', first: string, last: string): string {
  return first === last ? `${axis} ${first}` : `${axis}s ${first}–${last}`;
}
