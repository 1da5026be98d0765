import type { FrameLocator, Page } from 'playwright-core';
import { xlsxFile } from '../support/xlsxFile';
import { selection, walkTo } from './harness/differenceList';
import { eventually } from './harness/eventually';
import { compareModels } from './harness/mainJob';
import { openWorkbench, pane } from './harness/openWorkbench';
import { shootPane } from './harness/shootPane';
import { useBrowser, type PageOptions } from './harness/useBrowser';

const MONTHS = 9;

/** Churn month by month: each carries on from the one before, so that the last follows the rate over many steps. */
function book(name: string, rate: number) {
  const text = (address: string, words: string) => `<c r="${address}" t="inlineStr"><is><t>${words}</t></is></c>`;
  const row = (number: number, cells: string) => `<row r="${number}">${cells}</row>`;
  const months = Array.from({ length: MONTHS }, (_, k) => {
    const formula = k === 0 ? 'Assumptions!B2*1000' : `B${k + 1}*2`;
    return row(k + 2, text(`A${k + 2}`, `Month ${k + 1}`) + `<c r="B${k + 2}"><f>${formula}</f><v>${rate * 1000 * 2 ** k}</v></c>`);
  });
  const net = rate * 1000 * 2 ** (MONTHS - 1);
  return {
    name,
    bytes: xlsxFile({
      sheets: {
        Summary:
          row(1, text('A1', 'Headline') + text('B1', 'FY26')) +
          row(2, text('A2', 'Net revenue') + `<c r="B2"><f>Revenue!B${MONTHS + 1}</f><v>${net}</v></c>`),
        Revenue: row(1, text('A1', 'Line') + text('B1', 'Amount')) + months.join(''),
        Assumptions:
          row(1, text('A1', 'Assumption') + text('B1', 'Q2')) + row(2, text('A2', 'Renewal rate') + `<c r="B2"><v>${rate}</v></c>`),
      },
    }),
  };
}

const files = { official: book('Official.xlsx', 0.5), local: book('Local.xlsx', 0.75) };

describe('how a cell comes to differ, in the pane', () => {
  const browser = useBrowser();

  async function compared(options: PageOptions = {}): Promise<{ page: Page; frame: FrameLocator }> {
    const page = await browser.newPage({ allow: /404|Dependency tree not found/, width: 1000, height: 1000, ...options });
    await openWorkbench(page, browser.workbenchUrl, files);
    const frame = pane(page);
    await compareModels(frame);
    return { page, frame };
  }

  const opener = (frame: FrameLocator) => frame.getByRole('button', { name: 'How it gets here' });
  const steps = (frame: FrameLocator) => frame.getByRole('list', { name: 'Step by step, each following the next' }).getByRole('listitem');

  it('opens from a headline, over a long way in the middle, to links that select each step’s cell', async () => {
    const { page, frame } = await compared();
    await frame.getByRole('button', { name: 'what makes Net revenue differ' }).click();
    await opener(frame).click();
    await eventually(() => steps(frame).count(), 6);
    expect(await opener(frame).getAttribute('aria-expanded')).toBe('true');
    expect(await steps(frame).last().innerText()).toMatch(/Renewal rate · Q2[^]*0\.5[^]*→[^]*0\.75[^]*Changed here/);
    await frame.getByRole('button', { name: '… 6 cells between' }).click();
    await eventually(() => steps(frame).count(), MONTHS + 2);
    await steps(frame).last().getByRole('button').click();
    await eventually(() => selection(page), 'Assumptions!B2');
    await steps(frame).nth(1).getByRole('button').click();
    await eventually(() => selection(page), `Revenue!B${MONTHS + 1}`);
    await opener(frame).click();
    await eventually(() => steps(frame).count(), 0);
  });

  it('opens from a cell that follows with the keyboard alone', async () => {
    const { page, frame } = await compared();
    await frame.getByRole('tab', { name: /^Differences/ }).click();
    await frame.getByRole('tree').focus();
    await walkTo(page, frame, /Cells that follow/);
    await page.keyboard.press('ArrowRight');
    await walkTo(page, frame, /Month 1/);
    await page.keyboard.press('ArrowRight');
    await opener(frame).waitFor();
    await opener(frame).focus();
    await page.keyboard.press('Enter');
    await eventually(() => steps(frame).count(), 2);
    await steps(frame).last().getByRole('button').focus();
    await page.keyboard.press('Enter');
    await eventually(() => selection(page), 'Assumptions!B2');
    expect(await frame.getByRole('tree').count()).toBe(1);
    await shootPane(page, 320, 'pane-chains-in-the-list');
  });

  const looks: readonly [string, number, PageOptions][] = [
    ['320-light', 320, {}],
    ['450-dark', 450, { colorScheme: 'dark' }],
    ['320-contrast', 320, { forcedColors: 'active' }],
  ];

  it.each(looks)('looks right and is accessible: %s', async (look, width, options) => {
    const { page, frame } = await compared(options);
    await frame.getByRole('button', { name: 'what makes Net revenue differ' }).click();
    await opener(frame).click();
    await eventually(() => steps(frame).count(), 6);
    await shootPane(page, width, `pane-chains-${look}`);
  });
});
