import type { InterruptedRun } from '../../app/ports/InterruptedRuns';

interface Wording {
  readonly day: (at: Date) => string;
  readonly cells: (count: number) => string;
  readonly whole: (count: number) => string;
}

const WAYS: Readonly<Record<InterruptedRun['finish'], string>> = {
  possible: 'Finish it just as planned, put everything back as it was before, or leave it as it is now.',
  unplanned: 'Put everything back as it was before, or leave it as it is now.',
  undecided:
    'It cannot be finished: whether rows or columns were moved before it broke off cannot be told any more. Put everything back as it was before, or leave it as it is now.',
};

/** What the pane says of a sync during which Excel crashed or stopped answering. */
export function interruptedTexts({ day, cells, whole }: Wording) {
  return {
    title: ({ action, at }: InterruptedRun) => `${action === 'sync' ? 'A sync' : 'An undo'} on ${day(new Date(at))} was interrupted`,
    body: ({ written, cells: all, finish }: InterruptedRun) => `${whole(written)} of ${cells(all)} had been written. ${WAYS[finish]}`,
    finish: 'Finish it',
    takeBack: 'Undo it',
    leave: 'Leave it as it is',
    working: 'Taking it back',
    finishing: (done: number) => (done > 0 && done < 1 ? `Finishing… ${whole(Math.floor(done * 100))}%` : 'Finishing…'),
    finished: (count: number) => ({
      title: 'Interrupted sync finished',
      message: `${cells(count)} are as planned. Compare again to see where you stand; the History can undo it.`,
    }),
    done: { title: 'Interrupted sync undone', message: 'Your workbook is as it was before. Compare again to see where you stand.' },
    partly: 'Cells that somebody changed since were left as they are.',
    failed: 'Could not undo it',
    notFinished: 'Could not finish it',
  };
}
