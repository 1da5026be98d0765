import type { HostReading } from '../app/ports/WorkbookHost';
import { sheetInPlace, type SheetsOfOne } from '../app/sheetInPlace';
import type { Answer } from '../core/ledger/Answer';
import { fail, succeed, type Result } from '../core/Result';
import type { Watch } from '../core/Watch';
import type { Snapshot } from '../core/workbook/Snapshot';
import { snapshotFromRanges } from '../core/workbook/snapshotFromRanges';
import type { Request } from './messages';
import { readingProgress } from './readingProgress';
import type { Tools } from './Tools';

/** The official model; without its file where it is what a proposal proposes, or a sheet of local. */
interface OfficialModel {
  readonly key: string;
  readonly snapshot: Snapshot;
  readonly bytes: Uint8Array | null;
  readonly isProposed: boolean;
  readonly sheets: SheetsOfOne | null;
  readonly answers: readonly Answer[];
}

/** What a comparison begins with and keeps for the next one. */
export interface HeldModels {
  readonly official: OfficialModel | null;
  readonly base: { readonly key: string; readonly snapshot: Snapshot } | null;
}

/** What was read, as far as it could be: official and base are worth keeping where local could not. */
export interface ReadModels extends HeldModels {
  readonly local: Result<Snapshot>;
}

type CompareMessage = Extract<Request, { ask: 'compare' }>;
type ReadTools = Pick<Tools, 'readFile' | 'readAnswers' | 'packer'>;

/** What is still of use of what is held when this is asked; the failures are `official-forgotten` and `base-forgotten`. */
export function keepHeld({ official, base }: CompareMessage, held: HeldModels): Result<HeldModels> {
  const isNew = official.file !== null || official.packed !== undefined || official.sheets !== undefined;
  if (!isNew && held.official?.key !== official.key)
    return fail('official-forgotten', 'The official model is no longer in memory. Your workbook was not touched. Compare again.');
  const isOther = base === null || base.file !== null || base.packed !== undefined;
  if (!isOther && held.base?.key !== base.key)
    return fail('base-forgotten', 'The version yours came from is no longer in memory. Your workbook was not touched. Compare again.');
  return succeed({ official: isNew ? null : held.official, base: isOther ? null : held.base });
}

/** The models of a comparison: those that are held, and all others as they are read. Failures are those of reading. */
export async function readModels(request: CompareMessage, held: HeldModels, tools: ReadTools, watch: Watch): Promise<Result<ReadModels>> {
  const { key, file, packed: proposed, sheets } = request.official;
  const progress = readingProgress(file === null ? ['local'] : ['official', 'local'], watch);
  const { file: baseFile = null, packed } = request.base ?? {};
  const unpack = (text: string | undefined) => (text === undefined ? null : tools.packer.unpackSnapshot(text));
  // All at once: while one waits for its unpacking, which the platform does aside, another is read.
  const [read, local, came] = await Promise.all([
    file === null ? unpack(proposed) : tools.readFile(file.bytes, file.name, progress.official),
    readLocal(request.local, tools, progress.local),
    baseFile === null ? unpack(packed) : tools.readFile(baseFile.bytes, baseFile.name, () => undefined),
  ]);
  if (read?.ok === false) return fail(read.failure.code, `Official model: ${read.failure.message}`);
  let { official, base } = held;
  if (read !== null) {
    const answers = file === null ? succeed([]) : await tools.readAnswers(file.bytes);
    const bytes = file?.bytes ?? null;
    official = { key, snapshot: read.value, bytes, isProposed: bytes === null, sheets: null, answers: answers.ok ? answers.value : [] };
  }
  if (!local.ok) return succeed({ official, base, local: fail(local.failure.code, `Your workbook: ${local.failure.message}`) });
  if (sheets !== undefined) {
    const placed = sheetInPlace(local.value, sheets);
    if (!placed.ok) return placed;
    official = { key, snapshot: placed.value, bytes: null, isProposed: false, sheets, answers: [] };
  }
  if (came?.ok === false) {
    const failed = fail(
      packed === undefined ? came.failure.code : 'base-unreadable',
      `The version yours came from: ${came.failure.message}`,
    );
    return succeed({ official, base, local: failed });
  }
  if (came) base = { key: request.base!.key, snapshot: came.value };
  return succeed({ official, base, local });
}

function readLocal(reading: HostReading, { readFile }: ReadTools, progress: (done: number) => void): Promise<Result<Snapshot>> {
  if (reading.kind === 'file') return readFile(reading.bytes, reading.name, progress);
  return Promise.resolve(succeed(snapshotFromRanges(reading)));
}
