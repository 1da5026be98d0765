import { ICommandService, type IDisposable, type Injector } from '@univerjs/core';
import {
  IActiveDirtyManagerService,
  SetFormulaCalculationNotificationMutation,
  SetFormulaCalculationStartMutation,
  SetFormulaCalculationStopMutation,
  SetRangeValuesMutation,
} from '@univerjs/preset-sheets-core';

/** Changes of looks alone, after which Univer does not calculate. */
const LOOKS = /set-style|set-border|clear-selection-format/;
/** Univer calculates a tenth of a second after a change; when it has not begun by then, it does not mean to. */
const BEGINS_WITHIN = 3000;
const LONGEST = 120_000;

/** Knows whether Univer still has something to calculate: it calculates a moment after a change, and stops and begins anew at the next one. */
export class CalculationWatch implements IDisposable {
  /** A change was made whose calculation has not begun. */
  #due = false;
  #running = false;
  #giveUp: ReturnType<typeof setTimeout> | undefined;
  readonly #waiting = new Set<() => void>();
  readonly #listening: IDisposable;

  constructor(injector: Injector) {
    const dirty = injector.get(IActiveDirtyManagerService);
    this.#listening = injector.get(ICommandService).onCommandExecuted(({ id, params }, how) => {
      if (id === SetFormulaCalculationStartMutation.id) this.#set(false, true);
      else if (id === SetFormulaCalculationStopMutation.id) this.#set(true, this.#running);
      else if (id === SetFormulaCalculationNotificationMutation.id) {
        // The last word of a calculation, after its results; those before are about its progress.
        if ((params as { functionsExecutedState?: number }).functionsExecutedState !== undefined) this.#set(this.#due, false);
      } else if (dirty.get(id) && !(id === SetRangeValuesMutation.id && (how?.onlyLocal || LOOKS.test(triggerOf(params))))) {
        this.#set(true, this.#running);
      }
    });
  }

  /** Resolves when nothing is left to calculate: at once when nothing is. */
  async idle(): Promise<void> {
    if (!this.#due && !this.#running) return;
    await new Promise<void>((resolve) => {
      const done = (): void => {
        clearTimeout(longest);
        this.#waiting.delete(done);
        resolve();
      };
      const longest = setTimeout(done, LONGEST);
      this.#waiting.add(done);
    });
  }

  dispose(): void {
    clearTimeout(this.#giveUp);
    this.#listening.dispose();
    this.#release();
  }

  #set(due: boolean, running: boolean): void {
    this.#due = due;
    this.#running = running;
    clearTimeout(this.#giveUp);
    if (due) this.#giveUp = setTimeout(() => this.#set(false, this.#running), BEGINS_WITHIN);
    else if (!running) this.#release();
  }

  #release(): void {
    for (const done of [...this.#waiting]) done();
  }
}

function triggerOf(params: object | undefined): string {
  return (params as { trigger?: string } | undefined)?.trigger ?? '';
}
