import type { Result } from '../../core/Result';
import { toProblem } from './OfficeProblem';

/** What Office refuses is a failure with a sentence; everything else is a mistake of ours and thrown. */
export async function answer<T>(work: () => Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await work();
  } catch (error) {
    return { ok: false, failure: toProblem(error).failure };
  }
}
