import type { InterruptedRuns } from '../../app/ports/InterruptedRuns';
import type { Packer } from '../../app/ports/Packer';
import { succeed } from '../../core/Result';
import { answer } from './answer';
import { finishRun } from './finishRun';
import { findInterrupted, recoverRun } from './recoverRun';
import { PATIENCE, Requests, type Patience } from './Requests';
import { RunJournal } from './RunJournal';

/** Syncs of the workbook open in Excel that were interrupted. Call it after `Office.onReady`. */
export function createInterruptedRuns(packer: Packer, patience: Patience = PATIENCE): InterruptedRuns {
  const requests = new Requests(patience);
  return {
    find: () => answer(() => findInterrupted(requests, new RunJournal(requests, packer), packer)),
    takeBack: (watch) => answer(() => recoverRun(requests, new RunJournal(requests, packer), packer, watch)),
    finish: (watch) => answer(() => finishRun(requests, new RunJournal(requests, packer), packer, watch)),
    leave: () =>
      answer(async () => {
        await new RunJournal(requests, packer).end();
        return succeed(null);
      }),
  };
}
