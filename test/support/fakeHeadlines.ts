import { NO_CHOICE, type HeadlineChoice } from '../../src/core/headlines/HeadlineChoice';
import { succeed, type Result } from '../../src/core/Result';
import type { PaneServices } from '../../src/taskpane/PaneServices';

/** A workbook's memory of the headlines that its user chose. */
export class FakeHeadlines {
  kept: HeadlineChoice = NO_CHOICE;
  result: Result<null> = succeed(null);

  readonly services: PaneServices['headlines'] = {
    remembered: () => this.kept,
    remember: async (choice) => {
      if (this.result.ok) this.kept = choice;
      return this.result;
    },
  };
}
