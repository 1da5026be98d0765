import { HttpProblem } from '../http/HttpProblem';
import { isFolder, notUnderstood } from './graphFailures';
import type { GraphClient } from './GraphClient';
import { folderOf, shareId, type GraphLink } from './graphLink';
import { addressOf, below, byId, type Place } from './ItemAddress';

/** Where the file of a link is, and its folder; null where there is neither. A file that is not there yet is found by its folder. Throws a HttpProblem. */
export async function locate(graph: GraphClient, link: GraphLink): Promise<Place | null> {
  if (link.kind === 'path') return byPath(link);
  const item = await graph.shared(shareId(link.url));
  if (item === null) return inFolder(graph, link.url);
  if (item.folder) throw new HttpProblem(isFolder(graph.options));
  const address = addressOf(item);
  if (address === null) throw new HttpProblem(notUnderstood(graph.options));
  const { driveId, id } = item.parentReference!;
  return { item: address, folder: id ? `${byId(driveId!, id).path}:` : null };
}

function byPath({ drive, names }: GraphLink & { readonly kind: 'path' }): Place {
  const above = names.slice(0, -1);
  const root = `${drive}/root:`;
  return { item: below(root, names), folder: above.length === 0 ? root : below(root, above).path };
}

async function inFolder(graph: GraphClient, url: URL): Promise<Place | null> {
  const parts = folderOf(url);
  if (parts === null) return null;
  const folder = await graph.shared(shareId(parts.folder));
  const address = folder?.folder ? addressOf(folder) : null;
  if (address === null) return null;
  const begins = `${address.path}:`;
  return { item: below(begins, [parts.name]), folder: begins };
}
