import { cellsOfLine, positionAt, type LineIndex } from '../align/LineIndex';
import { mix } from '../align/mix';
import type { SheetContent } from '../align/SheetContent';

/** By line, 1 where another of the sheet holds the same in the same places; 0 for blank lines. */
export function repeatedLines(lines: LineIndex, { exact }: SheetContent): Uint8Array {
  const hashes = Array.from({ length: lines.count + 1 }, (_, line) => {
    let hash = 0;
    if (line === 0) return hash;
    for (let x = lines.start[line]!; x < lines.start[line + 1]!; x++) {
      const p = positionAt(lines, x);
      hash = mix(hash, mix(lines.cross[p]!, exact[p]!));
    }
    return hash;
  });
  const count = new Map<number, number>();
  hashes.forEach((hash, line) => {
    if (line > 0 && cellsOfLine(lines, line) > 0) count.set(hash, (count.get(hash) ?? 0) + 1);
  });
  return Uint8Array.from(hashes, (hash, line) => (line > 0 && cellsOfLine(lines, line) > 0 && count.get(hash)! > 1 ? 1 : 0));
}
