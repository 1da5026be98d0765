import { correspond } from '../core/settle/correspond';
import type { ListKey } from '../core/align/align';
import type { Correspondence } from '../core/align/Correspondence';
import { compare, type CompareOptions } from '../core/compare/compare';
import { cellOfName } from '../core/compare/compareNames';
import type { Comparison, Headline } from '../core/compare/Comparison';
import { unknownTolerances } from '../core/compare/Tolerances';
import { namesOfCell } from '../core/headlines/namesOfCell';
import { fail, succeed, type Result } from '../core/Result';
import type { Watch } from '../core/Watch';
import type { Snapshot } from '../core/workbook/Snapshot';
import { compareWithBase } from '../core/merge/compareWithBase';
import { BaseModel } from './BaseModel';
import { headlineDoubts } from './headlineDoubts';
import type { SnapshotReader } from './ports/SnapshotReader';
import { retiredMembers } from './retiredMembers';
import { missingKey, resolveKeys, unusedKeys } from './resolveKeys';
import { sheetInPlace, type SheetsOfOne } from './sheetInPlace';
import { sheetsInWords } from './sheetsInWords';
import { unknownHeadline } from './unknownHeadline';

/** A workbook file as it was chosen. */
export interface WorkbookFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** How to compare; with the version that both come from, who changed what since is told too. */
export interface ComparisonOptions extends CompareOptions {
  readonly base?: BaseModel;
  readonly agreed?: Agreed;
  /** Two sheets of local that are compared instead of two workbooks; official is then not read. */
  readonly sheets?: SheetsOfOne;
}

/** What of it the model's owner agreed: of what neither workbook has only a warning tells. */
interface Agreed {
  readonly headlines: readonly string[];
  /** What has a tolerance of its own. */
  readonly tolerances: readonly string[];
  readonly keys: readonly ListKey[];
  /** Members that the model no longer has. */
  readonly retired: readonly string[];
}

const NOTHING_AGREED: Agreed = { headlines: [], tolerances: [], keys: [], retired: [] };

/** Two workbooks that were compared, with all that later steps (sync, explain) need. */
export interface ComparedWorkbooks {
  readonly official: Snapshot;
  readonly local: Snapshot;
  readonly correspondence: Correspondence;
  readonly comparison: Comparison;
  /** The one sheet that was compared, where official is the same workbook but for that. */
  readonly onlySheet?: string;
}

/**
 * Compares two snapshots. The failures are `no-common-sheet`, `unknown-sheet` (in `sheetPairs`),
 * `unknown-headline` and `unknown-tolerance`; keys that cannot be used are among the warnings.
 */
export function compareSnapshots(official: Snapshot, local: Snapshot, wanted: ComparisonOptions = {}): Result<ComparedWorkbooks> {
  const keys = resolveKeys(official, local, wanted.keys ?? []);
  const options = { ...wanted, keys: keys.flatMap((key) => key.keys) };
  const noSheet = unknownSheet(official, local, options);
  if (noSheet !== null) return fail('unknown-sheet', `There is no sheet ${noSheet}. Nothing was compared; pair sheets that are there.`);
  const now = options.now ?? (() => 0);
  const started = now();
  const correspondence = options.correspondence ?? correspond(official, local, options);
  const aligned = now() - started;
  if (!correspondence.sheets.some((pair) => pair.official !== null && pair.local !== null)) {
    return fail(
      'no-common-sheet',
      `The workbooks have no sheet in common: official has ${sheetsInWords(official.sheets)}, yours has ${sheetsInWords(local.sheets)}. Nothing was changed; pair the sheets by hand or choose another file.`,
    );
  }
  const { base } = wanted;
  const compared = attributed(compare(official, local, { ...options, correspondence }), { official, local, base }, options);
  const { agreed = NOTHING_AGREED } = wanted;
  const missing = compared.headlines.filter(({ officialAddress, localAddress }) => officialAddress === null && localAddress === null);
  const untoldHeadline = missing.find(({ name }) => !agreed.headlines.includes(name));
  if (untoldHeadline !== undefined) {
    return fail('unknown-headline', unknownHeadline(official, local, correspondence, untoldHeadline.name));
  }
  if (missing.length > 0 && missing.length === compared.headlines.length)
    return withFound(official, local, { ...wanted, correspondence }, missing);
  const headlines = compared.headlines.filter((headline) => !missing.includes(headline));
  const names = headlines.flatMap(({ officialAddress }) =>
    officialAddress === null ? [] : namesOfCell(official, cellOfName(official, officialAddress)),
  );
  // Those that say what they are for are remembered, not asked for now: whoever remembers them tells of those that are gone.
  const asked = (options.tolerances ?? []).filter(({ kind }) => kind === undefined);
  const unknown = unknownTolerances({ tolerances: asked }, compared.sheets, headlines, names);
  const untold = unknown.find((name) => !agreed.tolerances.includes(name));
  if (untold !== undefined) {
    return fail(
      'unknown-tolerance',
      `There is neither a sheet nor a headline ${untold} to give a tolerance to. Nothing was compared; name a sheet, or a headline as it is listed or by its address.`,
    );
  }
  return succeed({
    official,
    local,
    correspondence,
    ...(wanted.onlySheet !== undefined && { onlySheet: wanted.onlySheet }),
    comparison: {
      ...compared,
      headlines,
      warnings: [
        ...compared.warnings,
        ...unusedKeys(keys, correspondence),
        ...(options.headlines === undefined ? [] : headlineDoubts(headlines)),
        ...missing.map(({ name }) => noLonger(`the headline ${name}`)),
        ...unknown.map((name) => noLonger(`a tolerance for ${name}`)),
        ...retiredMembers(official, local, agreed.retired),
      ],
      timing: { ...compared.timing, align: aligned },
    },
  });
}

