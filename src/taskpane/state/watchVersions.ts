import type { Wakes } from '../PaneServices';

/** So often a catalog is asked whether anything is new, in milliseconds, and so seldom where it does not answer. */
const EVERY = 5 * 60_000;
const SELDOM = 60 * 60_000;

interface WatchContext {
  readonly wakes: Wakes;
  /** Whether there is a catalog to ask. */
  readonly follows: () => boolean;
  /** Asks it; whether it answered. */
  readonly ask: () => Promise<boolean>;
}

/** Asks a catalog now and then, while the pane can be seen, whether anything is new; one that does not answer ever more seldom. */
export function watchVersions({ wakes, follows, ask }: WatchContext) {
  let stop: (() => void) | null = null;
  let failures = 0;
  let isDue = false;
  let isAsking = false;
  let closed = false;

  async function look(): Promise<void> {
    stop = null;
    if (isAsking || closed || !follows()) return;
    isDue = !wakes.isVisible();
    // Nobody sees what is new: it is asked as soon as someone does.
    if (isDue) return;
    isAsking = true;
    const answered = await ask().catch(() => false);
    isAsking = false;
    failures = answered ? 0 : failures + 1;
    wake();
  }

  function wake(): void {
    if (stop !== null || isDue || isAsking || closed || !follows()) return;
    stop = wakes.after(Math.min(EVERY * 2 ** failures, SELDOM), () => void look());
  }

  const unheard = wakes.onVisible(() => void (isDue && look()));
  return {
    /** Begins, where there is a catalog by now. */
    wake,
    close() {
      closed = true;
      stop?.();
      unheard();
    },
  };
}
