import { Interner } from '../workbook/Interner';
import { canonicalFormat } from './canonicalFormat';

/** By index of a snapshot's format: an id that formats which show the same have in common. */
export interface FormatIds {
  readonly official: Int32Array;
  readonly local: Int32Array;
}

/** One numbering for the number formats of two snapshots. */
export function formatIds(official: readonly string[], local: readonly string[]): FormatIds {
  const ids = new Interner();
  const read = (formats: readonly string[]): Int32Array => Int32Array.from(formats, (code) => ids.index(canonicalFormat(code)));
  return { official: read(official), local: read(local) };
}
