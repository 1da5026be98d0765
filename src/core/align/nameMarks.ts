import { findReferences } from '../formula/findReferences';
import { namesSheet } from '../formula/rewriteReferences';
import type { DefinedName, Snapshot } from '../workbook/Snapshot';
import { mix } from './mix';
import type { SheetMarks } from './SheetContent';

/**
 * Where the defined names that both snapshots have begin, sheet by sheet of each: names tell blocks of rows apart that
 * look the same.
 */
export function nameMarks(
  official: Snapshot,
  local: Snapshot,
): { readonly official: readonly SheetMarks[]; readonly local: readonly SheetMarks[] } {
  const ours = new Map(official.names.map((name) => [keyOf(name), name]));
  const theirs = new Map(local.names.map((name) => [keyOf(name), name]));
  const common = [...ours.keys()].filter((key) => theirs.has(key) && !key.includes('_xl'));
  return {
    official: mark(official, common, ours),
    local: mark(local, common, theirs),
  };
}

function keyOf({ name, scope }: DefinedName): string {
  return `${scope ?? ''}!${name}`.toLowerCase();
}

function mark({ sheets }: Snapshot, keys: readonly string[], names: ReadonlyMap<string, DefinedName>): readonly SheetMarks[] {
  const marks = sheets.map(() => ({ rows: new Map<number, number[]>(), columns: new Map<number, number[]>() }));
  keys.forEach((key, index) => {
    const { formula } = names.get(key)!;
    const [reference, another] = findReferences(formula);
    if (reference === undefined || another !== undefined || reference.prefix === null || reference.kind !== 'cells') return;
    const prefix = formula.slice(reference.prefix.start, reference.prefix.end);
    const at = sheets.findIndex(({ name }) => namesSheet(prefix, name));
    if (at < 0) return;
    add(marks[at]!.rows, reference.first.row, mix(20, index));
    add(marks[at]!.columns, reference.first.column, mix(21, index));
  });
  return marks;
}

function add(marks: Map<number, number[]>, line: number, token: number): void {
  const tokens = marks.get(line);
  if (tokens === undefined) marks.set(line, [token]);
  else tokens.push(token);
}
