import { heaviestChain } from './heaviestChain';
import type { LineIds } from './internHashes';

const SAMPLE = 200;
/** Lines are shuffled when at least so many have one equal on the other side, of which at most so many come in order. */
const LEAST_EQUAL = 0.2;
const MOST_IN_ORDER = 0.4;

/** True when many lines are the same on both sides, each there once, but in quite another order; from a sample. */
export function seemsShuffled({ official, local, count }: LineIds): boolean {
  const at = new Int32Array(count + 1);
  for (let j = 1; j < local.length; j++) at[local[j]!] = at[local[j]!] === 0 ? j : -1;
  const seen = new Uint8Array(count + 1);
  const repeated = new Uint8Array(count + 1);
  for (let i = 1; i < official.length; i++) {
    if (seen[official[i]!] === 1) repeated[official[i]!] = 1;
    seen[official[i]!] = 1;
  }
  const equal: number[] = [];
  for (let i = 1; i < official.length; i++) {
    const id = official[i]!;
    if (id !== 0 && at[id]! > 0 && repeated[id] === 0) equal.push(i);
  }
  if (equal.length < LEAST_EQUAL * Math.min(official.length, local.length) || equal.length < 10) return false;
  const step = Math.max(1, Math.floor(equal.length / SAMPLE));
  const sample = equal.filter((_, k) => k % step === 0);
  const chain = heaviestChain(
    sample,
    sample.map((i) => at[official[i]!]!),
    new Uint8Array(sample.length).fill(1),
  );
  return chain.length <= MOST_IN_ORDER * sample.length;
}
