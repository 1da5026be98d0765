import { localFile } from '../support/generatedPair';
import { openWorkbench, pane } from './harness/openWorkbench';
import { shootPane } from './harness/shootPane';
import { useBrowser } from './harness/useBrowser';

describe('earlier versions that SharePoint keeps', () => {
  const browser = useBrowser();

  it('are offered for its links alone, and where the add-in is not set up for it, that is said', async () => {
    const page = await browser.newPage({ allow: /./, width: 1000, height: 900 });
    await openWorkbench(page, browser.workbenchUrl, { official: 'none', local: localFile });
    const frame = pane(page);
    await frame
      .getByRole('textbox', { name: /Link to the official model/ })
      .fill('https://contoso.sharepoint.com/sites/Finance/Docs/Model.xlsx');
    await frame.getByRole('button', { name: 'Use link' }).click();
    await frame.getByText(/not set up to open files in Microsoft 365/).waitFor();
    await frame.getByRole('button', { name: 'More', exact: true }).click();
    await frame.getByRole('menuitem', { name: 'Compare with an earlier version…' }).click();
    const dialog = frame.getByRole('dialog', { name: 'Compare with an earlier version' });
    await dialog.getByText(/not set up to open files in Microsoft 365/).waitFor();
    expect(await dialog.getByRole('button', { name: 'Compare', exact: true }).getAttribute('aria-disabled')).toBe('true');
    await shootPane(page, 320, 'kept-not-set-up-320-light');
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await page.close();
  });
});
