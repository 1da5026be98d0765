import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readWorkbook } from '../../src/adapters/xlsx/readWorkbook';
import { readZip } from '../../src/adapters/xlsx/zip/readZip';
import { unpack } from '../../src/adapters/xlsx/zip/unpack';
import { largeWorkbook } from './largeWorkbook';

const ROUNDS = 7;

/** Prints how long reading a million cells takes, as a ratio to unpacking the file and looking once at every byte. */
export function benchReading(): void {
  const folder = mkdtempSync(join(tmpdir(), 'tieout-bench-'));
  try {
    const file = join(folder, 'large.xlsx');
    writeFileSync(file, largeWorkbook());
    const floor = measure('floor', file);
    const reading = measure('reading', file);
    const ratio = (reading.milliseconds / floor.milliseconds).toFixed(2);
    console.log(`unpack and look at every byte: ${floor.milliseconds} ms, peak ${floor.peak} MB`);
    console.log(`read ${reading.cells.toLocaleString('en')} cells: ${reading.milliseconds} ms, ${ratio} × that, peak ${reading.peak} MB`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

interface Measured {
  /** Of the quickest round, which other work on the machine disturbed least. */
  readonly milliseconds: number;
  /** Of the whole process, in MB. */
  readonly peak: number;
  readonly cells: number;
}

/** In a process of its own, so that the peak is its own too. */
function measure(what: 'floor' | 'reading', file: string): Measured {
  const { stdout, stderr, status } = spawnSync(process.execPath, ['--import', 'tsx', fileURLToPath(import.meta.url), what, file], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as Measured;
}

async function run(what: string, bytes: Uint8Array): Promise<Measured> {
  const times: number[] = [];
  let cells = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const begin = performance.now();
    if (what === 'floor') await lookAtEveryByte(bytes);
    else cells = await countCells(bytes);
    times.push(performance.now() - begin);
  }
  return { milliseconds: Math.round(Math.min(...times)), peak: Math.round(process.resourceUsage().maxRSS / 1024), cells };
}

async function lookAtEveryByte(bytes: Uint8Array): Promise<number> {
  let tags = 0;
  for (const entry of readZip(bytes)) {
    await unpack(entry, (piece) => {
      for (let at = 0; at < piece.length; at++) if (piece[at] === 60) tags++;
    });
  }
  return tags;
}

async function countCells(bytes: Uint8Array): Promise<number> {
  const result = await readWorkbook(bytes, 'large.xlsx', () => undefined);
  if (!result.ok) throw new Error(result.failure.message);
  return result.value.sheets.reduce((sum, sheet) => sum + sheet.cells.count, 0);
}

const [what, file] = process.argv.slice(2);
if (process.argv[1] === fileURLToPath(import.meta.url) && what !== undefined && file !== undefined) {
  console.log(JSON.stringify(await run(what, readFileSync(file))));
}
