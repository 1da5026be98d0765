import type { RemotePlace } from '../../app/ports/RemotePlace';
import { addressFrom } from '../../core/catalog/addressFrom';
import { succeed } from '../../core/Result';
import { exchange } from './http/exchange';
import { httpFile } from './http/httpFile';
import { listFolder } from './http/listFolder';

/** A file behind an https address, and those at the same origin: nothing that a catalog says leads anywhere else. */
export function httpPlace(url: URL, options: Parameters<typeof httpFile>[1] = {}): RemotePlace {
  const names = url.pathname.slice(1).split('/').map(decoded);
  return {
    file: httpFile(url, options),
    beside(address) {
      const found = addressFrom(names, address);
      if (!found.ok) return found;
      return succeed(httpFile(new URL(`/${found.value.map(encodeURIComponent).join('/')}`, url.origin), options));
    },
    async list(folder, watch) {
      const found = addressFrom(names, folder);
      if (!found.ok) return found;
      const at = new URL(`/${found.value.map(encodeURIComponent).join('/')}/`, url.origin);
      return exchange({ ...options, unharmed: 'Nothing was changed.' }, watch, (client) => listFolder(client, at));
    },
  };
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
