import type { FileState } from '../../../app/ports/RemoteFile';

/** What an answer tells about its file; the tag is null where the server gives none. */
export function fileState(headers: Headers): Omit<FileState, 'tag'> & { readonly tag: string | null } {
  const length = headers.get('content-encoding') === null ? headers.get('content-length') : null;
  const modified = Date.parse(headers.get('last-modified') ?? '');
  return {
    tag: headers.get('etag'),
    size: length === null ? null : Number(length),
    modified: Number.isNaN(modified) ? null : new Date(modified).toISOString(),
  };
}

/** A tag for content of which the server gives none. */
export async function contentTag(bytes: Uint8Array): Promise<string> {
  return `sha256-${await contentHash(bytes)}`;
}

/** The SHA-256 of bytes, in small hex letters. */
export async function contentHash(bytes: Uint8Array): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes as BufferSource));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
