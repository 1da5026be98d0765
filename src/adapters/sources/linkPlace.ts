import type { RemotePlace } from '../../app/ports/RemotePlace';
import { succeed, type Result } from '../../core/Result';
import type { GraphOptions } from './graph/graphPlace';
import { parseLink } from './linkSource';
import { placeOf } from './placeOf';

/** The file behind an address, with those beside it; `way` says where a name and password belong, which an address must not hold. */
export function linkPlace(
  link: string,
  { base, way, ...options }: GraphOptions & { readonly base: string; readonly way: string },
): Result<{ readonly url: URL; readonly place: RemotePlace }> {
  const parsed = parseLink(link, base, way);
  if (!parsed.ok) return parsed;
  const url = parsed.value;
  url.hash = '';
  return succeed({ url, place: placeOf(url, options) });
}
