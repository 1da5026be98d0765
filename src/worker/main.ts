/** The worker: the steps of comparing and planning, wired to the pane that started it. */
import { combineModels } from '../adapters/calculation/combineModels';
import { readWorkbook } from '../adapters/xlsx/readWorkbook';
import { compareSnapshots } from '../app/compareWorkbooks';
import { explainGaps } from '../app/explainGaps';
import { recompare } from '../app/recompare';
import { planSync } from '../core/sync/planSync';
import type { Port } from './messages';
import { serve } from './serve';

serve(self as unknown as Port, {
  readFile: readWorkbook,
  compare: compareSnapshots,
  recompare,
  explainGaps: (compared, locale) => explainGaps(compared, { combine: combineModels }, locale),
  plan: ({ official, local, correspondence, comparison }, { take, remove, moves = true }) =>
    planSync(official, local, correspondence, comparison, { take, deleteLocalOnly: remove, moves }),
});
