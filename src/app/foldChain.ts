import type { Chain } from '../core/explain/Chain';

/** A chain as it is shown at first. */
export interface FoldedChain {
  readonly first: Chain;
  /** What is only counted until it is asked for; empty where the chain is short. */
  readonly between: Chain;
  readonly last: Chain;
}

/** Longer chains than this are shown from both ends. */
const MOST_STEPS = 6;
const FIRST = 3;
const LAST = 2;

/** The ends of a long chain, and what is between them; a short one is all `first`. */
export function foldChain(chain: Chain): FoldedChain {
  if (chain.length <= MOST_STEPS) return { first: chain, between: [], last: [] };
  return { first: chain.slice(0, FIRST), between: chain.slice(FIRST, -LAST), last: chain.slice(-LAST) };
}
