/** What the pane says when a step ended; `cells` and `causes` write how many there are. */
export function noticeTexts({ cells, causes }: { readonly cells: (count: number) => string; readonly causes: (count: number) => string }) {
  return {
    cancelled: 'Cancelled',
    synced: (count: number, left: number) => ({
      title: left === 0 ? 'Synced' : 'Synced in part',
      message:
        left === 0
          ? `${cells(count)} written. What was taken no longer differs.`
          : `${cells(count)} written. ${causes(left)} of those taken ${left === 1 ? 'is' : 'are'} still there.`,
    }),
    skipped: (sheet: string, address: string, reason: string) => `${[sheet, address].filter(Boolean).join(', ')}: ${reason}`,
    undone: (count: number, left: number) => ({
      title: left === 0 ? 'Sync undone' : 'Sync undone in part',
      message:
        (count > 0 || left === 0
          ? `${cells(count)} ${count === 1 ? 'is as it was' : 'are as they were'} before the sync.`
          : 'Nothing was changed.') + (left === 0 ? '' : ` What holds something else by now was left as it is.`),
    }),
    failed: {
      comparing: 'Could not compare',
      base: 'Compared without the version yours came from',
      planning: 'Could not plan the sync',
      syncing: 'The sync stopped',
      undoing: 'Could not undo everything',
      highlight: 'Could not highlight',
      select: 'Could not go to the cell',
      official: 'This official model cannot be used',
      remember: 'The link was not saved',
      decide: 'The decision was not saved',
      headline: 'The headlines stay as they are',
      rememberHeadlines: 'This choice of headlines was not saved',
      rememberTolerance: 'What counts as equal was not saved',
    },
    headlineAdded: (name: string) => ({ title: 'Headline added', message: `${name} is a headline now. This workbook remembers it.` }),
    notRemembered: (message: string) => `This workbook’s history does not tell of it: ${message}`,
    unverified: 'The changes were written, but comparing again did not finish.',
    compareAgain: 'Compare again to see where you stand.',
    movedSinceCompared:
      'Rows, columns or cells were inserted or deleted since the comparison, so yours no longer stand where they stood. Nothing was changed. Compare again.',
    movedSinceSync:
      'Rows, columns or cells were inserted or deleted since the sync, so what it wrote stands elsewhere now. Nothing was changed. Take that back in the sheet first, then undo the sync.',
  };
}
