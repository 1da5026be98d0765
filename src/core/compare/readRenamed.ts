import type { CommonGrid, Readings } from '../align/CommonGrid';
import type { DefinedName } from '../workbook/Snapshot';
import { isRenamed } from './compareTables';
import { sameMeaning, type NamePair } from './pairNames';
import type { PairedTables } from './pairTables';

/**
 * How formulas are to be read so that one which Excel rewrote after a renaming is no difference: what was renamed goes by
 * official's name, and a name of the whole workbook that one side lacks by another that stands for the same.
 */
export function readRenamed(grid: CommonGrid, names: readonly NamePair[], { pairs: tables }: PairedTables): Readings {
  const known = { official: new Map<string, string>(), local: new Map<string, string>() };
  const set = (side: 'official' | 'local', name: string, as: string): void => {
    if (name.toUpperCase() !== as.toUpperCase()) known[side].set(name.toUpperCase(), as.toUpperCase());
  };
  const ofSheets = new Set(
    [...grid.official.names, ...grid.local.names].filter(({ scope }) => scope !== null).map(({ name }) => name.toUpperCase()),
  );
  const isOfWorkbook = (name: DefinedName | null): name is DefinedName =>
    name !== null && name.scope === null && !ofSheets.has(name.name.toUpperCase());
  const kept = names.filter(({ official, local }) => isOfWorkbook(official) && local?.name.toUpperCase() === official.name.toUpperCase());
  for (const { official, local } of names) {
    if (isOfWorkbook(official) && isOfWorkbook(local)) set('local', local.name, official.name);
    else if (isOfWorkbook(local)) {
      const twin = kept.find((pair) => sameMeaning(grid, pair.official!, local));
      if (twin !== undefined) set('local', local.name, twin.official!.name);
    } else if (isOfWorkbook(official)) {
      const twin = kept.find((pair) => sameMeaning(grid, official, pair.local!));
      if (twin !== undefined) set('official', official.name, twin.official!.name);
    }
  }
  const columns = new Map<string, string>();
  for (const { official, local, columns: pairs } of tables) {
    set('local', local.name, official.name);
    for (const pair of pairs) {
      if (!isRenamed(pair)) continue;
      const [name, as] = [pair.local!.name.toUpperCase(), pair.official!.name.toUpperCase()];
      columns.set(`${local.name.toUpperCase()}[${name}`, as);
      columns.set(`[${name}`, as);
    }
  }
  return {
    official: { name: (name) => known.official.get(name) ?? name, column: (_, column) => column },
    local: {
      name: (name) => known.local.get(name) ?? name,
      column: (table, column) => columns.get(`${table}[${column}`) ?? column,
    },
  };
}
