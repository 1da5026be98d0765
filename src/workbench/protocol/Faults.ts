import type { HostBook } from '../book/HostBook';

/** Something that goes wrong, or happens, at one rich API request. */
export interface Fault {
  /** Which request from now on: 1 is the next. What office.js sends to tidy up does not count. */
  readonly request: number;
  /** What somebody else does just before the request, such as a co-author's edit. */
  readonly before?: (book: HostBook) => void;
  /** An error in the reply, after that many actions of the batch have taken effect (0 by default). */
  readonly error?: { readonly code: string; readonly message?: string; readonly afterActions?: number };
  /** An Office error number for the request as a whole, which then does nothing. */
  readonly officeError?: number;
  /** The request runs, but its reply gets lost. */
  readonly dropReply?: boolean;
  /** Milliseconds the reply takes longer. */
  readonly delay?: number;
}

/** What tests, and people trying things out, can make go wrong. */
export class Faults {
  /** True while the user is typing in a cell: Excel takes no request. */
  cellEditMode = false;
  /** True when this Excel does not serve the file's bytes. */
  fileRefused = false;
  /** True once Excel has crashed or the connection is gone: no rich API request is done any more. */
  down = false;
  /** Milliseconds every rich API reply takes longer. */
  delay = 0;
  #planned: { left: number; readonly fault: Fault }[] = [];

  /** Lets the fault happen at its request. */
  plan(fault: Fault): void {
    this.#planned.push({ left: fault.request, fault });
  }

  /** Forgets all that was planned and set. */
  clear(): void {
    this.cellEditMode = false;
    this.fileRefused = false;
    this.down = false;
    this.delay = 0;
    this.#planned = [];
  }

  /** Counts a request and returns what is planned for it. */
  take(): readonly Fault[] {
    for (const planned of this.#planned) planned.left--;
    const due = this.#planned.filter((planned) => planned.left === 0);
    this.#planned = this.#planned.filter((planned) => planned.left > 0);
    return due.map((planned) => planned.fault);
  }
}
