import type { TracedSheet } from './TracedBook';

/** The header and the rows of data of the list on a sheet, which generated models begin with `Code`; null where there is none. */
export function listRows(sheet: TracedSheet): { readonly header: number; readonly first: number; readonly last: number } | null {
  for (let header = 1; header <= Math.min(12, sheet.rows.length); header++) {
    if (sheet.cell(header, 1)?.value !== 'Code') continue;
    let last = header;
    while (sheet.cell(last + 1, 1) !== undefined) last++;
    return last - header < 3 ? null : { header, first: header + 1, last };
  }
  return null;
}
