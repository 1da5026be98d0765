import type { Receipt } from '../../core/ledger/Receipt';

interface Counting {
  readonly cells: (count: number) => string;
  readonly causes: (count: number) => string;
}

/** What the pane says of what was done to the workbook. */
export function historyTexts(locale: string, { cells, causes }: Counting) {
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'medium' });
  const moment = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
  const time = (format: Intl.DateTimeFormat, iso: string): string => (Number.isNaN(Date.parse(iso)) ? iso : format.format(Date.parse(iso)));
  const versioned = ({ official: { name, version } }: Receipt): string => (version === null ? name : `${name} (${version})`);
  return {
    tab: 'History',
    title: 'History of this workbook',
    day: (iso: string) => time(day, iso),
    moment: (iso: string) => time(moment, iso),
    agreed: (title: string, iso: string) => `Last agreed with ${title} on ${time(day, iso)}.`,
    none: 'No sync yet. Every sync is listed here, and can be undone for as long as its cells hold what it wrote.',
    action: (receipt: Receipt) =>
      receipt.action === 'undo'
        ? `Sync with ${versioned(receipt)} undone`
        : receipt.action === 'merge'
          ? `Merged with ${versioned(receipt)}`
          : `Synced with ${versioned(receipt)}`,
    by: (name: string) => (name === '' ? 'by someone' : `by ${name}`),
    counts: ({ action, taken, kept, refused, cells: written }: Receipt) =>
      [
        `${cells(written)} written`,
        ...(action === 'undo' ? [] : [`${causes(taken)} taken`]),
        ...(kept > 0 ? [`${causes(kept)} kept`] : []),
        ...(refused > 0 ? [action === 'undo' ? `${cells(refused)} left` : `${causes(refused)} not possible`] : []),
      ].join(' · '),
    unknown: 'not known',
    undone: 'Undone since',
    undo: 'Undo',
    undoThis: (iso: string) => `Undo the sync of ${time(moment, iso)}`,
    redo: 'Sync again',
    redoThis: (iso: string) => `Sync again as before the undo of ${time(moment, iso)}`,
    copyCsv: 'Copy as CSV',
    copyJson: 'Copy as JSON',
    copied: 'Copied: paste it where you need it.',
    notCopied: 'The browser did not allow copying. In the terminal, “tieout ledger” writes the same.',
    name: 'Your name in the history',
    nameHint: 'Stays on this computer and goes into the receipts of your syncs.',
  };
}
