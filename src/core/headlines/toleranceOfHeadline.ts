import { cellOfName } from '../compare/compareNames';
import type { Headline } from '../compare/Comparison';
import type { Tolerances } from '../compare/Tolerances';
import type { Snapshot } from '../workbook/Snapshot';
import { namesOfCell } from './namesOfCell';

/** How far a headline may differ and agree: by its name, its addresses or its defined names, else as its sheet has it. */
export function toleranceOfHeadline(
  { name, officialAddress, localAddress }: Pick<Headline, 'name' | 'officialAddress' | 'localAddress'>,
  { official, local }: { readonly official: Snapshot; readonly local: Snapshot },
  tolerances: Tolerances,
): number {
  const ours = officialAddress === null ? null : cellOfName(official, officialAddress);
  const theirs = localAddress === null ? null : cellOfName(local, localAddress);
  return tolerances.ofHeadline(
    [name, officialAddress, localAddress, ...namesOfCell(official, ours)],
    [ours && official.sheets[ours.sheet]!.name, theirs && local.sheets[theirs.sheet]!.name],
  );
}
