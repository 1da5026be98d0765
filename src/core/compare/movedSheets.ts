import { heaviestChain } from '../align/heaviestChain';
import type { SheetPair } from '../align/Correspondence';

/** Indexes of the sheet pairs that stand elsewhere among the others, as few as explain the two orders. */
export function movedSheets(pairs: readonly SheetPair[]): ReadonlySet<number> {
  const both = pairs.map((_, index) => index).filter((index) => pairs[index]!.official !== null && pairs[index]!.local !== null);
  both.sort((a, b) => pairs[a]!.official! - pairs[b]!.official!);
  const stayed = heaviestChain(
    both.map((index) => pairs[index]!.official!),
    both.map((index) => pairs[index]!.local!),
    both.map(() => 1),
  );
  const kept = new Set(stayed.map((k) => both[k]!));
  return new Set(both.filter((index) => !kept.has(index)));
}
