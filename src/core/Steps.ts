/** A long calculation in steps short enough to stop or wait between them; each gives how far it is, from 0 to 1, and the last the result. */
export type Steps<T> = Generator<number, T, void>;

/** Goes through all steps at once. */
export function finishSteps<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
