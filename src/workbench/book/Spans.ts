import { cutParts } from '../../core/workbook/cutLines';
import type { Span } from '../../core/workbook/Snapshot';
import { shiftSpan, type LineShift } from './LineShift';

/** A set of lines kept as sorted, separate runs, so that hiding a million rows is one entry. */
export class Spans {
  #runs: readonly Span[];

  constructor(runs: readonly Span[] = []) {
    this.#runs = joined(runs);
  }

  get runs(): readonly Span[] {
    return this.#runs;
  }

  has(line: number): boolean {
    return this.#runs.some((run) => line >= run.first && line <= run.last);
  }

  /** How many lines of the run are in the set. */
  countIn(span: Span): number {
    return this.#runs.reduce((sum, run) => sum + Math.max(0, Math.min(run.last, span.last) - Math.max(run.first, span.first) + 1), 0);
  }

  add(span: Span): void {
    this.#runs = joined([...this.#runs, span]);
  }

  remove(span: Span): void {
    this.#runs = this.#runs.flatMap((run) => [
      ...(run.first < span.first ? [{ first: run.first, last: Math.min(run.last, span.first - 1) }] : []),
      ...(run.last > span.last ? [{ first: Math.max(run.first, span.last + 1), last: run.last }] : []),
    ]);
  }

  /** Carries the set through inserted, deleted or cut lines; inserted lines are not in it. */
  shift(shift: LineShift): void {
    this.#runs = joined(
      this.#runs.flatMap((run) => {
        if (shift.kind === 'cut') return cutParts(run, shift).flatMap((part) => shiftSpan(part, shift) ?? []);
        if (shift.kind === 'insert' && run.first < shift.at && run.last >= shift.at) {
          const head = { first: run.first, last: shift.at - 1 };
          const tail = shiftSpan({ first: shift.at, last: run.last }, shift);
          return tail ? [head, tail] : [head];
        }
        const moved = shiftSpan(run, shift);
        return moved ? [moved] : [];
      }),
    );
  }
}

function joined(runs: readonly Span[]): readonly Span[] {
  const result: Span[] = [];
  for (const run of [...runs].sort((a, b) => a.first - b.first)) {
    const previous = result[result.length - 1];
    if (previous && run.first <= previous.last + 1)
      result[result.length - 1] = { first: previous.first, last: Math.max(previous.last, run.last) };
    else result.push(run);
  }
  return result;
}
