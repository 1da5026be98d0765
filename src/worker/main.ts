/** The worker: the steps of comparing and planning, wired to the pane that started it. */
import { combineModels } from '../adapters/calculation/combineModels';
import { createComputedReads } from '../adapters/calculation/createComputedReads';
import { packer } from '../adapters/storage/pack/packer';
import { readWorkbook } from '../adapters/xlsx/readWorkbook';
import { compareSnapshots } from '../app/compareWorkbooks';
import { explainGaps } from '../app/explainGaps';
import { planWithHeadlines } from '../app/planWithHeadlines';
import { recompare } from '../app/recompare';
import type { Port } from './messages';
import { serve } from './serve';

const calculator = { combine: combineModels };

serve(self as unknown as Port, {
  readFile: readWorkbook,
  packer,
  computedReads: createComputedReads,
  compare: compareSnapshots,
  recompare,
  explainGaps: (compared, locale, options) => explainGaps(compared, calculator, locale, options),
  plan: (compared, request, within) => planWithHeadlines(compared, request, calculator, within),
});
