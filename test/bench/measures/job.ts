import { readZip } from '../../../src/adapters/xlsx/zip/readZip';
import { unpack } from '../../../src/adapters/xlsx/zip/unpack';
import { readWorkbook } from '../../../src/adapters/xlsx/readWorkbook';
import { compareWorkbooks } from '../../../src/app/compareWorkbooks';
import { findingOf, type Finding, type Target } from '../Findings';
import { bytesOf, MILLION, misses, type LargePair } from '../LargePair';

const ROUNDS = 5;
const MB = 1024;

/** From the bytes of two workbooks to their differences, beside the least that any reader must do with those bytes. */
export async function measureJob(pair: LargePair): Promise<{ findings: readonly Finding[]; targets: readonly Target[] }> {
  const files = {
    official: { name: 'official.xlsx', bytes: bytesOf(pair.official) },
    local: { name: 'local.xlsx', bytes: bytesOf(pair.local) },
  };
  const floor: number[] = [];
  const reading: number[] = [];
  const comparing: number[] = [];
  const whole: number[] = [];
  let missed = 0;
  // Turn about, so that what else the machine does falls on all.
  for (let round = 0; round < ROUNDS; round++) {
    const begin = performance.now();
    await Promise.all([lookAtEveryByte(files.official.bytes), lookAtEveryByte(files.local.bytes)]);
    floor.push(performance.now() - begin);
    const started = performance.now();
    const result = await compareWorkbooks(files, { now: () => performance.now() }, readWorkbook, {
      progress: () => undefined,
      signal: { aborted: false },
    });
    whole.push(performance.now() - started);
    if (!result.ok) throw new Error(result.failure.message);
    const { comparison } = result.value;
    reading.push(comparison.timing.read!);
    comparing.push(whole.at(-1)! - comparison.timing.read!);
    missed += misses(comparison, MILLION);
  }
  const found = [
    findingOf('unpack both and look once at every byte', floor),
    findingOf('read both', reading),
    findingOf('compare', comparing),
    findingOf('all of it, bytes to differences', whole),
  ] as const;
  const [least, read, compared, all] = found;
  return {
    findings: found,
    targets: [
      { what: 'planted differences missed, or others found', measured: missed, most: 0 },
      { what: 'comparing, as a share of reading both', measured: compared.quickest / read.quickest, most: 0.35 },
      { what: 'all of it, in times of unpacking and looking', measured: all.quickest / least.quickest, most: 4 },
      { what: 'peak memory of the process, MB', measured: Math.round(process.resourceUsage().maxRSS / MB), most: 1_200 },
    ],
  };
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
