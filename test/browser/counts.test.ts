import type { FrameLocator } from 'playwright-core';
import { openWorkbench, pane } from './harness/openWorkbench';
import { useBrowser } from './harness/useBrowser';

/** So many causes are synced, one after the other. */
const SYNCS = 4;

describe('what the pane counts', () => {
  const browser = useBrowser();

  it('never rises with a sync, on any screen', async () => {
    // High enough that every heading of the list is drawn.
    const page = await browser.newPage({ height: 2400 });
    // Its first formula's own cells go on differing when it is synced, as what they read differs; its runs of values break up.
    await openWorkbench(page, browser.workbenchUrl, { local: '/assets/samples/revenue-model-fy26-product.xlsx' });
    const frame = pane(page);
    await frame.getByRole('button', { name: 'Compare', exact: true }).click();
    await frame.locator('[data-verdict]').waitFor();

    let before = await countsShown(frame);
    expect(before.get('tab')).toBeGreaterThan(SYNCS);
    for (let synced = 0; synced < SYNCS; synced++) {
      const boxes = frame.locator('[data-row=difference]:not(:has-text("only in yours")) [data-tick=false]');
      await boxes.first().click();
      await frame.getByRole('button', { name: 'Sync 1 ticked' }).click();
      await frame.getByRole('button', { name: /^Write \d|^Make \d/, disabled: false }).click();
      await frame.getByText('What was taken no longer differs.').waitFor();
      const after = await countsShown(frame);
      const risen = [...after].filter(([name, count]) => count > (before.get(name) ?? 0));
      expect(risen).toEqual([]);
      expect(after.get('tab')).toBe(before.get('tab')! - 1);
      before = after;
    }
  });
});

/** Every count of the two views, by what stands beside it; ends at the list of differences. */
async function countsShown(frame: FrameLocator): Promise<Map<string, number>> {
  const texts = async (selector: string) => (await frame.locator(selector).allInnerTexts()).map((text) => text.replace(/\s+/g, ' '));
  await frame.getByRole('tab', { name: 'Tie-out' }).click();
  const counts = new Map<string, number>();
  const take = (text: string, pattern: RegExp) => {
    for (const [, number, name] of text.matchAll(pattern)) counts.set(name!, Number(number!.replaceAll(',', '')));
  };
  for (const text of await texts('section[aria-labelledby=verdict] p')) take(text, /([\d,]+) ([a-z][a-z ]+)/g);
  for (const text of await texts('[aria-labelledby=counts] li, [aria-labelledby=counts] + ul li')) {
    const [, name, number] = /^(.*) ([\d,]+)$/.exec(text)!;
    counts.set(name!, Number(number!.replaceAll(',', '')));
  }
  await frame.getByRole('tab', { name: /Differences/ }).click();
  counts.set('tab', Number(/\d+/.exec(await frame.getByRole('tab', { name: /Differences/ }).innerText())![0]));
  for (const text of await texts('[aria-label="Filter by kind"] button')) {
    const [, name, number] = /^(.*) ([\d,]+)$/.exec(text)!;
    counts.set(`filter ${name}`, Number(number!.replaceAll(',', '')));
  }
  for (const text of await texts('[data-row=heading]')) {
    const found = /^(.*) ([\d,]+) (?:causes?|cells?)$/.exec(text);
    if (found !== null) counts.set(`heading ${found[1]!}`, Number(found[2]!.replaceAll(',', '')));
  }
  return counts;
}
