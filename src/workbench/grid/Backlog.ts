import type { CellRange } from '../../core/workbook/Address';
import type { HostEvent } from '../book/HostEvent';
import type { HostSheet } from '../book/HostSheet';
import { shiftRange } from '../book/LineShift';

/** A range of the book that was written. */
export interface WrittenRange {
  readonly sheet: HostSheet;
  readonly range: CellRange;
}

/** How long nothing must have happened in the book for it to be at rest; in milliseconds. */
const REST = 2_000;

/** What is written in the book while the grid does not follow it, where it stands by now; once the book is at rest, `draw` is called with it. */
export class Backlog {
  #written: WrittenRange[] = [];
  #waiting: ReturnType<typeof setTimeout> | undefined;
  #drawn = false;

  constructor(private readonly draw: (written: readonly WrittenRange[]) => void) {}

  /** To be told of everything that happens in the book. */
  notice(event: HostEvent): void {
    if (this.#drawn) return;
    if (event.kind === 'cells') this.#written.push({ sheet: event.sheet, range: event.range });
    if (event.kind === 'lines') {
      const { sheet, shift } = event;
      this.#written = this.#written.flatMap((one) => {
        const range = one.sheet === sheet ? shiftRange(one.range, shift) : one.range;
        return range ? [{ ...one, range }] : [];
      });
    }
    clearTimeout(this.#waiting);
    this.#waiting = setTimeout(() => this.drawNow(), REST);
  }

  /** Does not wait for rest. */
  drawNow(): void {
    if (this.#drawn) return;
    this.dispose();
    this.draw(this.#written);
  }

  /** Nothing is drawn any more. */
  dispose(): void {
    this.#drawn = true;
    clearTimeout(this.#waiting);
  }
}
