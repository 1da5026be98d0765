import type { Catalog } from '../../core/catalog/Catalog';
import type { Answer } from '../../core/ledger/Answer';
import type { Offer, Proposal } from '../../core/propose/Proposal';

/** A proposal in the inbox, without the workbooks that it carries. */
export interface SentProposal {
  /** Where it is, relative to the catalog. */
  readonly file: string;
  readonly team: string;
  readonly author: string;
  readonly at: string;
  /** The model and version of the catalog that it is to; null where the catalog knows no such file. */
  readonly model: string | null;
  readonly version: string | null;
  readonly offers: readonly SentOffer[];
}

interface SentOffer extends Pick<Offer, 'id' | 'of' | 'words' | 'reason' | 'owner' | 'at'> {
  /** What the current version of the model remembers was answered; null where nothing was, or that is not known. */
  readonly answer: Answer | null;
}

/** What a proposal offers, with the version of the catalog that it was made to. */
export function sentProposal({ team, author, at, official, offers }: Proposal, file: string, { models }: Catalog): SentProposal {
  const model = models.find(({ versions }) => versions.some(({ sha256 }) => sha256 === official.sha256));
  const version = model?.versions.find(({ sha256 }) => sha256 === official.sha256);
  return {
    file,
    team,
    author,
    at,
    model: model?.id ?? null,
    version: version?.version ?? null,
    offers: offers.map((offer) => ({
      id: offer.id,
      of: offer.of,
      words: offer.words,
      reason: offer.reason,
      owner: offer.owner,
      at: offer.at,
      answer: null,
    })),
  };
}
