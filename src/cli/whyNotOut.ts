import { extname } from 'node:path';
import type { Terminal } from './Terminal';

/** A workbook that is edited in place, and where the result is to go. */
interface WantedOut {
  /** The workbook that is edited. */
  readonly edited: string;
  /** All files that are read. */
  readonly inputs: readonly string[];
  readonly out: string | undefined;
  /** Whether the result may be written over a file that is read; null where the command never does that. */
  readonly force: boolean | undefined | null;
}

/** Why the result of `doing` (`sync`) cannot be written where it is to go, as a sentence; null when it can. */
export async function whyNotOut({ edited, inputs, out, force }: WantedOut, doing: string, terminal: Terminal): Promise<string | null> {
  if (out === undefined) return 'Say where the result is to be written, with --out FILE; or see what would be done, with --dry-run.';
  if (extname(edited).toLowerCase() === '.xlsb') {
    return `${edited} is a binary workbook (.xlsb), which cannot be edited in place. Nothing was written. Save it in Excel as .xlsx or .xlsm, then ${doing} that.`;
  }
  const misnamed = whyMisnamed(edited, out);
  if (misnamed !== null) return misnamed;
  if (force === true) return null;
  for (const input of inputs) {
    if (await terminal.isSameFile(input, out)) {
      const way = force === null ? '.' : ', or say --force to write over it.';
      return `${out} is a file that is read here. Nothing was written. Choose another name${way}`;
    }
  }
  return null;
}

/** Why Excel would not open the result of editing a workbook under another name, as a sentence; null when it would. */
export function whyMisnamed(edited: string, out: string): string | null {
  const [mine, theirs] = [edited, out].map((path) => extname(path).toLowerCase());
  // Version control hands files over whose names have no end.
  if (mine === theirs || mine === '' || theirs === '') return null;
  return `Excel would not open ${out}: its name has to end in ${mine}, as that of ${edited}. Nothing was written.`;
}
