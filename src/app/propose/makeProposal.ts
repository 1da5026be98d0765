import { swapPair } from '../../core/align/swapPair';
import type { Difference } from '../../core/compare/Difference';
import type { DecidedDifference } from '../../core/ledger/Decision';
import { changesSince } from '../../core/merge/compareWithBase';
import { linkOffers } from '../../core/propose/linkOffers';
import { mirrorDifference, mirrorHeadline } from '../../core/propose/mirrorDifference';
import type { Offer, Proposal } from '../../core/propose/Proposal';
import { fail, succeed, type Result } from '../../core/Result';
import { isLocalOnly, isRemovable } from '../../core/sync/chooseDifferences';
import { planSync } from '../../core/sync/planSync';
import type { Snapshot } from '../../core/workbook/Snapshot';
import type { ComparedWorkbooks, ComparisonOptions } from '../compareWorkbooks';
import { createExplainer } from '../createExplainer';
import type { FileEditor } from '../ports/FileEditor';
import type { ModelCalculator } from '../ports/ModelCalculator';
import type { Packer } from '../ports/Packer';
import type { SnapshotReader } from '../ports/SnapshotReader';
import { changeInWords } from './changeInWords';
import { measureEffects } from './measureEffects';
import { MOST_OFFERS, MOST_PACKED } from './proposalSchema';

/** A difference that is to be offered. */
export interface Offered {
  /** Its id in the comparison. */
  readonly difference: string;
  readonly of: DecidedDifference;
  readonly reason: string;
  readonly owner: string;
  readonly at: string;
}

/** Who offers, and to which official model. */
export type ProposalHead = Pick<Proposal, 'author' | 'team' | 'at' | 'official'>;

/** What edits, reads, packs and calculates. */
export interface ProposeTools {
  readonly edit: FileEditor;
  readonly read: SnapshotReader;
  readonly packer: Packer;
  readonly calculator: ModelCalculator;
}

export interface MadeProposal {
  readonly proposal: Proposal;
  /** What could not be offered, by id, and why. */
  readonly refused: readonly { readonly difference: string; readonly reason: string }[];
}

/**
 * A proposal of these differences: the sync from local to official is planned and run in a copy of official's bytes, so that what the file
 * carries is official with what is offered and nothing else of local. Failures are `nothing-offered`, `too-large` and those of editing and reading.
 */
export async function makeProposal(
  compared: ComparedWorkbooks,
  officialBytes: Uint8Array,
  offered: readonly Offered[],
  head: ProposalHead,
  tools: ProposeTools,
  locale: string,
  options: ComparisonOptions = {},
): Promise<Result<MadeProposal>> {
  if (offered.length > MOST_OFFERS)
    return fail('too-large', `More than ${MOST_OFFERS} differences cannot be offered in one file. Nothing was written; offer fewer.`);
  const mirrored = mirror(compared);
  const wanted = new Set(offered.map(({ difference }) => difference));
  const chosen = mirrored.comparison.differences.filter(({ id }) => wanted.has(id));
  const plan = planSync(mirrored.official, mirrored.local, mirrored.correspondence, mirrored.comparison, {
    take: chosen.filter((one) => !isGone(one)).map(({ id }) => id),
    deleteLocalOnly: chosen.filter(isGone).map(({ id }) => id),
  });
  const draft = tools.edit(officialBytes, plan.steps, { draft: true });
  if (!draft.ok) {
    const { code, message } = draft.failure;
    return fail(code, `What is offered could not be put into a copy of the official model: ${message}`);
  }
  const read = await tools.read(draft.value.bytes, compared.official.name, () => undefined);
  if (!read.ok) return read;
  const after: Snapshot = { ...read.value, sha256: null };
  const { changes } = changesSince(compared.official, after, { ...(options.computedReads && { computedReads: options.computedReads }) });
  const refused = new Map(plan.refused.map(({ difference, reason }) => [difference, ofOfficial(reason)]));
  const inOrder = compared.comparison.differences.filter(({ id }) => wanted.has(id) && !refused.has(id));
  const linked = linkOffers(inOrder, changes.causes, (sheet) => sheetInOfficial(compared, sheet));
  for (const { id } of inOrder) if (linked.get(id)?.length === 0) refused.set(id, NOT_FOUND);
  const listed = new Map(compared.comparison.differences.map((difference) => [difference.id, difference]));
  for (const id of wanted) if (!listed.has(id)) refused.set(id, 'This difference is no longer there. Compare again.');
  const going = offered.filter(({ difference }) => !refused.has(difference));
  const reasons = offered.flatMap(({ difference }) => (refused.has(difference) ? [{ difference, reason: refused.get(difference)! }] : []));
  if (going.length === 0) {
    const why = reasons[0] === undefined ? '' : ` ${reasons[0].reason}`;
    return fail('nothing-offered', `There is nothing to offer.${why} Nothing was written.`);
  }
  const explain = createExplainer(compared, locale);
  const settings = { locale, dateSystem: compared.official.dateSystem };
  const effects = measureEffects(
    mirrored,
    [going.map(({ difference }) => difference), ...going.map(({ difference }) => [difference])],
    tools.calculator,
  );
  const offers = going.map(({ difference, ...offer }, at): Offer => {
    const words = changeInWords(listed.get(difference)!, explain, settings).slice(0, 2_000);
    return { id: String(at + 1), ...offer, words, effect: effects[at + 1]!, changes: linked.get(difference)! };
  });
  const [packedBefore, packedAfter] = [compared.official, after].map((snapshot) => tools.packer.packSnapshot(snapshot));
  if (packedBefore!.length > MOST_PACKED || packedAfter!.length > MOST_PACKED)
    return fail('too-large', 'The official model is too large to go into a proposal file. Nothing was written; send the workbook itself.');
  return succeed({
    proposal: {
      schema: 'tieout.proposals/1',
      ...head,
      offers,
      effect: effects[0]!,
      before: packedBefore!,
      after: packedAfter!,
    },
    refused: reasons,
  });
}

/** A reason as it reads where official is what is written to. */
const ofOfficial = (reason: string): string => reason.replaceAll(/\b[Yy]our workbook\b/g, 'the official model');

const NOT_FOUND = 'It cannot be told apart from what else comes with it, so it was not offered. Offer it by hand.';

/** The comparison with local as what is brought, and official, whose protection is its owner's matter, as what it is brought to. */
function mirror({ official, local, correspondence, comparison }: ComparedWorkbooks): ComparedWorkbooks {
  return {
    official: local,
    local: { ...official, structureProtected: false, sheets: official.sheets.map((sheet) => ({ ...sheet, protected: false })) },
    correspondence: { ...correspondence, sheets: correspondence.sheets.map(swapPair) },
    comparison: {
      ...comparison,
      official: comparison.local,
      local: comparison.official,
      differences: comparison.differences.map(mirrorDifference),
      headlines: comparison.headlines.map(mirrorHeadline),
    },
  };
}

/** Whether taking a difference into a workbook means that something there goes. */
export function isGone(difference: Difference): boolean {
  return isLocalOnly(difference) && isRemovable(difference);
}

function sheetInOfficial({ official, local, correspondence }: ComparedWorkbooks, name: string): string {
  const index = local.sheets.findIndex((sheet) => sheet.name === name);
  const pair = correspondence.sheets.find((each) => each.local === index);
  return pair?.official == null ? name : official.sheets[pair.official]!.name;
}
