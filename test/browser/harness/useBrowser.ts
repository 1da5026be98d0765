import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';

export interface BrowserSuite {
  /** A new page whose errors fail the test; `allow` matches console errors that the test provokes on purpose. */
  readonly newPage: (options?: PageOptions) => Promise<Page>;
  /** The address of the served workbench page. */
  readonly workbenchUrl: string;
}

export interface PageOptions {
  readonly width?: number;
  readonly height?: number;
  readonly colorScheme?: 'light' | 'dark';
  readonly forcedColors?: 'active' | 'none';
  readonly allow?: RegExp;
}

/** Milliseconds for a test, and for one thing to appear or happen in it: on a busy machine everything takes its time. */
const TEST_PATIENCE = 600_000;
const STEP_PATIENCE = 90_000;

/** Call it inside `describe`: connects to the shared browser, closes each test's pages and fails a test whose pages had uncaught or console errors. */
export function useBrowser(): BrowserSuite {
  jest.setTimeout(TEST_PATIENCE);
  let browser: Browser;
  let problems: string[] = [];
  beforeAll(async () => {
    browser = await chromium.connect(setting('TIEOUT_BROWSER_ENDPOINT'));
  });
  afterEach(async () => {
    await Promise.all(browser.contexts().map((context) => context.close()));
    const had = problems;
    problems = [];
    expect(had).toEqual([]);
  });
  afterAll(() => browser.close());
  return {
    workbenchUrl: setting('TIEOUT_WORKBENCH_URL'),
    async newPage({ width = 1280, height = 800, colorScheme = 'light', forcedColors = 'none', allow } = {}) {
      const context = await browser.newContext({
        ignoreHTTPSErrors: true,
        viewport: { width, height },
        colorScheme,
        forcedColors,
        acceptDownloads: true,
      });
      const page = await context.newPage();
      page.setDefaultTimeout(STEP_PATIENCE);
      const report = (problem: string): void => {
        if (!allow?.test(problem)) problems.push(problem);
      };
      page.on('pageerror', (error) => report(`uncaught: ${error.stack ?? error.message}`));
      page.on('console', (message) => {
        if (message.type() === 'error') report(`console: ${message.text()}`);
      });
      return page;
    },
  };
}

/** Saves what the page looks like as `test-output/NAME.png` and returns the file's path. */
export async function screenshot(page: Page, name: string): Promise<string> {
  mkdirSync('test-output', { recursive: true });
  const file = path.join('test-output', `${name}.png`);
  await page.screenshot({ path: file });
  return file;
}

function setting(name: string): string {
  const value = process.env[name];
  if (!value)
    throw new Error(`${name} is not set: browser tests run through jest's browser project (npm test), which starts the workbench.`);
  return value;
}
