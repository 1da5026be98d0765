import type { DecidedNow, StaleReason } from '../../core/ledger/DecidedNow';

const WHY: Readonly<Record<StaleReason, string>> = {
  official: 'official changed since',
  local: 'yours changed since',
  more: 'more cells differ now',
  renamed: 'it is called otherwise now',
  date: 'its review date has passed',
};

/** What the pane says of differences that are kept on purpose. */
export function decisionTexts(locale: string, number: (count: number) => string) {
  const format = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
  const day = (iso: string): string => (Number.isNaN(Date.parse(iso)) ? iso : format.format(Date.parse(iso)));
  return {
    decideTicked: 'Decide…',
    decideTickedHint: 'Keep what is ticked on purpose, or offer it to official.',
    several: (count: number) => `${number(count)} ${count === 1 ? 'difference' : 'differences'}`,
    keep: 'Keep…',
    keepHint: 'Keep yours as it is, with a reason. It is then not taken by a sync until it changes again.',
    propose: 'Propose…',
    proposeHint: 'Offer what yours has to whoever owns the official model, with a reason.',
    dialog: {
      exception: {
        title: (label: string) => `Keep ${label} on purpose`,
        reasonHint: 'For whoever compares this workbook next.',
        owner: 'Who answers for it',
        save: 'Keep it',
      },
      proposal: {
        title: (label: string) => `Propose ${label} to official`,
        reasonHint: 'For whoever owns the official model.',
        owner: 'Who proposes it',
        save: 'Propose it',
      },
    },
    reason: 'Reason',
    reviewBy: 'Look at it again after (optional)',
    offered: 'offered to official',
    said: ({ decision: { kind, owner, reason, at, reviewBy } }: DecidedNow) =>
      `${kind === 'exception' ? 'Kept on purpose' : 'Offered to official'}${owner === '' ? '' : ` by ${owner}`} on ${day(at)}: “${reason}”` +
      (reviewBy === null ? '' : `, until ${day(reviewBy)}`),
    stale: ({ why }: DecidedNow) => `To be decided again: ${why.map((reason) => WHY[reason]).join('; ')}.`,
    group: 'Kept on purpose',
    groupHint: 'Settled: a sync leaves these until they change again or their day has passed.',
    settled: ({ decision: { owner, reason, reviewBy } }: DecidedNow) =>
      [`“${reason}”`, ...(owner === '' ? [] : [owner]), reviewBy === null ? 'no review date' : `review after ${day(reviewBy)}`].join(' · '),
    again: 'Decide again',
    reopen: 'Reopen',
    reopenHint: 'Forget that it is kept on purpose, so that it is open again.',
    reopenOf: (label: string) => `Reopen ${label}`,
    /** `open`: how many causes are left besides. */
    kept: (count: number, open: number) =>
      `${number(count)} ${count === 1 ? 'difference is' : 'differences are'} kept on purpose, and still ${count === 1 ? 'differs' : 'differ'}. ` +
      (open === 0 ? 'No cause is left open.' : `${number(open)} ${open === 1 ? 'cause is' : 'causes are'} open.`),
  };
}
