import type { ModelSource } from '../../app/ports/ModelSource';
import { fail, succeed, type Result } from '../../core/Result';
import type { GraphOptions } from './graph/graphPlace';
import { isSafe } from './http/isSafe';
import { placeOf } from './placeOf';

/** The address that a link stands for, or a sentence on why it cannot be used; `base` completes a link that has no host of its own. */
export function parseLink(link: string, base: string): Result<URL> {
  const text = link.trim();
  if (text === '') return fail('no-link', 'Paste the link to the official model first.');
  let url: URL;
  try {
    url = new URL(text, base);
  } catch {
    return fail('bad-link', `“${text}” is not a link. It should begin with https://.`);
  }
  if (isSafe(url, new URL(base))) return succeed(url);
  return fail('insecure-link', 'Only links that begin with https:// can be used, so that nobody can change the official model on its way.');
}

/** An official model behind an https link, fetched anew each time. */
export function linkSource(url: URL, options: GraphOptions = {}): ModelSource {
  const { file } = placeOf(url, options);
  return {
    async open(watch) {
      const read = await file.read(watch);
      if (!read.ok) return read;
      if (read.value === 'same') throw new Error('Nothing was known of it that it could be the same as.');
      return succeed({ name: file.name, bytes: read.value.bytes });
    },
  };
}
