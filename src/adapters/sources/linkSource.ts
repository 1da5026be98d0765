import type { ModelSource } from '../../app/ports/ModelSource';
import type { RemoteFile } from '../../app/ports/RemoteFile';
import { fail, succeed, type Result } from '../../core/Result';
import type { GraphOptions } from './graph/graphPlace';
import { isSafe } from './http/isSafe';
import { placeOf } from './placeOf';

/**
 * The address that a link stands for, or a sentence on why it cannot be used; `base` completes a link that has no host of its own, where there may be such, and `way` says where
 * a name and password belong, which an address must not hold.
 */
export function parseLink(link: string, base: string | null, way = 'Take it out of the link.'): Result<URL> {
  const text = link.trim();
  if (text === '') return fail('no-link', 'Paste the link to the official model first.');
  let url: URL;
  try {
    url = base === null ? new URL(text) : new URL(text, base);
  } catch {
    // Before an @ may stand a password.
    return fail('bad-link', `“${text.replace(/^.*@/s, '…@')}” is not a link. It should begin with https://.`);
  }
  if (url.username !== '' || url.password !== '') {
    return fail(
      'credentials-in-link',
      `The address has a name or password in it, which would be kept wherever it is written down, so it was not opened. ${way}`,
    );
  }
  if (isSafe(url, new URL(base ?? 'https://localhost/'))) return succeed(url);
  return fail('insecure-link', 'Only links that begin with https:// can be used, so that nobody can change the official model on its way.');
}

/** An earlier version that its store keeps of a workbook. */
export function versionSource(file: RemoteFile, id: string): ModelSource {
  return {
    async open(watch) {
      const read = await file.readVersion(id, watch);
      return read.ok ? succeed({ name: file.name, bytes: read.value.bytes }) : read;
    },
  };
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
