/**
 * A program of its own, started by the browser tests' set-up: serves the workbench, launches the browser,
 * tells its parent both addresses and ends with it.
 */
import { chromium } from 'playwright-core';
import { startServer } from '../../../scripts/startServer';
import { findBrowser } from './findBrowser';

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Milliseconds for the browser to start, while the workbench is being built beside it. */
const LAUNCH_PATIENCE = 300_000;

const [server, browser] = await Promise.all([startServer({ port: 0 }), launch()]);

async function launch() {
  const { executablePath, env } = await findBrowser();
  return chromium.launchServer({ executablePath, args: FLAGS, headless: true, timeout: LAUNCH_PATIENCE, env: { ...process.env, ...env } });
}

const stop = (): void => void Promise.all([browser.close(), server.close()]).finally(() => process.exit(0));
process.once('disconnect', stop).once('SIGTERM', stop).once('SIGINT', stop);
process.send?.({ workbench: server.url, browser: browser.wsEndpoint(), executablePath: (await findBrowser()).executablePath });
