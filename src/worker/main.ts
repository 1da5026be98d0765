/** The worker: the steps of comparing and planning, wired to the pane that started it. */
import { checkStoredResults } from '../adapters/calculation/checkStoredResults';
import { combineModels } from '../adapters/calculation/combineModels';
import { createComputedReads } from '../adapters/calculation/createComputedReads';
import { packer } from '../adapters/storage/pack/packer';
import { applyToFile } from '../adapters/xlsx/applyToFile';
import { createFileMemory } from '../adapters/xlsx/createFileMemory';
import { readWorkbook } from '../adapters/xlsx/readWorkbook';
import { distanceBetween } from '../app/catalog/closestVersions';
import { measureVersion } from '../app/catalog/measureVersion';
import { compareSnapshots } from '../app/compareWorkbooks';
import { explainGaps } from '../app/explainGaps';
import { readAnswers } from '../app/ledger/readAnswers';
import { makeProposal } from '../app/propose/makeProposal';
import { weighIn } from '../app/propose/weighProposal';
import { planWithHeadlines } from '../app/planWithHeadlines';
import { recompare } from '../app/recompare';
import type { Port } from './messages';
import { serve } from './serve';

const computedReads = createComputedReads;
const calculator = { combine: combineModels };

serve(self as unknown as Port, {
  readFile: readWorkbook,
  packer,
  computedReads,
  compare: compareSnapshots,
  distance: distanceBetween,
  measureVersion: (version, locale, progress) =>
    measureVersion(
      version,
      { read: readWorkbook, checkResults: checkStoredResults, openMemory: createFileMemory, options: { computedReads }, locale },
      { progress },
    ),
  recompare,
  explainGaps: (compared, locale, options) => explainGaps(compared, calculator, locale, options),
  propose: (compared, bytes, { offered, head }, locale, options) =>
    makeProposal(compared, bytes, offered, head, { edit: applyToFile, read: readWorkbook, packer, calculator }, locale, options),
  weighOffers: (compared, offers, options) => weighIn(compared, offers, options, calculator),
  readAnswers: async (bytes) => {
    const memory = createFileMemory(bytes);
    return memory.ok ? readAnswers(memory.value) : memory;
  },
  plan: (compared, request, within, isProposed) => planWithHeadlines(compared, request, calculator, within, isProposed),
});