/** The comparison with the headlines that are found, as none of those that were agreed is there any more. */
function withFound(
  official: Snapshot,
  local: Snapshot,
  { headlines: _, ...wanted }: ComparisonOptions,
  missing: readonly Headline[],
): Result<ComparedWorkbooks> {
  const found = compareSnapshots(official, local, wanted);
  if (!found.ok) return found;
  const { comparison } = found.value;
  const gone = missing.map(({ name }) => noLonger(`the headline ${name}`));
  return succeed({ ...found.value, comparison: { ...comparison, warnings: [...comparison.warnings, ...gone] } });
}

function noLonger(what: string): string {
  return `The catalog has ${what}, which neither workbook has. The comparison goes without it; the model's owner should take it off the catalog.`;
}

/** The comparison with who changed what since the base; as it is without one. */
function attributed(
  comparison: Comparison,
  { official, local, base }: { readonly official: Snapshot; readonly local: Snapshot; readonly base: BaseModel | undefined },
  options: CompareOptions,
): Comparison {
  if (base === undefined) return comparison;
  const since = { official: base.changesIn('official', official, options), local: base.changesIn('local', local, options) };
  return compareWithBase(comparison, { official, local }, since);
}

/**
 * Reads two files, and the base where it is a file, and compares them; failures are the reader's, with the file's name in front, `unknown-key` (a sheet or column
 * that is not there) and those of `compareSnapshots`.
 */
export async function compareWorkbooks(
  files: { readonly official: WorkbookFile; readonly local: WorkbookFile; readonly base?: WorkbookFile },
  options: ComparisonOptions,
  read: SnapshotReader,
  watch: Watch,
): Promise<Result<ComparedWorkbooks>> {
  const now = options.now ?? (() => 0);
  const started = now();
  const done = { official: 0, local: 0 };
  const readOne = (side: 'official' | 'local'): Promise<Result<Snapshot>> =>
    read(files[side].bytes, files[side].name, (share) => {
      done[side] = share;
      watch.progress('Reading both workbooks', (done.official + done.local) * 0.4);
    });
  const { base: baseFile } = files;
  const { sheets } = options;
  // Both at once: while one waits for its unpacking, which the platform does aside, the other is read.
  const [model, local, base] = await Promise.all([
    sheets === undefined ? readOne('official') : null,
    readOne('local'),
    baseFile === undefined ? null : read(baseFile.bytes, baseFile.name, () => undefined),
  ]);
  if (model?.ok === false) return model;
  if (!local.ok) return local;
  const official = model ?? sheetInPlace(local.value, sheets!);
  if (!official.ok) return official;
  if (base?.ok === false) return base;
  if (watch.signal.aborted) return fail('cancelled', 'The comparison was cancelled. Nothing was changed.');
  watch.progress('Comparing', 0.8);
  const reading = now() - started;
  const { keys = [], agreed = NOTHING_AGREED } = options;
  const missing = missingKey(
    official.value,
    local.value,
    keys.filter((key) => !agreed.keys.includes(key)),
  );
  if (missing !== null) return { ok: false, failure: missing };
  const compared = compareSnapshots(official.value, local.value, {
    ...options,
    ...(base !== null && { base: new BaseModel(base.value) }),
    ...(sheets !== undefined && { onlySheet: sheets.local }),
  });
  if (!compared.ok) return compared;
  const { comparison } = compared.value;
  watch.progress('Comparing', 1);
  return succeed({ ...compared.value, comparison: { ...comparison, timing: { read: reading, ...comparison.timing } } });
}

function unknownSheet(official: Snapshot, local: Snapshot, { sheetPairs = [] }: CompareOptions): string | null {
  const has = ({ sheets }: Snapshot, name: string): boolean => sheets.some((sheet) => sheet.name.toLowerCase() === name.toLowerCase());
  for (const pair of sheetPairs) {
    if (!has(official, pair.official)) return `${pair.official} in the official model`;
    if (!has(local, pair.local)) return `${pair.local} in your workbook`;
  }
  return null;
}
