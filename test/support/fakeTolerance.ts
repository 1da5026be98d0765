import { isSameWithin, type EqualWithin } from '../../src/core/compare/EqualWithin';
import { succeed, type Result } from '../../src/core/Result';
import type { PaneServices } from '../../src/taskpane/PaneServices';

/** A workbook's memory of what its user counts as equal. */
export class FakeTolerance {
  kept: EqualWithin | null = null;
  result: Result<null> = succeed(null);

  readonly services: PaneServices['tolerance'] = {
    remembered: () => this.kept,
    remember: async (within, usual) => {
      if (this.result.ok) this.kept = isSameWithin(within, usual) ? null : within;
      return this.result;
    },
  };
}
