import { compareWorkbooks, type ComparedWorkbooks, type ComparisonOptions, type WorkbookFile } from '../app/compareWorkbooks';
import { succeed, type Result } from '../core/Result';
import { agreed } from './publishedWords';
import { readInput } from './readInput';
import { readOfficial, type OfficialInput } from './readOfficial';
import { rememberedBase } from './rememberedBase';
import type { Terminal } from './Terminal';

/** Two files, how they were compared, and the comparison. */
export interface ComparedFiles {
  readonly official: OfficialInput;
  readonly local: WorkbookFile;
  readonly options: ComparisonOptions;
  readonly compared: ComparedWorkbooks;
}

/** Compares two files, official being one or a model of a catalog, three ways where local remembers a base and `base` is not false. */
export async function compareRemembered(
  officialPath: string,
  localPath: string,
  { base, headline }: { readonly base?: false; readonly headline?: readonly string[] },
  terminal: Terminal,
): Promise<Result<ComparedFiles>> {
  const official = await readOfficial(officialPath, terminal);
  if (!official.ok) return official;
  const local = await readInput(localPath, terminal);
  if (!local.ok) return local;
  const remembered = base === false ? null : await rememberedBase(local.value.bytes, terminal);
  if (remembered?.ok === false) return remembered;
  const options: ComparisonOptions = {
    now: terminal.now,
    computedReads: terminal.computedReads,
    ...agreed(official.value),
    ...(remembered?.value.model && { base: remembered.value.model }),
    ...(headline !== undefined && { headlines: headline }),
  };
  const files = { official: official.value, local: local.value };
  const watch = { progress: () => undefined, signal: { aborted: false } };
  const compared = await compareWorkbooks(files, options, terminal.readWorkbook, watch);
  return compared.ok ? succeed({ ...files, options, compared: compared.value }) : compared;
}
