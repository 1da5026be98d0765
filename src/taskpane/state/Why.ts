import type { Explanation } from '../../app/Explanation';
import type { ComparedModels } from '../../app/ports/ComparisonEngine';

/**
 * What is known about why the headlines differ. `shown` is what can be looked at: once `there`, of the comparison on show; before, of the one
 * before it, if any.
 */
export type Why =
  /** No headline differs by a number. */
  | { readonly at: 'none'; readonly shown: null }
  /** Still to be asked for. */
  | { readonly at: 'wanted'; readonly shown: Explained | null }
  /** `done` runs from 0 to 1. */
  | { readonly at: 'working'; readonly done: number; readonly shown: Explained | null }
  | { readonly at: 'there'; readonly shown: Explained }
  | { readonly at: 'failed'; readonly message: string; readonly shown: null }
  /** The user cancelled it. */
  | { readonly at: 'stopped'; readonly shown: null };

/** An explanation and the comparison it is of. */
interface Explained {
  readonly models: ComparedModels;
  readonly explanation: Explanation;
}

/** What is known right after a comparison, when `before` was known of the one before it. */
export function wantWhy({ comparison }: ComparedModels, before: Why | null): Why {
  if (!comparison.headlines.some(({ gap, ties }) => gap !== null && !ties)) return { at: 'none', shown: null };
  return { at: 'wanted', shown: before?.shown ?? null };
}
