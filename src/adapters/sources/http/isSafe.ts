const HERE = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Whether nobody on the way can read or change what comes from an address: https, this very computer, or what the page itself holds. */
export function isSafe(url: URL, page: URL): boolean {
  if (url.protocol === 'blob:') return url.origin === page.origin;
  return url.protocol === 'https:' || (url.protocol === 'http:' && HERE.has(url.hostname));
}
