import type { Around, Changed, Structural } from './Around';
import type { Requests } from './Requests';

/** Sends a step once, with what goes with it in its request. Throws an OfficeProblem. */
export async function sendStep(
  requests: Requests,
  inverse: Structural,
  { before, after, isDone }: Around,
  queue: (context: Excel.RequestContext) => void,
): Promise<Changed> {
  await requests.sendOnce(
    (context) => {
      before(context, inverse);
      queue(context);
      after(context);
    },
    () => isDone(inverse),
  );
  return { inverse, skipped: null };
}
