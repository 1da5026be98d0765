import type { DefinedName, Snapshot, Span } from '../workbook/Snapshot';
import { moveReferences } from './moveReferences';
import { nameKey } from './referenceMoves';
import type { SheetLayout } from './SheetLayout';

/** A line, or part of one, that is to be deleted. */
export interface Deletion {
  readonly difference: string;
  readonly layout: SheetLayout;
  readonly axis: 'row' | 'column';
  /** As the line stands once official's have been added. */
  readonly line: number;
  /** The lines of the other axis to which it is limited, likewise; null for a line across the whole sheet. */
  readonly across: Span | null;
}

/** A defined name that is to be deleted. */
export interface NameDeletion {
  readonly difference: string;
  readonly name: DefinedName;
}

/** What will be gone, and what that does to a formula. */
export interface Gone {
  readonly names: ReadonlyMap<string, string>;
  /** The deletion that takes a cell. */
  readonly owner: (sheet: string, row: number, column: number) => string | undefined;
  /** `lost`: deletions that take all of a reference; `shrunk`: those that take an end of a range, which `formula` no longer has. */
  readonly shrink: (
    formula: string,
    home: string | null,
  ) => { readonly formula: string; readonly lost: ReadonlySet<string>; readonly shrunk: ReadonlySet<string> };
}

/** Returns what these deletions take and what that does to formulas. */
export function indexDeletions(local: Snapshot, lines: readonly Deletion[], names: readonly NameDeletion[]): Gone {
  const owners = { row: new Map<string, Map<number, string>>(), column: new Map<string, Map<number, string>>() };
  const parts = new Map<string, GonePart[]>();
  for (const { layout, axis, line, across, difference } of lines) {
    const key = layout.name.toLowerCase();
    if (across === null) {
      const sheet = owners[axis].get(key) ?? new Map<number, string>();
      owners[axis].set(key, sheet.set(line, difference));
      continue;
    }
    const sheet = parts.get(key) ?? [];
    parts.set(key, sheet);
    const part = sheet.find((each) => each.axis === axis && each.across.first === across.first && each.across.last === across.last);
    if (part) part.lines.set(line, difference);
    else sheet.push({ axis, across, lines: new Map([[line, difference]]) });
  }
  const goneNames = new Map(names.map(({ difference, name }) => [nameKey(name.name, name.scope), difference]));
  const localNames = new Set(local.names.map(({ name, scope }) => nameKey(name, scope)));

  const shrink: Gone['shrink'] = (formula, home) => {
    const lost = new Set<string>();
    const shrunk = new Set<string>();
    const along = (gone: ReadonlyMap<number, string> | undefined) => (first: number, last: number) => {
      if (!gone) return { first, last };
      let start = first;
      let stop = last;
      while (start <= last && gone.has(start)) start++;
      while (stop >= first && gone.has(stop)) stop--;
      const touched = start > stop ? lost : shrunk;
      for (const line of [first, last]) if (gone.has(line)) touched.add(gone.get(line)!);
      return start > stop ? { first, last } : { first: start, last: stop };
    };
    const moved = moveReferences(formula, home, {
      sheet: (name) => {
        const key = name.toLowerCase();
        const whole = { rows: along(owners.row.get(key)), columns: along(owners.column.get(key)) };
        const part = (axis: 'row' | 'column', across: Span | null): GonePart | undefined =>
          parts.get(key)?.find((each) => each.axis === axis && across !== null && isWithin(across, each.across));
        return {
          name,
          ...whole,
          within: (rows, columns) => {
            const [ofRows, ofColumns] = [part('row', columns), part('column', rows)];
            return {
              rows: ofRows ? along(joined(owners.row.get(key), ofRows.lines)) : whole.rows,
              columns: ofColumns ? along(joined(owners.column.get(key), ofColumns.lines)) : whole.columns,
            };
          },
        };
      },
      name: (name, scope) => {
        const key = [scope, home, null].map((candidate) => nameKey(name, candidate)).find((candidate) => localNames.has(candidate));
        const owner = key === undefined ? undefined : goneNames.get(key);
        if (owner !== undefined) lost.add(owner);
        return null;
      },
      table: () => null,
      outside: 'keep',
    });
    return { formula: moved.formula ?? formula, lost, shrunk };
  };
  return {
    names: goneNames,
    owner: (sheet, row, column) => {
      const key = sheet.toLowerCase();
      const part = parts.get(key)?.flatMap(({ axis, across, lines: gone }) => {
        const [line, other] = axis === 'row' ? [row, column] : [column, row];
        return other >= across.first && other <= across.last ? (gone.get(line) ?? []) : [];
      });
      return owners.row.get(key)?.get(row) ?? owners.column.get(key)?.get(column) ?? part?.[0];
    },
    shrink,
  };
}

/** Deleted lines limited to a span of the other axis, each with the deletion that takes it. */
interface GonePart {
  readonly axis: 'row' | 'column';
  readonly across: Span;
  readonly lines: Map<number, string>;
}

function isWithin(span: Span, within: Span): boolean {
  return span.first >= within.first && span.last <= within.last;
}

function joined(one: ReadonlyMap<number, string> | undefined, other: ReadonlyMap<number, string>): ReadonlyMap<number, string> {
  return one ? new Map([...one, ...other]) : other;
}
