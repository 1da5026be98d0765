import type { Explanation } from '../app/Explanation';
import type { ExplainOptions } from '../app/explainGaps';
import type { distanceBetween } from '../app/catalog/closestVersions';
import type { MeasuredVersion, NextVersion } from '../app/catalog/measureVersion';
import { BaseModel } from '../app/BaseModel';
import type { ComparedWorkbooks, ComparisonOptions } from '../app/compareWorkbooks';
import type { RecompareOptions } from '../app/recompare';
import type { PlanRequest } from '../app/ports/ComparisonEngine';
import type { Packer } from '../app/ports/Packer';
import type { SnapshotReader } from '../app/ports/SnapshotReader';
import type { ToleranceOptions } from '../core/compare/Tolerances';
import type { ComputedReads } from '../core/explain/ComputedReads';
import type { Result } from '../core/Result';
import type { SyncPlan } from '../core/sync/SyncPlan';
import type { CellUpdate } from '../core/update/CellUpdate';
import type { Steps } from '../core/Steps';
import type { Watch } from '../core/Watch';
import type { Answer } from '../core/ledger/Answer';
import type { Offer } from '../core/propose/Proposal';
import type { MadeProposal, Offered, ProposalHead } from '../app/propose/makeProposal';
import type { IncomingOffer } from '../app/propose/weighProposal';
import type { Snapshot } from '../core/workbook/Snapshot';

/** The steps that the worker runs. */
export interface Tools {
  readonly computedReads: ComputedReads;
  readonly readFile: SnapshotReader;
  readonly packer: Pick<Packer, 'packSnapshot' | 'unpackSnapshot'>;
  readonly compare: (official: Snapshot, local: Snapshot, options: ComparisonOptions) => Result<ComparedWorkbooks>;
  readonly distance: typeof distanceBetween;
  readonly measureVersion: (version: NextVersion, locale: string, progress: Watch['progress']) => Promise<Result<MeasuredVersion>>;
  readonly recompare: (compared: ComparedWorkbooks, update: CellUpdate, options: RecompareOptions) => Result<ComparedWorkbooks> | null;
  readonly explainGaps: (compared: ComparedWorkbooks, locale: string, options: ExplainOptions) => Steps<Explanation>;
  /** `isProposed`: official is what a proposal proposes. */
  readonly plan: (compared: ComparedWorkbooks, request: PlanRequest, within: ToleranceOptions, isProposed: boolean) => SyncPlan;
  readonly propose: (
    compared: ComparedWorkbooks,
    officialBytes: Uint8Array,
    request: { readonly offered: readonly Offered[]; readonly head: ProposalHead },
    locale: string,
    options: ComparisonOptions,
  ) => Promise<Result<MadeProposal>>;
  readonly weighOffers: (
    compared: ComparedWorkbooks,
    offers: readonly Offer[],
    options: ComparisonOptions & { readonly base: BaseModel },
  ) => readonly IncomingOffer[];
  /** What an official model's file remembers was answered to offers. */
  readonly readAnswers: (bytes: Uint8Array) => Promise<Result<readonly Answer[]>>;
}
