import type { Answer } from '../../core/ledger/Answer';
import { offerKey } from '../../core/ledger/answersInForce';
import type { HeadlineEffect } from '../../core/propose/Proposal';
import { fail, succeed, type Result } from '../../core/Result';
import { planSync } from '../../core/sync/planSync';
import type { SyncPlan } from '../../core/sync/SyncPlan';
import type { ComparisonOptions, WorkbookFile } from '../compareWorkbooks';
import { addReceipt } from '../ledger/addReceipt';
import { readAnswers } from '../ledger/readAnswers';
import { rememberAnswers } from '../ledger/rememberAnswers';
import type { ReceiptHead } from '../ledger/rememberSync';
import type { FileOutcome } from '../ports/FileEditor';
import type { FileMemory } from '../ports/WorkbookMemory';
import { answerTo } from './answerTo';
import { isGone, type ProposeTools } from './makeProposal';
import { measureEffects } from './measureEffects';
import { refuseOutside } from './refuseOutside';
import { weighProposal, type IncomingOffer, type IncomingProposal } from './weighProposal';
import type { Proposal } from '../../core/propose/Proposal';

/** What is to become of the offers of a proposal. */
export interface AcceptWish {
  /** `all`: what can be taken; or ids of offers. */
  readonly take: 'all' | readonly string[];
  /** Ids of offers. */
  readonly decline: readonly string[];
  /** Why they are declined. */
  readonly reason: string;
  /** Whether offers that are named are taken even where official was changed to something else. */
  readonly overwrite: boolean;
  /** The version of official in which it comes. */
  readonly version: string | null;
  readonly onlyPlan: boolean;
}

/** An offer that was asked for and is not taken, and why. */
interface LeftOffer {
  readonly id: string;
  readonly reason: string;
}

export interface AcceptedProposal {
  readonly incoming: IncomingProposal;
  readonly plan: SyncPlan;
  /** Ids of the offers that official holds after it, out of those that were to be taken. */
  readonly taken: readonly string[];
  /** Ids of the offers that were declined. */
  readonly declined: readonly string[];
  readonly left: readonly LeftOffer[];
  /** What all that is taken does to the headlines. */
  readonly effect: readonly HeadlineEffect[];
  /** Null when it was only planned. */
  readonly outcome: FileOutcome | null;
  /** The id of its receipt; null where no cell was written. */
  readonly receipt: string | null;
  /** The workbook with all that; the very bytes that were given where nothing is new. */
  readonly bytes: Uint8Array;
}

export interface AcceptTools extends ProposeTools {
  readonly openMemory: (bytes: Uint8Array) => Result<FileMemory>;
}

/**
 * Takes offers into official's bytes, declines others, and makes official remember both; writes no file. What was taken is verified by reading
 * the result and weighing the proposal again. Failures are `unknown`, `not-verified`, and those of weighing, of editing and of the memory.
 */
export async function acceptProposal(
  official: WorkbookFile,
  proposal: Proposal,
  wish: AcceptWish,
  tools: AcceptTools,
  head: ReceiptHead,
  options: Omit<ComparisonOptions, 'base'> = {},
): Promise<Result<AcceptedProposal>> {
  const known = new Set(proposal.offers.map(({ id }) => id));
  const named = [...(wish.take === 'all' ? [] : wish.take), ...wish.decline];
  const stranger = named.find((id) => !known.has(id));
  if (stranger !== undefined)
    return fail('unknown', `The proposal has no offer ${stranger}. Nothing was written. tieout proposals lists them.`);
  const both = wish.take === 'all' ? undefined : wish.decline.find((id) => wish.take.includes(id));
  if (both !== undefined) return fail('usage', `Offer ${both} cannot be taken and declined at once. Nothing was written.`);
  const read = await tools.read(official.bytes, official.name, () => undefined);
  if (!read.ok) return read;
  const weighed = weighProposal(proposal, read.value, tools, options);
  if (!weighed.ok) return weighed;
  const incoming = weighed.value;
  const { going, left } = choose(incoming.offers, wish);
  const differences = [...new Set(going.flatMap((one) => one.differences))];
  const { compared } = incoming;
  const plan = planSync(compared.official, compared.local, compared.correspondence, compared.comparison, {
    take: differences.filter((one) => !isGone(one)).map(({ id }) => id),
    deleteLocalOnly: differences.filter(isGone).map(({ id }) => id),
  });
  const outside = refuseOutside(plan.steps);
  if (outside !== null) return outside;
  const refused = new Map(plan.refused.map(({ difference, reason }) => [difference, reason]));
  const [effect] = measureEffects(compared, [differences.map(({ id }) => id).filter((id) => !refused.has(id))], tools.calculator);
  const told = { incoming, plan, declined: wish.decline, effect: effect! };
  const refusals = going.flatMap(({ offer, differences: own }): readonly LeftOffer[] => {
    const reason = own.flatMap(({ id }) => refused.get(id) ?? []).at(0);
    return reason === undefined ? [] : [{ id: offer.id, reason }];
  });
  if (wish.onlyPlan) {
    const planned = going.filter(({ offer }) => !refusals.some(({ id }) => id === offer.id));
    const taken = planned.map(({ offer }) => offer.id);
    return succeed({ ...told, taken, left: [...left, ...refusals], outcome: null, receipt: null, bytes: official.bytes });
  }
  const outcome = tools.edit(official.bytes, plan.steps);
  if (!outcome.ok) return outcome;
  const after =
    outcome.value.bytes === official.bytes ? incoming : await weighAgain(outcome.value.bytes, official.name, proposal, tools, options);
  if ('ok' in after) return after;
  const states = new Map(after.offers.map(({ offer, state }) => [offer.id, state]));
  const isHeld = ({ offer }: IncomingOffer): boolean => states.get(offer.id) === 'taken';
  const taken = going.filter(isHeld).map(({ offer }) => offer.id);
  const missed = going
    .filter((one) => !isHeld(one))
    .map(
      ({ offer: { id } }) => refusals.find((each) => each.id === id) ?? { id, reason: outcome.value.skipped.length > 0 ? LEFT : UNSURE },
    );
  const remembered = await remember(
    { proposal, wish, head, tools },
    {
      outcome: outcome.value,
      taken,
      held: new Set(incoming.offers.filter(isTaken).map(({ offer }) => offer.id)),
      effect: effect!,
      refused: missed.length,
      open: incoming.offers.length - going.length,
    },
  );
  if (!remembered.ok) return remembered;
  return succeed({ ...told, taken, left: [...left, ...missed], outcome: outcome.value, ...remembered.value });
}

