import type { RemotePlace } from '../../app/ports/RemotePlace';
import { addressFrom } from '../../core/catalog/addressFrom';
import { succeed } from '../../core/Result';
import { cannotList } from './cannotList';
import { httpFile } from './http/httpFile';

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
    list: async () => cannotList(url.host),
  };
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
