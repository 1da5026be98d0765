import type { CommonGrid, Readings } from '../align/CommonGrid';
import type { DefinedName } from '../workbook/Snapshot';
import { sameMeaning, type NamePair } from './pairNames';

/**
 * How formulas are to read names of the whole workbook, so that a formula which Excel rewrote after a renaming is no
 * difference: a name that one side lacks is read as a name of the other side that stands for the same.
 */
export function renamedNames(grid: CommonGrid, pairs: readonly NamePair[]): Readings {
  const known = new Map<string, string>();
  const sheetNames = new Set(
    [...grid.official.names, ...grid.local.names].filter(({ scope }) => scope !== null).map(({ name }) => name.toUpperCase()),
  );
  const isOfWorkbook = (name: DefinedName | null): name is DefinedName =>
    name !== null && name.scope === null && !sheetNames.has(name.name.toUpperCase());
  const kept = pairs.filter(
    ({ official, local }) => official !== null && local !== null && official.name.toUpperCase() === local.name.toUpperCase(),
  );
  for (const { official, local } of pairs) {
    if (isOfWorkbook(official) && isOfWorkbook(local)) {
      if (official.name.toUpperCase() !== local.name.toUpperCase())
        known.set(`local ${local.name.toUpperCase()}`, official.name.toUpperCase());
    } else if (isOfWorkbook(local)) {
      const twin = kept.find((pair) => isOfWorkbook(pair.official) && sameMeaning(grid, pair.official, local));
      if (twin !== undefined) known.set(`local ${local.name.toUpperCase()}`, twin.official!.name.toUpperCase());
    } else if (isOfWorkbook(official)) {
      const twin = kept.find((pair) => isOfWorkbook(pair.local) && sameMeaning(grid, official, pair.local));
      if (twin !== undefined) known.set(`official ${official.name.toUpperCase()}`, twin.official!.name.toUpperCase());
    }
  }
  return {
    official: (name) => known.get(`official ${name}`) ?? name,
    local: (name) => known.get(`local ${name}`) ?? name,
  };
}
