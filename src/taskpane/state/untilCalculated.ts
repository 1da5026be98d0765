import type { WorkbookHost } from '../../app/ports/WorkbookHost';
import type { Watch } from '../../core/Watch';

/** While Excel calculates it is asked so often, in milliseconds, whether it is done. */
const ASK_AGAIN = 100;
/** Longer than this nobody is kept waiting, in milliseconds: what is then compared says that results are still to come. */
const MOST = 20_000;

/** Resolves once Excel has calculated what is to be calculated by itself, or when it takes too long, does not answer or nobody waits any more. */
export async function untilCalculated(host: Pick<WorkbookHost, 'calculation'>, { signal }: Watch): Promise<void> {
  for (let waited = 0; waited < MOST && !signal.aborted; waited += ASK_AGAIN) {
    const calculation = await host.calculation();
    if (!calculation.ok || calculation.value !== 'pending') return;
    await new Promise((resolve) => setTimeout(resolve, ASK_AGAIN));
  }
}
