import { combineModels } from '../../src/adapters/calculation/combineModels';
import { packer } from '../../src/adapters/storage/pack/packer';
import { applyToFile } from '../../src/adapters/xlsx/applyToFile';
import { createFileMemory } from '../../src/adapters/xlsx/createFileMemory';
import { readWorkbook } from '../../src/adapters/xlsx/readWorkbook';
import { compareSnapshots, type ComparedWorkbooks } from '../../src/app/compareWorkbooks';
import { acceptProposal, type AcceptedProposal, type AcceptWish } from '../../src/app/propose/acceptProposal';
import { makeProposal, type MadeProposal } from '../../src/app/propose/makeProposal';
import type { Difference } from '../../src/core/compare/Difference';
import { decidedDifference } from '../../src/core/ledger/decidedDifference';
import type { Proposal } from '../../src/core/propose/Proposal';
import type { Result } from '../../src/core/Result';
import type { Snapshot } from '../../src/core/workbook/Snapshot';
import { snapshotOf } from './snapshotOf';

const AT = '2026-11-22T09:00:00.000Z';

export const proposeTools = {
  edit: applyToFile,
  read: readWorkbook,
  packer,
  calculator: { combine: combineModels },
  openMemory: createFileMemory,
};

export function compared(official: Snapshot, local: Snapshot): ComparedWorkbooks {
  const found = compareSnapshots(official, local);
  if (!found.ok) throw new Error(found.failure.message);
  return found.value;
}

/** A proposal of the causes that are wanted of what differs in local; a failure where none of them can be offered. */
export async function propose(
  official: Uint8Array,
  local: Uint8Array,
  wanted: (difference: Difference) => boolean = () => true,
): Promise<Result<MadeProposal>> {
  const models = compared(await snapshotOf(official), await snapshotOf(local));
  const offered = models.comparison.differences
    .filter((one) => one.role === 'cause' && wanted(one))
    .map((one) => ({ difference: one.id, of: decidedDifference(one, ''), reason: 'Because', owner: 'Asha', at: AT }));
  const head = { author: 'Asha', team: 'North', at: AT, official: { title: 'Published.xlsx', version: null, sha256: null } };
  return makeProposal(models, official, offered, head, proposeTools, 'en-US');
}

/** What becomes of a proposal that is answered. */
export async function accept(official: Uint8Array, proposal: Proposal, wish: Partial<AcceptWish> = {}): Promise<AcceptedProposal> {
  const accepted = await acceptProposal(
    { name: 'Published.xlsx', bytes: official },
    proposal,
    { take: 'all', decline: [], reason: '', overwrite: false, version: null, onlyPlan: false, ...wish },
    proposeTools,
    { id: 'r1', at: AT, by: 'Bo' },
  );
  if (!accepted.ok) throw new Error(accepted.failure.message);
  return accepted.value;
}
