import { readWorkbook } from '../../src/adapters/xlsx/readWorkbook';
import { compare } from '../../src/core/compare/compare';
import type { CellColumns, Snapshot } from '../../src/core/workbook/Snapshot';
import { largeWorkbook } from './largeWorkbook';

const ROUNDS = 7;
const INSERTED_ROWS = 20;
const EDITS = 1_000;

/** Prints how long comparing two workbooks of a million cells takes, as a ratio to reading both. */
export async function benchComparing(): Promise<void> {
  const bytes = largeWorkbook();
  const reading: number[] = [];
  const comparing: number[] = [];
  let summary = '';
  // Turn about, so that what else the machine does falls on both.
  for (let round = 0; round < ROUNDS; round++) {
    const begin = performance.now();
    const official = await readWorkbook(bytes, 'Large.xlsx', () => undefined);
    if (!official.ok) throw new Error(official.failure.message);
    const read = performance.now();
    reading.push(read - begin);
    const local = edit(official.value);
    const edited = performance.now();
    const comparison = compare(official.value, local, { now: () => performance.now() });
    comparing.push(performance.now() - edited);
    const { value, row } = comparison.counts.kinds;
    const steps = Object.entries(comparison.timing).map(([step, milliseconds]) => `${step} ${Math.round(milliseconds)}`);
    summary = `${value} values and ${row} inserted rows found, ${comparison.differences.length} differences in all (${steps.join(', ')} ms)`;
  }
  const both = 2 * best(reading);
  console.log(`read two workbooks of a million cells: ${Math.round(both)} ms`);
  console.log(`compare them: ${Math.round(best(comparing))} ms, ${(best(comparing) / both).toFixed(2)} × that; ${summary}`);
}

/** The workbook with rows inserted evenly and numbers changed evenly. */
function edit(official: Snapshot): Snapshot {
  const [sheet] = official.sheets;
  const { cells } = sheet!;
  const rows = cells.row[cells.count - 1]!;
  const every = Math.floor(rows / (INSERTED_ROWS + 1));
  const moved = {
    ...cells,
    row: cells.row.map((row) => row + Math.min(INSERTED_ROWS, Math.floor((row - 1) / every))),
    payload: cells.payload.slice(),
  };
  const numbers = [...cells.kind.keys()].filter((p) => cells.kind[p] === 1 && cells.formula[p]! < 0);
  const step = Math.floor(numbers.length / EDITS);
  for (let k = 0; k < EDITS; k++) moved.payload[numbers[k * step]!]! += 0.5;
  return {
    ...official,
    name: 'Edited.xlsx',
    strings: [...official.strings],
    formulas: [...official.formulas],
    sheets: [{ ...sheet!, cells: moved satisfies CellColumns }],
  };
}

/** The fastest round is the one that was disturbed least. */
function best(times: readonly number[]): number {
  return Math.min(...times);
}
