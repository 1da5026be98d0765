import { randomUUID } from 'node:crypto';
import { chmod, open, realpath, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';

/** Writes a file as a whole or not at all: beside its place first, then put there at once, with the permissions that were there. */
export async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  // A link stays a link; what it leads to is written.
  const target = await realpath(path).catch(() => resolve(path));
  const known = await stat(target).catch(() => null);
  if (known?.isDirectory() === true) throw Object.assign(new Error('it is a folder'), { code: 'EISDIR' });
  // Renaming would put a workbook in the place of a device, and replace a file that its owner has closed to writing.
  if (known !== null && !known.isFile()) throw new Error('it is no file but a device or a pipe');
  if (known !== null && (known.mode & 0o222) === 0) throw Object.assign(new Error('it is read-only'), { code: 'EROFS' });
  const draft = join(dirname(target), `.${basename(target)}.${randomUUID()}.part`);
  try {
    const file = await open(draft, 'wx');
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    if (known !== null) await chmod(draft, known.mode);
    await rename(draft, target);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

/** Whether two paths lead to one file, by whatever links; false where one of them is not there. */
export async function isSameFile(path: string, other: string): Promise<boolean> {
  try {
    const [a, b] = await Promise.all([stat(path), stat(other)]);
    return a.dev === b.dev && a.ino === b.ino;
  } catch {
    return resolve(path) === resolve(other);
  }
}
