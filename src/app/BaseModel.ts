import { AlignmentMemory } from '../core/align/AlignmentMemory';
import type { CompareOptions } from '../core/compare/compare';
import { changesSince } from '../core/merge/compareWithBase';
import type { SinceBase } from '../core/merge/SinceBase';
import type { Snapshot } from '../core/workbook/Snapshot';
import { resolveKeys } from './resolveKeys';

/** The official version that both workbooks come from; what became of it in each is worked out once. */
export class BaseModel {
  readonly #known = new WeakMap<Snapshot, SinceBase>();
  /** Local is edited and looked at again and again; official stays. */
  readonly #memory = new AlignmentMemory();

  constructor(readonly snapshot: Snapshot) {}

  /** What became of the base in a workbook that comes from it; the options of one comparison stay the same ones. */
  changesIn(
    side: 'official' | 'local',
    copy: Snapshot,
    { sheetPairs = [], keys = [], tolerance, tolerances, computedReads }: CompareOptions,
  ): SinceBase {
    let since = this.#known.get(copy);
    if (since === undefined) {
      const isThere = (name: string, { sheets }: Snapshot): boolean =>
        sheets.some((sheet) => sheet.name.toLowerCase() === name.toLowerCase());
      const pairs = sheetPairs.filter(({ official, local }) => isThere(official, this.snapshot) && isThere(local, copy));
      since = changesSince(this.snapshot, copy, {
        sheetPairs: pairs,
        keys: resolveKeys(this.snapshot, copy, keys).flatMap((key) => key.keys),
        ...(tolerance !== undefined && { tolerance }),
        ...(tolerances !== undefined && { tolerances }),
        ...(computedReads !== undefined && { computedReads }),
        ...(side === 'local' && { memory: this.#memory }),
      });
      this.#known.set(copy, since);
    }
    return since;
  }
}
