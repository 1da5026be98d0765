import type { SheetPair } from './Correspondence';
import { swapAligned } from './swapAligned';

/** A sheet pair with the two workbooks in each other's place. */
export function swapPair(pair: SheetPair): SheetPair {
  return { ...swapAligned(pair), official: pair.local, local: pair.official };
}
