import { answerWords } from '../../app/propose/answerWords';
import type { Answer } from '../../core/ledger/Answer';
import type { Proposal } from '../../core/propose/Proposal';
import type { OfferState } from '../../core/propose/weighOffers';

/** What the pane says of proposals, those that are sent and those that come in; `plural` writes how many there are. */
export function proposalTexts(locale: string, plural: (count: number, one: string, many: string) => string) {
  const format = new Intl.DateTimeFormat(locale, { dateStyle: 'medium' });
  const day = (iso: string): string => (Number.isNaN(Date.parse(iso)) ? iso : format.format(Date.parse(iso)));
  const from = ({ team, author }: Pick<Proposal, 'team' | 'author'>): string => team || author;
  return {
    offered: (count: number) =>
      `${plural(count, 'difference is', 'differences are')} offered to official, and ${count === 1 ? 'stays' : 'stay'} as yours until you decide again.`,
    save: 'Save proposal file',
    saveHint: 'A file for whoever owns the official model. It holds what you offer and nothing else of your workbook.',
    fileName: (workbook: string, on: string) => `Proposal ${workbook} ${on}`,
    saved: (count: number, name: string) => ({
      title: 'Proposal saved',
      message: `${plural(count, 'difference is', 'differences are')} in ${name}, where your downloads go. Send it to whoever owns the official model.`,
    }),
    notSaved: 'The proposal was not saved',
    open: 'Open proposals…',
    openHint: 'This workbook is the official model: see what teams offer to it.',
    openTitle: 'Proposals from teams',
    openText: 'If this is the official model, pick the proposal files that teams sent.',
    unread: 'Not every proposal could be read',
    unanswered: 'The answer was not saved',
    tab: (count: number) => `Proposals (${count})`,
    heading: 'Proposed to this workbook',
    title: (proposal: Pick<Proposal, 'team' | 'author'>) => `Proposal of ${from(proposal)}`,
    from,
    by: ({ author, team }: Pick<Proposal, 'team' | 'author'>, at: string) =>
      `${team === '' || author === '' ? '' : `by ${author} on `}${day(at)}`,
    madeTo: (title: string, at: string | null) => `made to ${title}${at === null ? '' : ` on ${day(at)}`}`,
    count: (count: number) => plural(count, 'offer', 'offers'),
    look: 'Look at these',
    lookAt: (team: string) => `Look at these of ${team}`,
    weighing: 'Comparing with this workbook…',
    takeAll: (count: number) => `Take ${count === 1 ? 'the open one' : `all ${count} that are open`}`,
    take: 'Take',
    takeAnyway: 'Take anyway…',
    decline: 'Decline…',
    /** What this workbook holds where it was changed since. */
    now: (holds: string) => `now ${holds}`,
    /** What a button says, and of which offer: read out. */
    buttonOf: (says: string, label: string) => `${says} ${label}`,
    declineTitle: (label: string) => `Decline ${label}`,
    declineReason: 'Reason',
    declineHint: 'For whoever offered it: it goes back with the next version of this workbook.',
    declineSave: 'Decline it',
    state: {
      open: 'can be taken',
      taken: 'in this workbook',
      conflict: 'changed in this workbook since',
      lost: 'the file does not hold what this offer says',
    } satisfies Record<OfferState, string>,
    outside: 'Reaches outside the workbook, so it is never written by Tieout. Put it in by hand if you trust it:',
    why: (reason: string, owner: string) => `${reason === '' ? 'No reason given' : `“${reason}”`}${owner === '' ? '' : ` – ${owner}`}`,
    moves: (count: number) => `What it does to ${plural(count, 'headline', 'headlines')}`,
    movesNone: 'No headline moves.',
    about: 'about',
    notKnown: 'not known before it is calculated',
    more: (count: number) => `and ${plural(count, 'headline', 'headlines')} more`,
    answers: 'What official answered',
    given: 'What was answered to teams',
    answered: (answer: Answer) => `Official: ${answerWords(answer)}`,
    answer: answerWords,
    answeredNote: (count: number) => `Official answered ${plural(count, 'offer', 'offers')}.`,
    showAnswers: 'See the answers',
  };
}