const isTaken = ({ state }: IncomingOffer): boolean => state === 'taken';

const LEFT = 'Not all of it could be written: see what was left as it is.';
const UNSURE = 'It was written, but comparing the result does not confirm it: look at it before you pass this version on.';
const LOST = 'The file does not hold what this offer says. Ask its author to write the file again.';
const CONFLICT = 'Official was changed there since, to something else.';
const OUTSIDE = 'It reaches outside the workbook, which Tieout never writes: put it in by hand if you trust it.';

function choose(
  offers: readonly IncomingOffer[],
  { take, decline, overwrite }: AcceptWish,
): { readonly going: readonly IncomingOffer[]; readonly left: readonly LeftOffer[] } {
  const declined = new Set(decline);
  const asked = offers.filter(({ offer: { id } }) => !declined.has(id) && (take === 'all' || take.includes(id)));
  const why = ({ state, outside }: IncomingOffer): string | null => {
    if (state === 'lost') return LOST;
    if (state === 'conflict' && (take === 'all' || !overwrite)) return CONFLICT;
    return state !== 'taken' && outside.length > 0 ? `${OUTSIDE} ${outside.join('; ')}` : null;
  };
  return {
    going: asked.filter((one) => why(one) === null),
    left: asked.flatMap((one) => {
      const reason = why(one);
      return reason === null ? [] : [{ id: one.offer.id, reason }];
    }),
  };
}

async function weighAgain(
  bytes: Uint8Array,
  name: string,
  proposal: Proposal,
  tools: AcceptTools,
  options: Omit<ComparisonOptions, 'base'>,
): Promise<IncomingProposal | Result<never>> {
  const read = await tools.read(bytes, name, () => undefined);
  const again = read.ok ? weighProposal(proposal, read.value, tools, options) : read;
  if (again.ok) return again.value;
  return fail(
    'not-verified',
    `The result could not be compared again, so it was not written: ${again.failure.message} Your files are as they were.`,
  );
}

interface Given {
  readonly outcome: FileOutcome;
  readonly taken: readonly string[];
  /** Ids of the offers that official held before. */
  readonly held: ReadonlySet<string>;
  readonly effect: readonly HeadlineEffect[];
  readonly refused: number;
  readonly open: number;
}

/** The result with its receipt and the answers; an answer that was given before is not given again. */
async function remember(
  {
    proposal,
    wish,
    head,
    tools,
  }: { readonly proposal: Proposal; readonly wish: AcceptWish; readonly head: ReceiptHead; readonly tools: AcceptTools },
  { outcome, taken, held, effect, refused, open }: Given,
): Promise<Result<Pick<AcceptedProposal, 'bytes' | 'receipt'>>> {
  const opened = tools.openMemory(outcome.bytes);
  if (!opened.ok) return opened;
  const memory = opened.value;
  const before = await readAnswers(memory);
  if (!before.ok) return before;
  const known = new Map(before.value.map((answer) => [offerKey(answer), answer]));
  const receipt = outcome.inverse.length === 0 ? null : head.id;
  const answers = answersOf(proposal, wish, { taken, held, receipt }, head).filter((answer) => {
    const given = known.get(offerKey(answer));
    return given === undefined || given.answer !== answer.answer || given.reason !== answer.reason;
  });
  if (receipt === null && answers.length === 0) return succeed({ bytes: outcome.bytes, receipt });
  if (receipt !== null) {
    const { team, author } = proposal;
    const added = await addReceipt(
      memory,
      tools.packer,
      {
        ...head,
        action: 'sync',
        official: { name: `the proposal of ${[team, author].filter((word) => word !== '').join(', ')}`, version: null, sha256: null },
        cells: outcome.cells,
        taken: taken.length,
        kept: open,
        refused,
        headlines: effect.map(({ name, format, before: then, after }) => ({ name, format, before: then, after, official: after })),
      },
      outcome.inverse,
    );
    if (!added.ok) return added;
  }
  const kept = await rememberAnswers(memory, answers);
  if (!kept.ok) return kept;
  const saved = memory.save();
  return saved.ok ? succeed({ bytes: saved.value, receipt }) : saved;
}

function answersOf(
  { offers, team }: Proposal,
  { decline, reason, version }: AcceptWish,
  { taken, held, receipt }: Pick<Given, 'taken' | 'held'> & { readonly receipt: string | null },
  { at, by }: ReceiptHead,
): readonly Answer[] {
  return offers.flatMap((offer): readonly Answer[] => {
    const { id } = offer;
    const head = { by, at, version };
    if (taken.includes(id))
      return [answerTo(offer, team, { ...head, answer: 'taken', reason: '', receipt: held.has(id) ? null : receipt })];
    return decline.includes(id) ? [answerTo(offer, team, { ...head, answer: 'declined', reason, receipt: null })] : [];
  });
}
