import type { DifferenceKind } from '../core/compare/Difference';
import { KIND_GROUP_WORDS } from '../app/kindGroups';
import { keyedWords, placeOfList, type KeyedList } from '../app/keyedWords';
import { baseTexts } from './wording/baseTexts';
import { catalogTexts } from './wording/catalogTexts';
import { decisionTexts } from './wording/decisionTexts';
import { headlineTexts } from './wording/headlineTexts';
import { linesInWords } from './wording/linesInWords';
import { leftTexts } from './wording/leftTexts';
import { interruptedTexts } from './wording/interruptedTexts';
import { historyTexts } from './wording/historyTexts';
import { noticeTexts } from './wording/noticeTexts';
import { planTexts } from './wording/planTexts';
import { proposalTexts } from './wording/proposalTexts';
import { publishTexts } from './wording/publishTexts';
import { keptTexts } from './wording/keptTexts';
import { sheetTexts } from './wording/sheetTexts';
import { toleranceTexts } from './wording/toleranceTexts';
import { whyTexts } from './wording/whyTexts';

/** A row or column that comes or goes is reported with all its cells: past this the number says nothing. */
const MANY = 10_000;

/** Every word the pane shows, with counts and times written for a locale (BCP 47). */
export function createStrings(locale: string) {
  const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  const clock = new Intl.DateTimeFormat(locale, { hour: 'numeric', minute: '2-digit' });
  const day = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric' });
  const number = (count: number) => whole.format(count);
  const plural = (count: number, one: string, many: string) => `${number(count)} ${count === 1 ? one : many}`;
  const cells = (count: number) => plural(count, 'cell', 'cells');
  const causes = (count: number) => plural(count, 'cause', 'causes');
  const age = (days: number) => (days < 1 ? 'published today' : days <= 60 ? `${plural(days, 'day', 'days')} old` : null);
  const ofAll = (one: string, many: string) => (shown: number, total: number) => `${number(shown)} of ${plural(total, one, many)}`;

  return {
    number,
    cells,

    common: { cancel: 'Cancel', cancelling: 'Cancelling…', close: 'Close', back: 'Back', tryAgain: 'Try again' },

    header: {
      noOfficial: 'No official model yet',
      published: (time: number, now: number) => age(Math.floor((now - time) / 86_400_000)) ?? `published ${day.format(time)}`,
      compare: 'Compare',
      menu: 'More',
      chooseOther: 'Choose another official model…',
      highlight: 'Highlight differences in the sheet',
      stopHighlight: 'Stop highlighting',
      about: 'About Tieout',
      compared: (version: string | null, at: number) => `Compared ${version === null ? '' : `with ${version} `}at ${clock.format(at)}`,
      followed: (at: number) => `updated at ${clock.format(at)}`,
      calculation: {
        pending: 'Excel is still calculating…',
        manual: 'Excel calculates only when asked to: results may be old. Press F9 in Excel.',
        since: 'Excel has calculated since. Compare again to see the new results.',
      },
      edited: (count: number) => (count > MANY ? 'Edited since' : `${cells(count)} edited since`),
    },

    choose: {
      title: 'Choose the official model',
      intro: 'The published workbook that yours should agree with.',
      file: 'From a file',
      fileHint: 'Pick the official workbook, or drop it here.',
      pick: 'Pick a file…',
      drop: 'Drop it to compare',
      link: 'From a link',
      linkHint: 'Paste a link that downloads it, or the link of a catalog of official models. This workbook remembers it.',
      linkLabel: 'Link to the official model or a catalog',
      linkPlaceholder: 'https://…',
      useLink: 'Use link',
      stays: 'Your workbook stays on this computer.',
    },

    sheets: sheetTexts,
    kept: keptTexts(locale),

    ready: {
      title: 'Ready to compare',
      body: (title: string) => `Compare sees every difference between your workbook and ${title}. It changes nothing.`,
    },

    verdict: { warnings: (count: number) => `${plural(count, 'thing', 'things')} to know about this comparison` },

    headlines: headlineTexts(plural),

    tolerance: toleranceTexts(locale, plural),

    why: whyTexts(whole),

    base: baseTexts(locale, number),

    catalog: catalogTexts(locale, plural),

    publish: publishTexts(plural),

    decisions: decisionTexts(locale, number),

    proposals: proposalTexts(locale, plural),

    history: historyTexts(locale, { cells, causes }),

    counts: { title: 'Causes by kind', unexplained: 'Cells unexplained', differing: 'Cells that differ' },

    sync: {
      button: 'Sync to official',
      ticked: (count: number) => (count === 0 ? 'Sync ticked' : `Sync ${number(count)} ticked`),
      caption: (count: number, inCells: number) =>
        `${causes(count)} in ${cells(inCells)}. You see every change before anything is written.`,
      undo: 'Undo sync',
    },

    differences: {
      tab: (count: number) => `Differences (${number(count)})`,
      uncounted: 'Differences',
      tieout: 'Tie-out',
      views: 'Views',
      search: 'Search differences',
      filters: 'Filter by kind',
      clear: 'Show all',
      list: 'Differences',
      workbook: 'Whole workbook',
      hidden: (marks: string) => `(${marks})`,
      consequences: 'Cells that follow',
      unexplained: 'Unexplained',
      unexplainedHint: 'Values that differ although nothing they depend on does.',
      none: 'No differences.',
      noMatch: 'No differences match.',
      counted: { causes, cells },
      found: (count: number) => `${cells(count)} found`,
      shownOf: { causes: ofAll('cause', 'causes'), cells: ofAll('cell', 'cells') },
      shown: (inCauses: number, inCells: number) => `${causes(inCauses)}${inCells > 0 ? ` and ${cells(inCells)}` : ''} shown`,
      official: 'Official',
      yours: 'Yours',
      empty: 'empty',
      notThere: 'not there',
      onlyOfficial: 'only in official',
      moved: (official: string) => `moved, in official ${linesInWords(official)}`,
      movedNote: 'Only its place differs, which moves no number. A sync leaves it where it is unless you tick it.',
      movedLines: (kind: 'row' | 'column', count: number) => `${plural(count, kind, `${kind}s`)} moved`,
      onlyYours: 'only in yours',
      constant: 'typed in',
      wholeFormula: 'Show the whole formula',
      goTo: (place: string) => `Go to ${place}`,
      sameValue: (value: string) => `${value}, same value`,
      at: linesInWords,
      where: (sheet: string, address: string, kind?: DifferenceKind) => {
        const lines = linesInWords(address, kind);
        if (lines !== address) return `${sheet}, ${lines}`;
        return address === '' ? sheet : sheet === '' ? address : `${sheet}!${address}`;
      },
      cellsCovered: cells,
      more: (count: number) => `and ${number(count)} more`,
      follows: 'Follows from',
      leads: (count: number) => `${cells(count)} ${count === 1 ? 'follows' : 'follow'} from this.`,
      tickAll: 'Tick all',
      untickAll: 'Untick all',
      ticked: (count: number) => `${number(count)} ticked`,
      unlisted: (count: number) => `The list is too long: ${plural(count, 'line is', 'lines are')} left out. The counts have all of them.`,
      keys: '↑ ↓ move · → ← open, fold · Enter go to cell · Space tick · / search · Ctrl+Enter sync ticked · R reopen what is kept',
    },

    chains: {
      open: 'How it gets here',
      steps: 'Step by step, each following the next',
      working: 'Following it back…',
      between: (count: number) => `… ${cells(count)} between`,
      others: (count: number) => (count === 1 ? 'Show another way here' : `Show ${number(count)} other ways here`),
      cause: 'Changed here',
      causeToo: 'Changed here too',
      unexplained: 'Not explained',
      values: (official: string, yours: string) => `official ${official}, yours ${yours}`,
    },

    groups: KIND_GROUP_WORDS,

    kinds: {
      value: 'Value',
      formula: 'Formula',
      hardcoded: 'Typed over formula',
      unhardcoded: 'Formula over value',
      unit: 'Unit',
      format: 'Format',
      note: 'Note',
      name: 'Name',
      table: 'Table',
      validation: 'Validation',
      row: 'Row',
      column: 'Column',
      sheet: 'Sheet',
      hidden: 'Hidden',
      external: 'Link to a workbook',
      definition: 'Definition',
    } satisfies Record<DifferenceKind, string>,
    follows: 'Follows',
    unexplainedKind: 'Unexplained',
    text: 'Text',

    plan: planTexts({ plural, cells, causes, ofAll }),

    keyed: {
      title: 'How rows were matched',
      words: (list: KeyedList) => keyedWords(list, number),
      change: 'Change key…',
      changeOf: (list: KeyedList) => `Change key of ${placeOfList(list)}…`,
      dialog: (list: KeyedList) => `Match rows of ${placeOfList(list)}`,
      how: 'Rows are the same when they agree in',
      found: 'what Tieout finds by itself',
      chosen: 'these columns',
      columns: 'Columns',
      compare: 'Compare',
    },

    pairing: {
      title: 'No sheet in common',
      body: 'No sheet of your workbook was found in the official model. If some are the same under another name, say which.',
      pair: (official: string) => `${official} is`,
      noPair: 'none of mine',
      compare: 'Compare these',
    },

    work: {
      comparing: 'Reading your workbook',
      planning: 'Working out the changes',
      syncing: 'Writing to your workbook',
      verifying: 'Checking what was written',
      undoing: 'Taking the sync back',
      progress: (doing: string, done: number) =>
        done > 0 && done < 1 ? `${doing}… ${whole.format(Math.floor(done * 100))}%` : `${doing}…`,
    },

    notices: noticeTexts({ cells, causes }),
    left: leftTexts({ cells, number }),
    interrupted: interruptedTexts({ day: (at) => day.format(at), cells, whole: (count) => whole.format(count) }),

    broken: {
      title: 'This view cannot be shown',
      message: 'Tieout itself made a mistake. Your workbook was not touched. Compare again; if it happens again, report it.',
    },

    about: {
      title: 'About Tieout',
      body: 'Tieout compares your workbook with the official model, shows every difference, and syncs the ones you choose. Everything happens on this computer.',
    },
  };
}

export type Strings = ReturnType<typeof createStrings>;
