/** What a link to Microsoft 365 names: something shared, by its address there, or a file by its path in a drive. */
export type GraphLink =
  { readonly kind: 'share'; readonly url: URL } | { readonly kind: 'path'; readonly drive: string; readonly names: readonly string[] };

/** What a link names in SharePoint, OneDrive or Teams; null where it leads elsewhere. `graph` is where Graph answers. */
export function graphLink(url: URL, graph: URL): GraphLink | null {
  if (url.origin === graph.origin) return drivePath(url, graph);
  if (url.protocol !== 'https:') return null;
  if (url.hostname === 'teams.microsoft.com') return teamsFile(url, graph);
  const isShared = /\.sharepoint\.com$/.test(url.hostname) || ['1drv.ms', 'onedrive.live.com'].includes(url.hostname);
  return isShared ? { kind: 'share', url } : null;
}

/** How Graph calls what is shared at an address: the documented `u!` and the address in base64url. */
export function shareId(url: URL): string {
  const letters = Array.from(new TextEncoder().encode(url.href), (byte) => String.fromCharCode(byte)).join('');
  return `u!${btoa(letters).replace(/=+$/, '').replace(/\//g, '_').replace(/\+/g, '-')}`;
}

/** The folder that an address which is a path stands in; null for a link that is made up to share with. */
export function folderOf({ href, pathname }: URL): { readonly folder: URL; readonly name: string } | null {
  const last = decoded(pathname.split('/').pop() ?? '');
  if (last === null || !last.includes('.') || /^\/:\w:\/|\/_layouts\//.test(pathname)) return null;
  const folder = new URL('.', href);
  folder.pathname = folder.pathname.replace(/\/$/, '');
  folder.search = '';
  folder.hash = '';
  return { folder, name: last };
}

/** `/v1.0/me/drive/root:/Finance/catalog.json`, and so with `drives/ID`, `sites/ID/drive`, `groups/ID/drive`. */
function drivePath(url: URL, graph: URL): GraphLink | null {
  if (!url.pathname.startsWith(graph.pathname)) return null;
  const parts = /^((?:me|(?:sites|groups|users)\/[^/]+)\/drive|drives\/[^/]+)\/root:\/(.+?):?$/.exec(
    url.pathname.slice(graph.pathname.length),
  );
  const names = parts?.[2]!.split('/').map(decoded);
  if (!names || names.some((name) => name === null || name === '' || name === '.' || name === '..' || name.includes('/'))) return null;
  return { kind: 'path', drive: parts![1]!, names: names as string[] };
}

/** What Teams gives as the link of a file has its address in SharePoint in it. */
function teamsFile(url: URL, graph: URL): GraphLink | null {
  const inside = url.searchParams.get('objectUrl');
  if (inside === null || !URL.canParse(inside)) return null;
  const file = new URL(inside);
  return file.hostname === url.hostname ? null : graphLink(file, graph);
}

function decoded(name: string): string | null {
  try {
    return decodeURIComponent(name);
  } catch {
    return null;
  }
}
