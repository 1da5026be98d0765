import { basename } from 'node:path';
import type { WorkbookFile } from '../app/compareWorkbooks';
import { fail, succeed, type Result } from '../core/Result';
import type { Terminal } from './Terminal';

/** A file that a command line names, or a sentence that says why it cannot be read. */
export async function readInput(path: string, terminal: Terminal): Promise<Result<WorkbookFile>> {
  try {
    return succeed({ name: basename(path), bytes: await terminal.readFile(path) });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return fail('no-file', `There is no file ${path}. Check the path.`);
    if (code === 'EISDIR') return fail('no-file', `${path} is a folder. Give a workbook file.`);
    if (code === 'EACCES') return fail('no-file', `The file ${path} may not be read. Check its permissions.`);
    return fail('no-file', `The file ${path} could not be read (${message}).`);
  }
}
