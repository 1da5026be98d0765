import type { RemotePlace } from '../../app/ports/RemotePlace';
import { fail, succeed, type Result } from '../../core/Result';
import type { GraphOptions } from './graph/graphPlace';
import { parseLink } from './linkSource';
import { placeOf } from './placeOf';

/** The file behind an address, with those beside it; `way` says where a name and password belong, which an address must not hold. */
export function linkPlace(
  link: string,
  { base, way, ...options }: GraphOptions & { readonly base: string; readonly way: string },
): Result<{ readonly url: URL; readonly place: RemotePlace }> {
  const parsed = parseLink(link, base);
  if (!parsed.ok) return parsed;
  const url = parsed.value;
  if (url.username !== '' || url.password !== '') {
    return fail(
      'credentials-in-link',
      `The address has a name or password in it, which would be kept wherever it is written down, so it was not opened. ${way}`,
    );
  }
  url.hash = '';
  return succeed({ url, place: placeOf(url, options) });
}
