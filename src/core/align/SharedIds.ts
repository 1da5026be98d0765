import type { Snapshot } from '../workbook/Snapshot';
import { callSheets } from './callSheets';

/**
 * One numbering for what two snapshots intern separately: `strings[k]` and `formulas[k]` give the shared id of the
 * local snapshot's k-th text and formula; the official ones keep their own. Equal content has equal ids.
 */
export interface SharedIds {
  readonly strings: Int32Array;
  readonly formulas: Int32Array;
  /** By shared formula id: formulas that differ only in where their references point have one id. */
  readonly officialShapes: Int32Array;
  readonly localShapes: Int32Array;
}

/** The shared ids of two snapshots; `renamed` gives official's names for local's sheets, in lower case, where they are others. */
export function shareIds(official: Snapshot, local: Snapshot, renamed: ReadonlyMap<string, string> = new Map()): SharedIds {
  const shapes = new Map<string, number>();
  const read = ({ formulas }: Snapshot, names: ReadonlyMap<string, string>): readonly string[] =>
    renamed.size === 0 ? formulas : formulas.map((formula) => callSheets(formula, (name) => names.get(name) ?? name));
  const [ours, theirs] = [read(official, new Map()), read(local, renamed)];
  return {
    strings: share(official.strings, local.strings),
    formulas: share(ours, theirs),
    officialShapes: shapeIds(ours, shapes),
    localShapes: shapeIds(theirs, shapes),
  };
}

/** The ids of the second list's entries in a numbering where the first list's entries keep their indexes. */
export function share(first: readonly string[], second: readonly string[]): Int32Array {
  const ids = new Int32Array(second.length);
  let known: Map<string, number> | null = null;
  let next = first.length;
  for (let i = 0; i < second.length; i++) {
    const text = second[i]!;
    // Two versions of a workbook mostly intern in the same order: no map is needed as long as they do.
    if (known === null && text === first[i]) {
      ids[i] = i;
      continue;
    }
    known ??= indexAll(first);
    let id = known.get(text);
    if (id === undefined) known.set(text, (id = next++));
    ids[i] = id;
  }
  return ids;
}

function indexAll(texts: readonly string[]): Map<string, number> {
  const index = new Map<string, number>();
  for (let i = texts.length - 1; i >= 0; i--) index.set(texts[i]!, i);
  return index;
}

const REFERENCE = /R(?:\[-?\d+\]|\d*)C(?:\[-?\d+\]|\d*)(?::R(?:\[-?\d+\]|\d*)C(?:\[-?\d+\]|\d*))?/g;

/** The ids of formulas that are the same wherever their references point; `shapes` keeps those given before. */
export function shapeIds(formulas: readonly string[], shapes: Map<string, number>): Int32Array {
  const ids = new Int32Array(formulas.length);
  for (let i = 0; i < formulas.length; i++) {
    const shape = formulas[i]!.replace(REFERENCE, '@');
    let id = shapes.get(shape);
    if (id === undefined) shapes.set(shape, (id = shapes.size));
    ids[i] = id;
  }
  return ids;
}
