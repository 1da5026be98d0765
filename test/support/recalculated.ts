import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { isCellError, type CellValue } from '../../src/core/workbook/CellValue';
import { valueAt } from '../../src/core/workbook/cellAt';
import { stringifyAddress } from '../../src/core/workbook/Address';
import type { Snapshot } from '../../src/core/workbook/Snapshot';
import { snapshotOf } from './snapshotOf';
import { resaveWithLibreOffice } from './soffice';

/** The workbook as LibreOffice opens it and calculates every formula of it. */
export async function recalculated(bytes: Uint8Array): Promise<Snapshot> {
  const folder = mkdtempSync(path.join(tmpdir(), 'tieout-recalculated-'));
  try {
    const file = path.join(folder, 'Book.xlsx');
    writeFileSync(file, bytes);
    resaveWithLibreOffice([file], path.join(folder, 'out'));
    return await snapshotOf(readFileSync(path.join(folder, 'out', 'Book.xlsx')));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The values of all cells by sheet and address; blank ones are left out, and so are empty texts, which LibreOffice does not write. */
export function valuesOf(snapshot: Snapshot): ReadonlyMap<string, CellValue> {
  const values = new Map<string, CellValue>();
  for (const { name, cells } of snapshot.sheets) {
    for (let at = 0; at < cells.count; at++) {
      const value = valueAt(snapshot, cells, at);
      if (value !== null && value !== '')
        values.set(`${name}!${stringifyAddress({ row: cells.row[at]!, column: cells.column[at]! })}`, value);
    }
  }
  return values;
}

/** The cells whose values differ by more than calculating twice explains, in words. */
export function unequalValues(expected: ReadonlyMap<string, CellValue>, actual: ReadonlyMap<string, CellValue>): readonly string[] {
  return [...new Set([...expected.keys(), ...actual.keys()])]
    .filter((place) => !isAlike(expected.get(place) ?? null, actual.get(place) ?? null))
    .map((place) => `${place}: ${JSON.stringify(expected.get(place))} became ${JSON.stringify(actual.get(place))}`);
}

function isAlike(a: CellValue, b: CellValue): boolean {
  if (typeof a === 'number' && typeof b === 'number') return Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));
  if (isCellError(a) && isCellError(b)) return a.error === b.error;
  return a === b;
}
