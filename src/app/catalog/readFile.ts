import type { FileRead, RemoteFile } from '../ports/RemoteFile';
import type { Result } from '../../core/Result';
import type { Watch } from '../../core/Watch';

/** A file's bytes, whatever was known of it before. */
export async function readFile(file: RemoteFile, watch: Watch): Promise<Result<FileRead>> {
  const read = await file.read(watch);
  if (read.ok && read.value === 'same') throw new Error(`${file.name} is told to be the same, and nobody asked`);
  return read as Result<FileRead>;
}
