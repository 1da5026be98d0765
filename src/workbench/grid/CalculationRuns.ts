import { ICommandService, type ICommandInfo, type IDisposable, type IExecutionOptions, type Injector, type IRange } from '@univerjs/core';
import {
  IActiveDirtyManagerService,
  InsertColMutation,
  InsertRowMutation,
  RemoveColMutation,
  RemoveRowMutation,
  SetFormulaCalculationNotificationMutation,
  SetFormulaCalculationStartMutation,
  SetFormulaCalculationStopMutation,
  SetRangeValuesMutation,
} from '@univerjs/preset-sheets-core';
import type { LineShift } from '../book/LineShift';
import { mergeDirty, shiftDirty, type DirtyConversion, type DirtyData } from './dirtyData';

/** Changes of looks alone, after which nothing is calculated. */
const LOOKS = /set-style|set-border|clear-selection-format/;
/** How long nothing must have changed before a calculation begins; in milliseconds. */
const REST = 100;
/** A calculation that has said nothing for so long has failed. */
const LONGEST = 120_000;

/**
 * Says when Univer calculates, in place of Univer. That one lets a calculation go on while the cells change: its results are then put
 * where the formulas were, and it forgets what it had still to calculate when it breaks one off twice. Here a calculation is broken off
 * at the first change, and the next one is given all that is still to be calculated, where it stands by then.
 */
export class CalculationRuns implements IDisposable {
  readonly #commands: ICommandService;
  readonly #dirty: IActiveDirtyManagerService;
  readonly #conversions = new Map<string, DirtyConversion>();
  readonly #waiting = new Set<() => void>();
  readonly #listening: IDisposable;
  /** What changed and is not being calculated. */
  #owed: DirtyData[] = [];
  /** What is being calculated from. */
  #running: DirtyData[] | null = null;
  #brokenOff = false;
  #rest: ReturnType<typeof setTimeout> | undefined;
  #patience: ReturnType<typeof setTimeout> | undefined;

  constructor(injector: Injector) {
    this.#commands = injector.get(ICommandService);
    this.#dirty = injector.get(IActiveDirtyManagerService);
    this.#listening = this.#commands.onCommandExecuted((command, how) => this.#notice(command, how));
    for (const id of [...this.#dirty.getDirtyConversionMap().keys()]) this.#conversionOf(id);
  }

  /** Resolves when nothing is left to calculate: at once when nothing is. */
  async idle(): Promise<void> {
    if (this.#isIdle) return;
    await new Promise<void>((resolve) => this.#waiting.add(resolve));
  }

  dispose(): void {
    this.#listening.dispose();
    clearTimeout(this.#rest);
    clearTimeout(this.#patience);
    this.#owed = [];
    this.#running = null;
    this.#release();
  }

  get #isIdle(): boolean {
    return this.#owed.length === 0 && !this.#running;
  }

  #notice(command: Readonly<ICommandInfo>, how: IExecutionOptions | undefined): void {
    const { id, params } = command;
    if (id === SetFormulaCalculationNotificationMutation.id) return this.#hear(params as Notification);
    const conversion = this.#conversionOf(id);
    if (!conversion || (id === SetRangeValuesMutation.id && (how?.onlyLocal || LOOKS.test(triggerOf(params))))) return;
    const shift = shiftOf(command);
    if (shift) {
      const { subUnitId } = params as Lines;
      const moved = (dirty: DirtyData) => shiftDirty(dirty, subUnitId, shift);
      this.#owed = this.#owed.map(moved);
      this.#running &&= this.#running.map(moved);
    }
    this.#owed.push(conversion.getDirtyData(command));
    this.#breakOff();
    this.#beginAfterRest();
  }

  /** Univer begins after the changes that it finds a conversion for: it finds none, as they are kept here. */
  #conversionOf(id: string): DirtyConversion | undefined {
    const registered = this.#dirty.get(id);
    if (registered) {
      this.#conversions.set(id, registered);
      this.#dirty.remove(id);
    }
    return this.#conversions.get(id);
  }

  #breakOff(): void {
    if (!this.#running || this.#brokenOff) return;
    this.#brokenOff = true;
    this.#commands.syncExecuteCommand(SetFormulaCalculationStopMutation.id, {}, { onlyLocal: true });
  }

  #beginAfterRest(): void {
    clearTimeout(this.#rest);
    this.#rest = setTimeout(() => {
      this.#rest = undefined;
      // Univer would go on with the one that runs as if it were the new one.
      if (!this.#running) this.#begin();
    }, REST);
  }

  #begin(): void {
    this.#running = this.#owed;
    this.#owed = [];
    this.#brokenOff = false;
    this.#beAsPatient();
    this.#commands.syncExecuteCommand(SetFormulaCalculationStartMutation.id, mergeDirty(this.#running), { onlyLocal: true });
  }

  #hear({ functionsExecutedState }: Notification): void {
    if (!this.#running) return;
    // The last word of a calculation, after its results; those before are about its progress.
    if (functionsExecutedState !== undefined) this.#end(this.#brokenOff);
    else this.#beAsPatient();
  }

  #end(again: boolean): void {
    clearTimeout(this.#patience);
    if (again && this.#running) this.#owed = [...this.#running, ...this.#owed];
    this.#running = null;
    if (this.#isIdle) this.#release();
    else if (this.#rest === undefined) this.#beginAfterRest();
  }

  #beAsPatient(): void {
    clearTimeout(this.#patience);
    this.#patience = setTimeout(() => this.#end(false), LONGEST);
  }

  #release(): void {
    for (const done of [...this.#waiting]) {
      this.#waiting.delete(done);
      done();
    }
  }
}

interface Notification {
  readonly functionsExecutedState?: number;
}

interface Lines {
  readonly subUnitId: string;
  readonly range: IRange;
}

function shiftOf({ id, params }: Readonly<ICommandInfo>): LineShift | null {
  const inserts = id === InsertRowMutation.id || id === InsertColMutation.id;
  if (!inserts && id !== RemoveRowMutation.id && id !== RemoveColMutation.id) return null;
  const { startRow, endRow, startColumn, endColumn } = (params as Lines).range;
  const kind = inserts ? 'insert' : 'delete';
  return id === InsertRowMutation.id || id === RemoveRowMutation.id
    ? { kind, axis: 'row', at: startRow + 1, count: endRow - startRow + 1 }
    : { kind, axis: 'column', at: startColumn + 1, count: endColumn - startColumn + 1 };
}

function triggerOf(params: object | undefined): string {
  return (params as { trigger?: string } | undefined)?.trigger ?? '';
}
