import { fail, type Result } from '../core/Result';
import type { Terminal } from './Terminal';

/** Writes a file that a command line names; null when it is written, else a sentence that says why it is not. */
export async function writeOutput(path: string, bytes: Uint8Array, terminal: Terminal): Promise<Result<never> | null> {
  try {
    await terminal.writeFile(path, bytes);
    return null;
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const reason =
      code === 'ENOENT'
        ? 'its folder is not there'
        : code === 'EACCES' || code === 'EPERM'
          ? 'its folder may not be written to, or the file is open'
          : code === 'EROFS'
            ? 'it is read-only'
            : code === 'ENOSPC'
              ? 'the disk is full'
              : code === 'EISDIR'
                ? 'it is a folder'
                : message;
    return fail('not-written', `${path} could not be written: ${reason}. Your files are as they were.`);
  }
}
