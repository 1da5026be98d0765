import { basename, dirname, join } from 'node:path';
import type { RemotePlace } from '../../app/ports/RemotePlace';
import { addressFrom } from '../../core/catalog/addressFrom';
import { succeed } from '../../core/Result';
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
  };
}
