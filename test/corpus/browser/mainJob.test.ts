import { readFileSync } from 'node:fs';
import path from 'node:path';
import { doMainJob } from '../../browser/harness/mainJob';
import { openWorkbench } from '../../browser/harness/openWorkbench';
import { useBrowser } from '../../browser/harness/useBrowser';
import { openLocalFile, openOfficialFile } from '../../browser/harness/workbookFiles';

const PAIRS = path.resolve(process.env['TIEOUT_CORPUS'] ?? path.join(__dirname, '../../../../shared/corpus'), 'pairs');

/** Formulas whose ranges were widened; a sheet that was added with formulas reading all others; rows and most columns of a keyed list. */
const pairs = ['w3c-fix-scoring', 'w3c-add-totals-sheet', 'territories-swaziland'];

describe('the main job on real workbooks', () => {
  const browser = useBrowser();

  it.each(pairs)(
    '%s',
    async (pair) => {
      const file = (version: string) => {
        const name = `${version}.xlsx`;
        return { name, bytes: new Uint8Array(readFileSync(path.join(PAIRS, pair, name))) };
      };
      const page = await browser.newPage();
      await openWorkbench(page, browser.workbenchUrl, { official: 'none' });
      await openLocalFile(page, file('old'));
      await openOfficialFile(page, file('new'));
      await doMainJob(page);
    },
    600_000,
  );
});
