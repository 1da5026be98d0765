import type { ComparisonEngine } from '../../app/ports/ComparisonEngine';
import type { Offered } from '../../app/propose/makeProposal';
import type { PaneServices, RecordServices } from '../PaneServices';
import type { Strings } from '../strings';
import type { PaneEvent } from './PaneEvent';
import { reviewOf, type PaneState } from './PaneState';

interface SaveContext extends Pick<PaneServices, 'now'>, Pick<RecordServices, 'saveFile'> {
  readonly engine: Pick<ComparisonEngine, 'propose'>;
  readonly author: () => string;
  readonly strings: Strings;
  readonly state: () => PaneState;
  readonly dispatch: (event: PaneEvent) => void;
}

/** Hands what is offered over as a proposal file, and says what could not be offered. */
export async function saveProposal({ engine, author, now, strings, saveFile, state, dispatch }: SaveContext): Promise<void> {
  const { stage, official } = state();
  const review = reviewOf(stage);
  if (review === null || official === null || stage.at !== 'review') return;
  const words = strings.proposals;
  const offered = [...review.decided.values()].flatMap(({ state: stands, difference, decision }): readonly Offered[] =>
    stands === 'proposed' ? [{ difference, of: decision.of, reason: decision.reason, owner: decision.owner, at: decision.at }] : [],
  );
  const at = new Date(now()).toISOString();
  const local = review.models.comparison.local.name.replace(/\.xl\w{2,3}$/i, '');
  const head = { author: author(), team: local, at, official: { title: official.title, version: official.version, sha256: null } };
  const made = await engine.propose(offered, head, { progress: () => undefined, signal: { aborted: false } });
  if (!made.ok) {
    dispatch({ type: 'noticed', notice: { tone: 'failure', title: words.notSaved, message: made.failure.message, details: [] } });
    return;
  }
  const { proposal, refused } = made.value;
  const name = `${words.fileName(local, at.slice(0, 10))}.json`;
  saveFile(name, `${JSON.stringify(proposal, null, 1)}\n`);
  const details = refused.map(({ difference, reason }) => `${review.models.labels.get(difference) || difference}: ${reason}`);
  dispatch({
    type: 'noticed',
    notice: { tone: refused.length === 0 ? 'done' : 'warning', ...words.saved(proposal.offers.length, name), details },
  });
}
