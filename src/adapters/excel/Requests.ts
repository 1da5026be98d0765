import { noAnswer, toProblem, type OfficeProblem } from './OfficeProblem';

/** How long Excel is waited for, and how often it is asked again while it is busy; in milliseconds. */
export interface Patience {
  readonly answer: number;
  readonly retries: readonly number[];
  /** Lets that much time pass before Excel is asked again. */
  readonly pause?: (milliseconds: number) => Promise<void>;
}

/** Ninety seconds for an answer; six attempts over some eight seconds while Excel is busy or a cell is being edited. */
export const PATIENCE: Patience = { answer: 90_000, retries: [150, 350, 800, 1700, 5000] };

/** So often is tried again what failed without Excel saying why. */
const AFTER_FAILURES = 2;

/** The one way to talk to Excel: queue, send, wait for the answer. */
export class Requests {
  constructor(private readonly patience: Patience) {}

  /**
   * Sends what `queue` queues as one request and returns what it returned, loaded. Asks again while Excel is busy, and a little when it
   * fails for no reason, so that what is queued must do no harm when it is done twice. Throws an OfficeProblem.
   */
  send<T>(queue: (context: Excel.RequestContext) => T): Promise<T> {
    return this.#attempts(queue, (problem, attempt) => problem.isBusy || (problem.isPassing && attempt < AFTER_FAILURES));
  }

  /** Sends what must not be done twice: again only while Excel is busy and `isDone` finds that nothing of it was done. */
  sendOnce<T>(queue: (context: Excel.RequestContext) => T, isDone: () => Promise<boolean | null>): Promise<T> {
    return this.#attempts(queue, async (problem) => problem.isBusy && (await isDone()) === false);
  }

  async #attempts<T>(
    queue: (context: Excel.RequestContext) => T,
    mayTryAgain: (problem: OfficeProblem, attempt: number) => boolean | Promise<boolean>,
  ): Promise<T> {
    for (let attempt = 0; ; attempt++) {
      const context = new Excel.RequestContext();
      try {
        const queued = queue(context);
        await this.sync(context);
        return queued;
      } catch (error) {
        const problem = toProblem(error);
        const wait = this.patience.retries[attempt];
        if (wait === undefined || !(await mayTryAgain(problem, attempt))) throw problem;
        await (this.patience.pause ?? pause)(wait);
      }
    }
  }

  /** Sends what is queued in a context. Throws an OfficeProblem, also when no answer comes in time. */
  async sync(context: Excel.RequestContext): Promise<void> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(noAnswer()), this.patience.answer);
    });
    try {
      await Promise.race([context.sync(), late]);
    } catch (error) {
      throw toProblem(error);
    } finally {
      clearTimeout(timer);
    }
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
