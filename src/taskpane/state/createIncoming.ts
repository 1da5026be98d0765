import type { ComparedModels, ComparisonEngine } from '../../app/ports/ComparisonEngine';
import { answerTo } from '../../app/propose/answerTo';
import { isGone } from '../../app/propose/makeProposal';
import { MOST_LETTERS, readProposal } from '../../app/propose/readProposal';
import type { IncomingOffer } from '../../app/propose/weighProposal';
import type { Answer } from '../../core/ledger/Answer';
import type { Proposal } from '../../core/propose/Proposal';
import type { Failure } from '../../core/Result';
import type { Official } from '../PaneServices';
import type { Strings } from '../strings';
import type { Records } from './createRecords';
import type { PaneEvent } from './PaneEvent';
import { reviewOf, type Notice, type PaneState } from './PaneState';

/** What the user can do with proposals of other teams, the open workbook being the official model. */
export interface Incoming {
  /** Reads proposal files and compares the workbook with what the first of them proposes. */
  open(files: readonly File[]): void;
  /** Compares with what another of them proposes. */
  show(at: number): void;
  /** Plans to take offers that are open, by their ids. */
  take(ids: readonly string[]): void;
  /** Makes the workbook remember that an offer is declined, and why. */
  decline(id: string, reason: string): void;
}

/** The same, and what the pane's own steps need of it. */
interface IncomingSteps extends Incoming {
  /** Weighs the offers when another comparison is on show. */
  wake(): void;
  /** The offers that are not in the workbook. */
  untaken(): readonly IncomingOffer[];
  /** Makes the workbook remember which of these offers it holds since the sync of a receipt. */
  answerTaken(before: readonly IncomingOffer[], receipt: string | null): Promise<Failure | null>;
}

interface IncomingContext {
  readonly engine: Pick<ComparisonEngine, 'weighOffers'>;
  readonly records: Pick<Records, 'answer'>;
  readonly strings: Strings;
  readonly now: () => number;
  readonly author: () => string;
  readonly state: () => PaneState;
  readonly dispatch: (event: PaneEvent) => void;
  /** Compares the open workbook with an official model. */
  readonly choose: (official: Official) => void;
  readonly plan: (take: readonly string[], moves: boolean, remove: readonly string[]) => void;
}

/** The proposals that are opened in the open workbook, and the answers to them. */
export function createIncoming({ engine, records, strings, now, author, state, dispatch, choose, plan }: IncomingContext): IncomingSteps {
  /** The comparison that the offers were last weighed in. */
  let weighed: ComparedModels | null = null;
  let weighing: Promise<void> = Promise.resolve();
  let opened = 0;
  const words = strings.proposals;

  const current = (): Proposal | null => {
    const { incoming } = state();
    return incoming?.proposals[incoming.current] ?? null;
  };
  const notice = (title: string, details: readonly string[]): Notice => ({
    tone: 'failure',
    title,
    message: details[0] ?? '',
    details: details.slice(1),
  });

  function compareWith(proposal: Proposal): void {
    const { at, official, before, after } = proposal;
    const key = `proposal ${++opened}`;
    const title = words.title(proposal);
    choose({
      choice: { key, title, version: null, publishedAt: null, place: { kind: 'proposal', name: title } },
      source: { packed: after },
      base: { title: official.title, at, key: `${key} before`, packed: before },
    });
  }

  async function read(files: readonly File[]): Promise<void> {
    const proposals: Proposal[] = [];
    const problems: string[] = [];
    for (const file of files) {
      const text = await file
        .slice(0, MOST_LETTERS + 1)
        .text()
        .catch(() => '');
      const proposal = readProposal(text, file.name);
      if (proposal.ok) proposals.push(proposal.value);
      else problems.push(proposal.failure.message);
    }
    proposals.sort((a, b) => a.team.localeCompare(b.team) || (a.at < b.at ? -1 : 1));
    if (proposals.length > 0) {
      dispatch({ type: 'proposalsOpened', proposals, problems });
      compareWith(proposals[0]!);
    } else if (problems.length > 0) dispatch({ type: 'noticed', notice: notice(words.unread, problems) });
  }

  async function weigh(proposal: Proposal): Promise<void> {
    const offers = await engine.weighOffers(proposal.offers);
    if (offers.ok) dispatch({ type: 'offersWeighed', offers: offers.value });
    else dispatch({ type: 'noticed', notice: notice(words.unread, [offers.failure.message]) });
  }

  function given(answer: Answer['answer'], reason: string, receipt: string | null): Parameters<typeof answerTo>[2] {
    return { answer, reason, by: author(), at: new Date(now()).toISOString(), version: null, receipt };
  }

  return {
    open: (files) => void read(files),
    show(at) {
      const proposal = state().incoming?.proposals[at];
      if (proposal === undefined) return;
      dispatch({ type: 'proposalShown', at });
      compareWith(proposal);
    },
    take(ids) {
      const chosen = (state().incoming?.offers ?? []).filter(({ offer, state: stands }) => ids.includes(offer.id) && stands !== 'taken');
      const differences = [...new Map(chosen.flatMap(({ differences: all }) => all).map((one) => [one.id, one])).values()];
      plan(
        differences.map(({ id }) => id),
        true,
        differences.filter(isGone).map(({ id }) => id),
      );
    },
    decline(id, reason) {
      const proposal = current();
      const offer = proposal?.offers.find((each) => each.id === id);
      if (!proposal || !offer) return;
      void records.answer([answerTo(offer, proposal.team, given('declined', reason, null))]).then((failure) => {
        if (failure !== null) dispatch({ type: 'noticed', notice: notice(words.unanswered, [failure.message]) });
      });
    },
    wake() {
      const proposal = current();
      const { stage, official } = state();
      const models = stage.at === 'review' ? reviewOf(stage)?.models : undefined;
      if (proposal === null || models === undefined || official?.place.kind !== 'proposal' || models === weighed) return;
      weighed = models;
      weighing = weigh(proposal);
    },
    untaken: () => (state().incoming?.offers ?? []).filter((one) => one.state !== 'taken'),
    async answerTaken(before, receipt) {
      await weighing;
      const proposal = current();
      if (proposal === null || before.length === 0) return null;
      const held = new Set((state().incoming?.offers ?? []).flatMap((one) => (one.state === 'taken' ? [one.offer.id] : [])));
      const taken = before.filter(({ offer }) => held.has(offer.id));
      return records.answer(taken.map(({ offer }) => answerTo(offer, proposal.team, given('taken', '', receipt))));
    },
  };
}
