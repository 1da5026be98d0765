import { readFileSync } from 'node:fs';
import type { Frame, Page } from 'playwright-core';

/** Saves what the pane looks like at a width as `test-output/NAME.png`, and expects it to be accessible and not to scroll sideways. */
export async function shootPane(page: Page, width: number, name: string): Promise<void> {
  await setPaneWidth(page, width);
  await page.locator('iframe[title="Tieout task pane"]').screenshot({ path: `test-output/${name}.png` });
  expect(await seriousProblems(page)).toEqual([]);
  expect(await scrollsSideways(page)).toBe(false);
}

function paneFrame(page: Page): Frame {
  return page.frames().find((frame) => frame.url().includes('taskpane.html'))!;
}

/** Violations that keep people out, as axe-core ranks them; focus guards of Fluent's own, which are never read out, are left aside. */
async function seriousProblems(page: Page): Promise<readonly string[]> {
  const frame = paneFrame(page);
  // Not as a script of the page, whose security policy lets in no other.
  if (!(await frame.evaluate(() => 'axe' in window))) await frame.evaluate(readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8'));
  return frame.evaluate(async () => {
    const { violations } = await window.axe.run({ exclude: [['[data-tabster-dummy]']] });
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`);
  });
}

function scrollsSideways(page: Page): Promise<boolean> {
  return paneFrame(page).evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
}

async function setPaneWidth(page: Page, width: number): Promise<void> {
  await page.locator('#pane-width').selectOption(String(width));
  await page.waitForFunction((pixels) => document.querySelector('iframe')?.clientWidth === pixels, width);
}

declare global {
  interface Window {
    readonly axe: {
      run(context: { exclude: string[][] }): Promise<{ violations: { id: string; impact?: string | null; nodes: { html: string }[] }[] }>;
    };
  }
}
