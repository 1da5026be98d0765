import { localFile, officialFile } from '../support/generatedPair';
import { doMainJob } from './harness/mainJob';
import { openWorkbench } from './harness/openWorkbench';
import { openLocalFile, openOfficialFile } from './harness/workbookFiles';
import { useBrowser } from './harness/useBrowser';

describe('the main job', () => {
  const browser = useBrowser();

  it('is done on the sample, whose official model the pane knows', async () => {
    // Univer says so when it has calculated names in cells that then moved; the results are right, as the job checks.
    const page = await browser.newPage({ allow: /Dependency tree not found/ });
    await openWorkbench(page, browser.workbenchUrl);
    await doMainJob(page);
  });

  it('is done on two workbooks that the user picks', async () => {
    const page = await browser.newPage();
    await openWorkbench(page, browser.workbenchUrl, { official: 'none' });
    await openLocalFile(page, localFile);
    await openOfficialFile(page, officialFile);
    await doMainJob(page);
  });
});
