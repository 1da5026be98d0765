import type { FileState, RemoteFile } from '../../../app/ports/RemoteFile';
import { noVersions } from '../noVersions';
import { download } from './download';
import { exchange } from './exchange';
import type { HttpOptions } from './HttpClient';
import { lookAt } from './lookAt';
import { upload } from './upload';

/** A file behind an https address, also on WebDAV servers and stores that answer alike. */
export function httpFile(url: URL, options: Partial<HttpOptions> = {}): RemoteFile {
  return {
    name: fileName(url),
    look: (watch, known) => exchange<'same' | FileState | null>(options, watch, (client) => lookAt(client, url, known ?? null)),
    read: (watch, known) =>
      exchange(options, watch, async (client) => {
        const read = await download(client, url, watch, known ?? null);
        return read !== 'same' && read.tag === known ? 'same' : read;
      }),
    versions: () => Promise.resolve(noVersions(url.host)),
    readVersion: () => Promise.resolve(noVersions(url.host)),
    write: (bytes, expected, watch) => exchange(options, watch, (client) => upload(client, url, bytes, expected, watch)),
  };
}

function fileName(url: URL): string {
  const last = url.pathname.split('/').pop() ?? '';
  try {
    return decodeURIComponent(last) || url.host;
  } catch {
    return last;
  }
}
