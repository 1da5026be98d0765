import { fork, type ChildProcess } from 'node:child_process';
import path from 'node:path';

/** Starts one served workbench and one browser for all browser tests, and puts their addresses where the tests' workers find them. */
export default async function globalSetup(): Promise<void> {
  const child = fork(path.join(__dirname, 'serve.ts'), { execArgv: ['--import', 'tsx'], stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const message = await new Promise<{ workbench: string; browser: string }>((resolve, reject) => {
    child.once('message', (value) => resolve(value as { workbench: string; browser: string }));
    child.once('exit', (code) => reject(new Error(`The served workbench ended with status ${code} before it was ready.`)));
  });
  process.env.TIEOUT_WORKBENCH_URL = message.workbench;
  process.env.TIEOUT_BROWSER_ENDPOINT = message.browser;
  (globalThis as { tieoutServed?: ChildProcess }).tieoutServed = child;
}
