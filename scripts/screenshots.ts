/** `npm run screenshots` takes README's pictures of the real thing into assets/screenshots. */
import { chromium } from 'playwright-core';
import { findBrowser } from '../test/browser/harness/findBrowser';
import { startServer } from './startServer';

const FOLDER = 'assets/screenshots';

const server = await startServer({ port: 0 });
const { executablePath, env } = await findBrowser();
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'], env: { ...process.env, ...env } });
const page = await browser.newPage({ ignoreHTTPSErrors: true, viewport: { width: 1280, height: 760 } });
await page.goto(server.url);
const pane = page.frameLocator('iframe');
await pane.getByRole('button', { name: 'Compare' }).first().click({ timeout: 60_000 });
await pane.getByRole('tab', { name: /Differences/ }).click({ timeout: 60_000 });
await pane.getByText('Formula', { exact: true }).first().click();
await page.keyboard.press('ArrowRight');
await page.waitForTimeout(1500);
await page.screenshot({ path: `${FOLDER}/workbench.png` });
await pane.getByRole('tab', { name: /Tie-out/ }).click();
await page.locator('#pane-width').selectOption({ label: '320 px' });
await page.waitForTimeout(800);
await page.locator('iframe').screenshot({ path: `${FOLDER}/pane.png` });
await browser.close();
await server.close();
