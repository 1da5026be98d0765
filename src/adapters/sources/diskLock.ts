import { createHash, randomUUID } from 'node:crypto';
import { open, readFile, readlink, rm, stat } from 'node:fs/promises';
import { hostname, networkInterfaces, userInfo } from 'node:os';
import { z } from 'zod';
import { fail, succeed, type Result } from '../../core/Result';
import type { Watch } from '../../core/Watch';

/** How long one waits for another who writes the same file, in milliseconds. */
const PATIENCE = 5_000;
const PAUSE = 20;
const UNHARMED = 'Nothing was changed.';
const MOST_BYTES = 4_096;

/** What a lock says of whoever holds it. */
const holderSchema = z.object({
  id: z.string().min(1),
  by: z.string().min(1).max(200),
  on: z.string().min(1).max(200),
  at: z.iso.datetime(),
  process: z.int().positive(),
  /** What only this computer is called, since it was started. */
  machine: z.string().min(1),
});

type Holder = z.infer<typeof holderSchema>;

/**
 * Waits until nobody else holds the lock, and gives what lets go of it. One whose holder has certainly ended is taken over; any other that stays is
 * told (`locked`), with who holds it since when, and never broken, as its holder may only be slow.
 */
export async function diskLock(path: string, { signal }: Watch, patience = PATIENCE): Promise<Result<() => Promise<void>>> {
  const own: Holder = {
    id: randomUUID(),
    by: userName(),
    on: hostname(),
    at: new Date().toISOString(),
    process: process.pid,
    machine: await machine(),
  };
  for (let waited = 0; ; waited += PAUSE) {
    if (await make(path, own)) return succeed(() => letGo(path, own));
    const holder = await holderOf(path);
    if (hasEnded(holder, own) && (await clear(path, holder!, own))) continue;
    if (signal.aborted) return fail('cancelled', UNHARMED);
    if (waited >= patience) return locked(path, holder);
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
  }
}

async function make(path: string, holder: Holder): Promise<boolean> {
  try {
    const file = await open(path, 'wx');
    try {
      await file.writeFile(JSON.stringify(holder));
    } finally {
      await file.close();
    }
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return false;
  }
}

/** Where somebody deleted it by hand, it is another's by now. */
async function letGo(path: string, { id }: Holder): Promise<void> {
  if ((await holderOf(path))?.id === id) await rm(path, { force: true });
}

/** Who holds a lock; null where it is gone or does not say so, as one that is being written. */
async function holderOf(path: string): Promise<Holder | null> {
  try {
    const text = await readFile(path, 'utf8');
    const parsed = text.length > MOST_BYTES ? null : holderSchema.safeParse(JSON.parse(text));
    return parsed?.success === true ? parsed.data : null;
  } catch {
    return null;
  }
}

/** Whether a holder is certainly no more: it was on this computer, since it was started, and no process has its number. */
function hasEnded(holder: Holder | null, { machine: here }: Holder): boolean {
  if (holder === null || holder.machine !== here) return false;
  try {
    process.kill(holder.process, 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}

/** Takes away the lock of a holder that has ended; only one does at a time, so that nobody takes away the lock that the next one has made. */
async function clear(path: string, { id }: Holder, own: Holder): Promise<boolean> {
  const turn = `${path}.clearing`;
  if (!(await make(turn, own))) return false;
  try {
    if ((await holderOf(path))?.id !== id) return false;
    await rm(path, { force: true });
    return true;
  } finally {
    await rm(turn, { force: true });
  }
}

async function locked(path: string, holder: Holder | null): Promise<Result<never>> {
  const made = holder?.at ?? (await stat(path).catch(() => null))?.mtime.toISOString() ?? null;
  const who = holder === null ? 'Someone' : `${holder.by} on ${holder.on}`;
  const since = made === null ? 'just now' : `since ${made.slice(0, 10)} ${made.slice(11, 16)} UTC`;
  const ask = holder === null ? '' : ` Ask ${holder.by} whether that goes on.`;
  return fail(
    'locked',
    `${who} has been writing the file ${since}, or began to and did not end, as ${path} says. ${UNHARMED}${ask} Try again in a minute; where nobody is writing, delete that file first.`,
  );
}

/** What tells this computer, since it was started, from all others that share a drive; where it changes, a lock only counts as another's. */
async function machine(): Promise<string> {
  const parts =
    process.platform === 'linux'
      ? await Promise.all([readFile('/proc/sys/kernel/random/boot_id', 'utf8'), readlink('/proc/self/ns/pid')]).catch(() => [randomUUID()])
      : Object.values(networkInterfaces()).flatMap((all) => (all ?? []).flatMap(({ internal, mac }) => (internal ? [] : [mac])));
  // Not even its name alone: many computers are called alike.
  if (parts.length === 0) parts.push(randomUUID());
  return createHash('sha256')
    .update([hostname(), ...parts].join('\n'))
    .digest('hex');
}

function userName(): string {
  try {
    return userInfo().username || 'someone';
  } catch {
    // In a container whoever is signed in may have no name.
    return 'someone';
  }
}
