import { createHash, randomUUID } from 'node:crypto';
import { link, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { FileState, RemoteFile } from '../../app/ports/RemoteFile';
import { fail, succeed, type Result } from '../../core/Result';
import type { Watch } from '../../core/Watch';
import { diskLock } from './diskLock';
import { noVersions } from './noVersions';

const UNHARMED = 'Nothing was changed.';

/** A file on a disk or a shared drive; its tag is the hash of its bytes, so that a copy which only looks new is not taken for a new version. */
export function diskFile(path: string): RemoteFile {
  const name = basename(path);
  const read = async (): Promise<(FileState & { readonly bytes: Uint8Array }) | null> => {
    try {
      const [bytes, { mtime }] = [new Uint8Array(await readFile(path)), await stat(path)];
      return { tag: tagOf(bytes), size: bytes.length, modified: mtime.toISOString(), bytes };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
      throw error;
    }
  };
  return {
    name,
    versions: () => Promise.resolve(noVersions('A drive')),
    readVersion: () => Promise.resolve(noVersions('A drive')),
    look: (watch, known) =>
      said(path, watch, async () => {
        const found = await read();
        if (found === null) return succeed(null);
        const { tag, size, modified } = found;
        return succeed(tag === known ? 'same' : { tag, size, modified });
      }),
    read: (watch, known) =>
      said(path, watch, async () => {
        const found = await read();
        if (found === null) return fail('not-found', `There is no file ${path}. ${UNHARMED} Check the path.`);
        return succeed(found.tag === known ? ('same' as const) : found);
      }),
    write: (bytes, expected, watch) =>
      said(path, watch, async () => {
        const draft = join(dirname(path), `.${name}.${randomUUID()}.part`);
        try {
          await writeDraft(draft, bytes);
          return expected === null ? await make(draft) : await replace(draft, expected, watch);
        } finally {
          await rm(draft, { force: true });
        }
        async function make(from: string): Promise<Result<FileState>> {
          try {
            // Fails where something stands there, in one step.
            await link(from, path);
          } catch (error) {
            if ((error as NodeJS.ErrnoException).code === 'EEXIST') return changed(name);
            throw error;
          }
          return succeed(await written(bytes));
        }
        async function replace(from: string, tag: string, waiting: Watch): Promise<Result<FileState>> {
          const lock = join(dirname(path), `.${name}.lock`);
          const locked = await diskLock(lock, waiting);
          if (!locked.ok) return locked;
          try {
            if ((await read())?.tag !== tag) return changed(name);
            await rename(from, path);
            return succeed(await written(bytes));
          } finally {
            await locked.value();
          }
        }
      }),
  };

  async function written(bytes: Uint8Array): Promise<FileState> {
    return { tag: tagOf(bytes), size: bytes.length, modified: (await stat(path)).mtime.toISOString() };
  }
}

function tagOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

async function writeDraft(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'wx');
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

function changed(name: string): Result<never> {
  return fail('changed', `${name} was changed by someone else in the meantime. ${UNHARMED} Look at what stands there now, then try again.`);
}

/** The outcome, with what the system refused as a failure. */
async function said<T>(path: string, { signal }: Watch, work: () => Promise<Result<T>>): Promise<Result<T>> {
  if (signal.aborted) return fail('cancelled', UNHARMED);
  try {
    return await work();
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const reason =
      code === 'EISDIR'
        ? 'it is a folder'
        : code === 'ENOENT'
          ? 'its folder is not there'
          : code === 'EACCES' || code === 'EPERM' || code === 'EROFS'
            ? 'you may not read or write there'
            : code === 'ENOSPC'
              ? 'the disk is full'
              : code === undefined
                ? null
                : message;
    if (reason === null) throw error;
    return fail('no-permission', `${path} could not be used: ${reason}. ${UNHARMED} Check the path and its permissions.`);
  }
}
