import { answerWords } from '../app/propose/answerWords';
import type { MadeProposal } from '../app/propose/makeProposal';
import type { IncomingOffer } from '../app/propose/weighProposal';
import type { Answer } from '../core/ledger/Answer';
import type { HeadlineEffect, Offer } from '../core/propose/Proposal';
import type { OfferState } from '../core/propose/weighOffers';
import { placeInWords } from './decisionWords';
import type { ReadProposals } from './ReadProposals';
import { showControls } from './showControls';
import { showSigned } from './showSigned';
import { showValue } from './showValue';

/** So many headlines are told of one offer. */
const MOST_HEADLINES = 4;

const STATES: Readonly<Record<OfferState, string>> = {
  open: 'open',
  taken: 'in official already',
  conflict: 'conflict: official was changed there since, to something else',
  lost: 'its file does not hold what it says',
};

interface MadeRenderOptions {
  /** Where it was written to. */
  readonly out: string;
  /** How many of the offers the workbook itself does not remember. */
  readonly unmarked: number;
}

const UNMARKED_ONE =
  'Your workbook does not remember that this was offered, so that compare will not say what became of it: tieout decide offer does.';
const UNMARKED =
  'Your workbook does not remember that # of these were offered, so that compare will not say what became of them: tieout decide offer does.';

/** What a proposal that was written offers, and what could not be offered. */
export function renderMade({ proposal, refused }: MadeProposal, { out, unmarked }: MadeRenderOptions): string {
  const count = proposal.offers.length;
  const lines = [
    `${count === 1 ? 'One difference is' : `${count} differences are`} offered to ${proposal.official.title}. Written to ${out}.`,
    ...proposal.offers.flatMap((offer) => offerLines(offer, offer.effect, null)),
    ...(count > 1 && proposal.effect.length > 0 ? ['', 'Together', ...proposal.effect.map((one) => `  ${effectWords(one)}`)] : []),
    ...(refused.length > 0 ? ['', 'Not offered', ...refused.map(({ difference, reason }) => `  ${difference}: ${reason}`)] : []),
    ...(unmarked > 0 ? ['', unmarked === 1 ? UNMARKED_ONE : UNMARKED.replace('#', String(unmarked))] : []),
  ];
  return lines.map((line) => `${showControls(line)}\n`).join('');
}

/** Proposals by team: what is offered and why, what it does to the headlines, and how it stands. */
export function renderProposals({ official, proposals, unread }: ReadProposals, colour: boolean): string {
  const lines: string[] = [];
  const title = (text: string): void => void lines.push(colour ? `\u001b[1m${showControls(text)}\u001b[22m` : showControls(text));
  const all = proposals.flatMap(({ incoming, answers }) =>
    incoming.offers.map((offer) => ({ offer, answer: answers.get(offer.offer.id) })),
  );
  const open = all.filter(({ offer, answer }) => offer.state === 'open' && answer?.answer !== 'declined').length;
  title(`${all.length === 1 ? 'One offer' : `${all.length} offers`} to ${official.name}, ${open} open`);
  for (const { file, incoming, answers } of proposals) {
    const { team, author, at, official: to } = incoming.proposal;
    const heading = [team, author].filter((word) => word !== '').join(' · ');
    const moved = official.sha256 !== null && official.sha256 === to.sha256 ? '' : ' · official has changed since';
    lines.push('');
    title(`${heading} · ${at.slice(0, 10)} · ${file}${moved}`);
    for (const offer of incoming.offers) {
      const texts = offerLines(offer.offer, offer.effect, stateWords(offer, answers.get(offer.offer.id)));
      for (const text of texts) lines.push(showControls(text));
    }
  }
  if (unread.length > 0) {
    lines.push('');
    title('Could not be read');
    for (const { file, reason } of unread) lines.push(showControls(`  ${file}: ${reason}`));
  }
  return `${lines.join('\n')}\n`;
}

function stateWords({ state, outside }: IncomingOffer, answer: Answer | undefined): readonly string[] {
  const told = answer === undefined ? STATES[state] : `${STATES[state]} · ${answerWords(answer)}`;
  return outside.length === 0 || state === 'taken' ? [told] : [told, `reaches outside the workbook: ${outside.join('; ')}`];
}

function offerLines(offer: Offer, effect: readonly HeadlineEffect[], state: readonly string[] | null): readonly string[] {
  const { id, of, words, reason, owner } = offer;
  const cells = of.cells > 1 ? `, ${of.cells} cells` : '';
  return [
    `  ${id.padStart(2)}  ${placeInWords(of)}${cells}: ${words}`,
    ...[`${reason === '' ? 'no reason given' : reason} · ${owner}`, ...effectLines(effect), ...(state ?? [])].map(
      (text) => `      ${text}`,
    ),
  ];
}

function effectLines(effect: readonly HeadlineEffect[]): readonly string[] {
  if (effect.length <= MOST_HEADLINES + 1) return effect.map(effectWords);
  return [...effect.slice(0, MOST_HEADLINES).map(effectWords), `and ${effect.length - MOST_HEADLINES} headlines more`];
}

/** What a headline is without and with something, and by how much it moves. */
export function effectWords({ name, format, before, after, exact }: HeadlineEffect): string {
  if (after === null) return `${name}: ${showValue(before, format)} → cannot be told before it is calculated`;
  return `${name}: ${showValue(before, format)} → ${exact ? '' : 'about '}${showValue(after, format)} (${showSigned(after - before, format)})`;
}
