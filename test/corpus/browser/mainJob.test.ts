import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { WorkbookFile } from '../../browser/harness/workbookFiles';
import { doMainJob } from '../../browser/harness/mainJob';
import { openWorkbench } from '../../browser/harness/openWorkbench';
import { useBrowser } from '../../browser/harness/useBrowser';
import { openLocalFile, openOfficialFile } from '../../browser/harness/workbookFiles';
import { recalculated, unequalValues, valuesOf } from '../../support/recalculated';
import { snapshotOf } from '../../support/snapshotOf';
import { describeWithLibreOffice } from '../../support/soffice';

const PAIRS = path.resolve(process.env['TIEOUT_CORPUS'] ?? path.join(__dirname, '../../../../shared/corpus'), 'pairs');
/** What a busy machine may need for opening, comparing, writing and undoing thousands of cells in a page. */
const PATIENCE = 600_000;

function fileOf(pair: string, version: 'old' | 'new'): WorkbookFile {
  const name = `${version}.xlsx`;
  return { name, bytes: new Uint8Array(readFileSync(path.join(PAIRS, pair, name))) };
}

describeWithLibreOffice('the main job on real workbooks, in the browser', () => {
  const browser = useBrowser();

  async function doJob(pair: string): Promise<Uint8Array> {
    const page = await browser.newPage();
    await openWorkbench(page, browser.workbenchUrl, { official: 'none' });
    await openLocalFile(page, fileOf(pair, 'old'));
    await openOfficialFile(page, fileOf(pair, 'new'));
    return doMainJob(page);
  }

  // Formulas whose ranges were widened; a sheet added with formulas that read all others; cells inserted across part of
  // a sheet, and such cells ticked for deletion.
  it.each(['w3c-fix-scoring', 'w3c-add-totals-sheet', 'nz-rc-description-columns', 'nz-elc-drop-columns'])(
    '%s, and LibreOffice calculates what was saved to the values of official',
    async (pair) => {
      const saved = await doJob(pair);
      const expected = valuesOf(await snapshotOf(fileOf(pair, 'new').bytes));
      expect(unequalValues(expected, valuesOf(await recalculated(saved)))).toEqual([]);
    },
    PATIENCE,
  );

  // A keyed list without formulas, one row renamed and most columns moved.
  it('territories-swaziland', () => doJob('territories-swaziland').then(() => undefined), PATIENCE);
});
