import type { Difference } from '../compare/Difference';
import type { DefinedName, Snapshot } from '../workbook/Snapshot';
import { nameKey } from './referenceMoves';

/**
 * The local name of one sheet that would keep that sheet's formulas from a name which official has for the whole workbook, and so has to
 * go when that one is taken; null when there is none.
 */
export function shadowingName(local: Snapshot, { kind, official, local: side }: Difference): DefinedName | null {
  if (kind !== 'name' || official === null || side === null || official.sheet !== '' || side.sheet === '') return null;
  if (official.address.toLowerCase() !== side.address.toLowerCase()) return null;
  const key = nameKey(side.address, side.sheet);
  return local.names.find(({ name, scope }) => nameKey(name, scope) === key) ?? null;
}

/** True when a formula of a cell or a name says a sheet's name before this one, as `Plan!Rate` does: it would be lost with the name. */
export function isNamedWithSheet({ formulas, names }: Snapshot, { name }: DefinedName): boolean {
  const word = new RegExp(`!${name.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')}(?![\\p{L}\\p{N}_.\\\\?!(])`, 'iu');
  return formulas.some((formula) => word.test(formula)) || names.some(({ formula }) => word.test(formula));
}
