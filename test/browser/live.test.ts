import { officialFile, localFile } from '../support/generatedPair';
import { eventually } from './harness/eventually';
import { typeInCell } from './harness/gridActions';
import { compareModels } from './harness/mainJob';
import { openWorkbench, pane } from './harness/openWorkbench';
import { shootPane } from './harness/shootPane';
import { screenshot, useBrowser } from './harness/useBrowser';

describe('edits in the grid', () => {
  const browser = useBrowser();

  it('change the list by themselves, and an undo brings it back', async () => {
    const page = await browser.newPage({ width: 1400, height: 850 });
    await openWorkbench(page, browser.workbenchUrl, { local: localFile, official: officialFile });
    const frame = pane(page);
    await compareModels(frame);
    await frame.getByRole('tab', { name: /^Differences/ }).click();
    const rows = frame.getByRole('treeitem');
    const texts = async () => (await rows.allInnerTexts()).map((text) => text.replace(/\s+/g, ' '));
    expect((await texts()).some((text) => /Renewal rate · Q1/.test(text))).toBe(true);
    await frame.getByRole('tree').focus();
    await page.keyboard.press('End');
    await page.keyboard.press('ArrowRight');
    const open = () =>
      frame.locator('[role=treeitem][aria-expanded=true]').evaluateAll((all) => all.map((row) => (row as HTMLElement).dataset['id']));
    const opened = await open();
    const before = await texts();

    await typeInCell(page, 'Model', 'B2', '0.9');
    await frame.getByText(/updated at/).waitFor();
    expect(await frame.getByText(/edited since/).count()).toBe(0);
    await eventually(async () => (await texts()).some((text) => /Renewal rate · Q1/.test(text)), false);
    expect(await open()).toEqual(opened);
    await screenshot(page, 'live-updated');

    await page.keyboard.press('Control+z');
    await frame
      .getByText(/Renewal rate · Q1/)
      .first()
      .waitFor();
    await eventually(async () => (await texts()).join('\n'), before.join('\n'));
    // A result that follows the edit follows in the list too.
    await typeInCell(page, 'Model', 'C2', '0.5');
    await frame
      .getByText(/Renewal rate · Q2/)
      .first()
      .waitFor();
    await eventually(async () => (await texts()).join('\n'), /Renewals · Q2/);
  });

  it.each(['light', 'dark'] as const)('say that results may be old while Excel calculates only when asked to (%s)', async (look) => {
    const page = await browser.newPage({ width: 1400, height: 850, colorScheme: look });
    await openWorkbench(page, browser.workbenchUrl, { local: localFile, official: officialFile });
    const frame = pane(page);
    await compareModels(frame);
    const excel = (what: 'byHand' | 'calculate') =>
      page
        .frames()
        .find((each) => each.url().includes('taskpane.html'))!
        .evaluate(
          (asked) =>
            Excel.run(async (context) => {
              if (asked === 'byHand') context.workbook.application.calculationMode = Excel.CalculationMode.manual;
              else context.workbook.application.calculate(Excel.CalculationType.recalculate);
              await context.sync();
            }),
          what,
        );
    await excel('byHand');
    await typeInCell(page, 'Model', 'B2', '0.9');
    await frame.getByText(/Press F9 in Excel/).waitFor();
    await frame.getByText(/updated at/).waitFor();
    for (const width of [320, 450]) await shootPane(page, width, `pane-calculation-by-hand-${width}-${look}`);
    await excel('calculate');
    await frame.getByText(/Press F9 in Excel/).waitFor({ state: 'detached' });
  });
});
