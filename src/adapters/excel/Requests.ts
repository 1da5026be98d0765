import { noAnswer, toProblem } from './OfficeProblem';

/** How long Excel is waited for, and how often it is asked again while it is busy; in milliseconds. */
export interface Patience {
  readonly answer: number;
  readonly retries: readonly number[];
}

/** Ninety seconds for an answer; five attempts over some three seconds while Excel is busy or a cell is being edited. */
export const PATIENCE: Patience = { answer: 90_000, retries: [150, 350, 800, 1700] };

/** The one way to talk to Excel: queue, send, wait for the answer. */
export class Requests {
  constructor(private readonly patience: Patience) {}

  /**
   * Sends what `queue` queues as one request and returns what it returned, loaded. Asks again while Excel is busy,
   * unless `once`. Throws an OfficeProblem.
   */
  async send<T>(queue: (context: Excel.RequestContext) => T, once = false): Promise<T> {
    for (let attempt = 0; ; attempt++) {
      const context = new Excel.RequestContext();
      try {
        const queued = queue(context);
        await this.sync(context);
        return queued;
      } catch (error) {
        const problem = toProblem(error);
        const pause = this.patience.retries[attempt];
        if (once || !problem.isBusy || pause === undefined) throw problem;
        await new Promise((resolve) => setTimeout(resolve, pause));
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
