import type { FaultKind } from './faultKinds';
import { cleanSync, contentsOf, inExcel, valueOf, WATCH } from './faultySync';
import type { RevisedPair } from './revisedPair';

/** Expects that a sync which meets a passing fault, at whichever request, leaves the book wholly synced or wholly as it was. */
export async function expectWholeOrNothing(pair: RevisedPair, fault: FaultKind): Promise<void> {
  const { open, plan, before, synced, actions } = await cleanSync(pair);
  for (const [index, count] of actions.entries()) {
    const book = open();
    await inExcel(book, async ({ faults, host, runs }) => {
      fault(faults, index + 1, count);
      const done = await host.apply(plan, WATCH);
      if (done.ok && done.value.stopped !== undefined) valueOf(await runs.takeBack(WATCH));
      const whole = done.ok && done.value.stopped === undefined;
      if (!whole) valueOf(await runs.leave());
      expect({ index, now: contentsOf(book) }).toEqual({ index, now: whole ? synced : before });
    });
  }
}

/** Expects that a sync which a lasting fault ends, at whichever request, is taken back, or finished, at the next start. */
export async function expectTakenBackOrFinished(pair: RevisedPair, fault: FaultKind): Promise<void> {
  const { open, plan, before, synced, actions } = await cleanSync(pair);
  for (const [index, count] of actions.entries()) {
    for (const way of ['takeBack', 'finish'] as const) {
      const book = open();
      const crashed = await inExcel(book, async ({ faults, host }) => {
        fault(faults, index + 1, count);
        return host.apply(plan, WATCH);
      });
      const whole = crashed.ok && crashed.value.stopped === undefined;
      await inExcel(book, async ({ runs }) => {
        const found = valueOf(await runs.find());
        if (found === null) valueOf(await runs.leave());
        else valueOf<unknown>(await runs[way](WATCH));
        const wanted = found === null ? whole : way === 'finish';
        expect({ index, way, now: contentsOf(book) }).toEqual({ index, way, now: wanted ? synced : before });
      });
    }
  }
}
