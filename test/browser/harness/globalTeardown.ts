import type { ChildProcess } from 'node:child_process';

/** Stops what the set-up started, and waits for its end. */
export default async function globalTeardown(): Promise<void> {
  const child = (globalThis as { tieoutServed?: ChildProcess }).tieoutServed;
  if (!child || child.exitCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.disconnect();
  await ended;
}
