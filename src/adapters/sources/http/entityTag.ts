/** Whether two entity tags name the same content (RFC 9110, 8.8.3.2: weak comparison), also where one is of the compressed form of it. */
export function isSameTag(a: string, b: string): boolean {
  return opaque(a) === opaque(b);
}

/** Whether a tag promises the same bytes, so that parts of a download can be put together by it. */
export function isStrong(tag: string): boolean {
  return tag.startsWith('"');
}

// Servers that compress on the way add this to the tag, Apache since 2.4 and Jetty.
function opaque(tag: string): string {
  return tag
    .replace(/^W\//, '')
    .replace(/^"|"$/g, '')
    .replace(/(?:-|--|;)gzip$/, '');
}
