import type { Difference } from '../../core/compare/Difference';
import type { HeadlineEffect, Offer, Proposal } from '../../core/propose/Proposal';
import { outsideFormulas } from '../../core/propose/outsideFormulas';
import { weighOffers, type WeighedOffer } from '../../core/propose/weighOffers';
import { fail, succeed, type Result } from '../../core/Result';
import type { Snapshot } from '../../core/workbook/Snapshot';
import { BaseModel } from '../BaseModel';
import { compareSnapshots, type ComparedWorkbooks, type ComparisonOptions } from '../compareWorkbooks';
import type { ModelCalculator } from '../ports/ModelCalculator';
import type { Packer } from '../ports/Packer';
import { measureEffects } from './measureEffects';

/** An offer against official as it is now. */
export interface IncomingOffer extends WeighedOffer {
  /** What taking what is left of it does to the headlines of official as it is now. */
  readonly effect: readonly HeadlineEffect[];
  /** Formulas with which it would have official reach outside, for which it is not taken. */
  readonly outside: readonly string[];
}

/** A proposal against official as it is now. */
export interface IncomingProposal {
  readonly proposal: Proposal;
  readonly offers: readonly IncomingOffer[];
  /** Official as proposed, in the place of the official model, with official as it is now, in the place of the local one. */
  readonly compared: ComparedWorkbooks;
}

/**
 * Weighs a proposal against official as it is now, three ways: with official as it was when it was proposed. The failures are `no-proposal`, where
 * what the file carries cannot be read, and those of comparing.
 */
export function weighProposal(
  proposal: Proposal,
  official: Snapshot,
  { packer, calculator }: { readonly packer: Packer; readonly calculator: ModelCalculator },
  options: Omit<ComparisonOptions, 'base'> = {},
): Result<IncomingProposal> {
  const before = packer.unpackSnapshot(proposal.before);
  const after = packer.unpackSnapshot(proposal.after);
  if (!before.ok || !after.ok)
    return fail(
      'no-proposal',
      'What this proposal file carries cannot be read: it is damaged. Nothing was changed. Ask its author to write it again.',
    );
  const base = new BaseModel(before.value);
  const wanted = { ...options, base };
  const compared = compareSnapshots(after.value, official, wanted);
  if (!compared.ok) {
    const { title } = proposal.official;
    return compared.failure.code === 'no-common-sheet'
      ? fail('other-model', `The proposal is to ${title}, which has no sheet in common with this workbook. Nothing was changed.`)
      : compared;
  }
  return succeed({
    proposal,
    compared: compared.value,
    offers: weighIn(compared.value, proposal.offers, wanted, calculator),
  });
}

/** How offers stand in a comparison of official as they propose it with official as it is, the base being official as it was. */
export function weighIn(
  compared: ComparedWorkbooks,
  offers: readonly Offer[],
  options: ComparisonOptions & { readonly base: BaseModel },
  calculator: ModelCalculator,
): readonly IncomingOffer[] {
  const { changes } = options.base.changesIn('official', compared.official, options);
  const weighed = weighOffers(offers, compared.comparison.differences, changes.causes);
  const effects = measureEffects(
    compared,
    weighed.map(({ differences }) => idsOf(differences)),
    calculator,
  );
  return weighed.map((one, at) => ({ ...one, effect: effects[at]!, outside: outsideFormulas(one.offer, compared.official) }));
}

const idsOf = (differences: readonly Difference[]): readonly string[] => differences.map(({ id }) => id);
