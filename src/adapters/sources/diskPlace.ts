import { lstat, readdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { ListedFile, RemotePlace } from '../../app/ports/RemotePlace';
import { addressFrom } from '../../core/catalog/addressFrom';
import { fail, succeed, type Result } from '../../core/Result';
import { diskFile } from './diskFile';

/** A file on a disk or a shared drive, and those in its folder and below. */
export function diskPlace(path: string): RemotePlace {
  return {
    file: diskFile(path),
    beside(address) {
      // The folder is the root: a catalog from elsewhere must not have other files of this computer read.
      const names = addressFrom([basename(path)], address);
      return names.ok ? succeed(diskFile(join(dirname(path), ...names.value))) : names;
    },
    async list(folder, { signal }) {
      if (signal.aborted) return fail('cancelled', 'Nothing was changed.');
      const names = addressFrom([basename(path)], folder);
      return names.ok ? listed(join(dirname(path), ...names.value)) : names;
    },
  };
}

async function listed(folder: string): Promise<Result<readonly ListedFile[]>> {
  try {
    const files: ListedFile[] = [];
    for (const entry of await readdir(folder, { withFileTypes: true })) {
      // A link may lead out of the folder.
      if (!entry.isFile()) continue;
      const found = await lstat(join(folder, entry.name)).catch(() => null);
      if (found !== null) files.push({ name: entry.name, size: found.size });
    }
    return succeed(files);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    if (code === 'ENOENT' || code === 'ENOTDIR') return fail('no-folder', `There is no folder ${folder}. Nothing was changed.`);
    const reason = code === 'EACCES' || code === 'EPERM' ? 'you may not read there' : message;
    return fail('no-permission', `${folder} could not be listed: ${reason}. Nothing was changed. Check its permissions.`);
  }
}
