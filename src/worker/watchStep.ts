import type { Watch } from '../core/Watch';
import type { Reply } from './messages';

/** Where each step stands in the one progress bar over all of them. */
const STEPS = { read: [0, 0.7], compare: [0.7, 0.95], list: [0.95, 1] } as const;

/** What a comparison goes through. */
export type Step = keyof typeof STEPS;

/** A watch on one step that tells the pane how far the whole comparison is. */
export function watchStep(id: number, step: Step, say: (reply: Reply) => void): Watch {
  const [from, to] = STEPS[step];
  return {
    progress: (doing, done) => say({ id, say: 'progress', doing, done: from + (to - from) * done }),
    signal: { aborted: false },
  };
}
