import type { FrameLocator, Page } from 'playwright-core';
import { localFile, officialFile } from '../support/generatedPair';
import { openBookLines, unequalLines } from './harness/bookLines';
import { eventually } from './harness/eventually';
import { compareModels } from './harness/mainJob';
import { openWorkbench, pane } from './harness/openWorkbench';
import { useBrowser } from './harness/useBrowser';

describe('the keyboard in the pane, where office.js takes Tab, Esc and F2', () => {
  const browser = useBrowser();

  async function compared() {
    const page = await browser.newPage();
    await openWorkbench(page, browser.workbenchUrl, { local: localFile, official: officialFile });
    const frame = pane(page);
    await compareModels(frame);
    return { page, frame };
  }

  const compareButton = (frame: FrameLocator) => frame.getByRole('button', { name: 'Compare', exact: true });
  const more = (frame: FrameLocator) => frame.getByRole('button', { name: 'More' });
  const inPane = (page: Page) => page.evaluate(() => document.activeElement?.tagName === 'IFRAME');
  /** The name or words of what has the focus in the pane. */
  const focused = (frame: FrameLocator) =>
    frame.locator('html').evaluate(({ ownerDocument: { activeElement } }) => {
      const element = activeElement as HTMLElement | null;
      return element === null || element.tagName === 'BODY' ? 'nothing' : (element.getAttribute('aria-label') ?? element.innerText);
    });

  it('moves with Tab through every control, each with a name, and on to the sheet; with Shift+Tab back out', async () => {
    const { page, frame } = await compared();
    await compareButton(frame).focus();
    const passed: string[] = [];
    for (let i = 0; i < 30 && (await inPane(page)); i++) {
      passed.push(await focused(frame));
      const before = passed.at(-1)!;
      await page.keyboard.press('Tab');
      await eventually(async () => !(await inPane(page)) || (await focused(frame)) !== before, true);
    }
    expect(await inPane(page)).toBe(false);
    expect(passed.slice(0, 3)).toEqual(['Compare', 'More', 'Tie-out']);
    expect(passed).toContain('Sync to official');
    expect(passed.filter((name) => name.trim() === '' || name === 'nothing')).toEqual([]);

    await compareButton(frame).focus();
    await page.keyboard.press('Shift+Tab');
    await eventually(() => inPane(page), false);
  });

  it('closes a menu with Esc, and the focus is on its button; a second Esc goes to the sheet', async () => {
    const { page, frame } = await compared();
    await more(frame).focus();
    await page.keyboard.press('Enter');
    await frame.getByRole('menu').waitFor();
    await page.keyboard.press('Escape');
    await frame.getByRole('menu').waitFor({ state: 'detached' });
    await eventually(() => focused(frame), 'More');
    expect(await inPane(page)).toBe(true);
    await page.keyboard.press('Escape');
    await eventually(() => inPane(page), false);
    await page.keyboard.press('F6');
    await eventually(() => inPane(page), true);
  });

  it('keeps Tab inside a dialog, and closes it with Esc back to where it was opened', async () => {
    const { page, frame } = await compared();
    await more(frame).focus();
    await page.keyboard.press('Enter');
    await frame.getByRole('menuitem', { name: 'About Tieout' }).press('Enter');
    await frame.getByRole('dialog').waitFor();
    await eventually(() => focused(frame), 'Close');
    for (const key of ['Tab', 'Tab', 'Shift+Tab']) {
      await page.keyboard.press(key);
      await eventually(() => focused(frame), 'Close');
      expect(await inPane(page)).toBe(true);
    }
    await page.keyboard.press('Escape');
    await frame.getByRole('dialog').waitFor({ state: 'detached' });
    await eventually(() => focused(frame), 'More');
    expect(await inPane(page)).toBe(true);
  });

  it('lets F2 neither leave the search nor change what is typed there', async () => {
    const { page, frame } = await compared();
    await frame.getByRole('tab', { name: /^Differences/ }).click();
    await frame.getByRole('tree').focus();
    await page.keyboard.press('/');
    await page.keyboard.type('Ren');
    await page.keyboard.press('F2');
    await page.keyboard.type('ewals');
    expect(await frame.getByRole('searchbox').inputValue()).toBe('Renewals');
  });

  it('shows the plan with the focus on Cancel, and Enter there leaves it without a write', async () => {
    const { page, frame } = await compared();
    const before = await openBookLines(page);
    await frame.getByRole('button', { name: 'Sync to official' }).press('Enter');
    await eventually(() => focused(frame), 'Cancel');
    await page.keyboard.press('Enter');
    await frame.locator('[data-verdict]').waitFor();
    expect(unequalLines(before, await openBookLines(page))).toEqual([]);
    await eventually(async () => (await focused(frame)) !== 'nothing', true);
  });
});
