import type { ListRow } from './buildRows';

/** What a key does in the list: reach another row, or open or fold the present one; null when it does nothing. */
export type Move = { readonly reach: string } | { readonly toggle: ListRow } | null;

/** The move that a key makes from the row with id `current` (null: none yet); `open` says which details are open, `page` how many rows fit. */
export function moveInList(rows: readonly ListRow[], current: string | null, key: string, open: ReadonlySet<string>, page: number): Move {
  const at = current === null ? -1 : rows.findIndex(({ id }) => id === current);
  const row = rows[at];
  const reach = (index: number): Move => {
    const target = rows[Math.max(0, Math.min(rows.length - 1, index))];
    return target === undefined || target.id === current ? null : { reach: target.id };
  };
  switch (key) {
    case 'ArrowDown':
      return reach(at + 1);
    case 'ArrowUp':
      return reach(at - 1);
    case 'PageDown':
      return reach(at + page);
    case 'PageUp':
      return reach(at - page);
    case 'Home':
      return reach(0);
    case 'End':
      return reach(rows.length - 1);
    case 'ArrowRight':
      if (row === undefined) return null;
      if (row.row === 'difference') return open.has(row.id) ? null : { toggle: row };
      return row.open ? reach(at + 1) : { toggle: row };
    case 'ArrowLeft':
      if (row === undefined) return null;
      if (row.row === 'difference' ? open.has(row.id) : row.open) return { toggle: row };
      return parent(rows, at, reach);
    default:
      return null;
  }
}

function parent(rows: readonly ListRow[], at: number, reach: (index: number) => Move): Move {
  const { level } = rows[at]!;
  for (let above = at - 1; above >= 0; above--) if (rows[above]!.level < level) return reach(above);
  return null;
}
