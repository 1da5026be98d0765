import type { InterruptedRun } from '../../app/ports/InterruptedRuns';

interface Wording {
  readonly day: (at: Date) => string;
  readonly cells: (count: number) => string;
  readonly whole: (count: number) => string;
}

/** What the pane says of a sync during which Excel crashed or stopped answering. */
export function interruptedTexts({ day, cells, whole }: Wording) {
  return {
    title: ({ action, at }: InterruptedRun) => `${action === 'sync' ? 'A sync' : 'An undo'} on ${day(new Date(at))} was interrupted`,
    body: ({ written, cells: all }: InterruptedRun) =>
      `${whole(written)} of ${cells(all)} had been written. Put everything back as it was before, or leave it as it is now.`,
    takeBack: 'Undo it',
    leave: 'Leave it as it is',
    working: 'Taking it back',
    done: { title: 'Interrupted sync undone', message: 'Your workbook is as it was before. Compare again to see where you stand.' },
    partly: 'Cells that somebody changed since were left as they are.',
    failed: 'Could not undo it',
  };
}
