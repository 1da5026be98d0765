/** A long calculation in steps short enough to stop or wait between them; each gives how far it is, from 0 to 1, and the last the result. */
export type Steps<T> = Generator<number, T, void>;

/** Goes through all steps at once. */
export function finishSteps<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** Steps that are a part of a longer calculation: how far they are is told as what lies between `from` and `to` of it. */
export function* stepsBetween<T>(from: number, to: number, steps: Steps<T>): Steps<T> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    yield from + step.value * (to - from);
  }
}
