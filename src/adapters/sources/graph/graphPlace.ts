import type { FileState, RemoteFile } from '../../../app/ports/RemoteFile';
import type { RemotePlace } from '../../../app/ports/RemotePlace';
import { addressFrom } from '../../../core/catalog/addressFrom';
import { fail, succeed, type Result } from '../../../core/Result';
import type { Watch } from '../../../core/Watch';
import { exchange } from '../http/exchange';
import type { HttpOptions } from '../http/HttpClient';
import { refusedBy } from '../http/httpFailures';
import { HttpProblem } from '../http/HttpProblem';
import { stateOf } from './DriveItem';
import { isFolder, notSetUp, notUnderstood, STORE } from './graphFailures';
import { GraphClient } from './GraphClient';
import { folderOf, type GraphLink } from './graphLink';
import { below, type ItemAddress, type Place } from './ItemAddress';
import { itemVersions, readVersion } from './itemVersions';
import { listChildren } from './listChildren';
import { locate } from './locate';
import { readItem } from './readItem';
import { writeItem } from './writeItem';

export interface GraphOptions extends Partial<HttpOptions> {
  /** Where Graph answers, with its version and a slash at the end. */
  readonly graph?: URL;
}

/** Where Graph answers. */
export const GRAPH = new URL('https://graph.microsoft.com/v1.0/');

/** A file in SharePoint, OneDrive or Teams, and those in its folder and below. */
export function graphPlace(link: GraphLink, { graph = GRAPH, ...options }: GraphOptions = {}): RemotePlace {
  let found: Place | null = null;
  // What a link leads to is asked for once; where it leads nowhere, the next one asks again.
  const place = async (client: GraphClient): Promise<Place | null> => (found ??= await locate(client, link));
  const spoken = { ...options, store: STORE };
  return {
    file: graphFile(nameIn(link), spoken, graph, async (client) => (await place(client))?.item ?? null),
    beside(address) {
      // The folder is the root, as on a disk: what a link is for says nothing about the rest of the drive.
      const names = addressFrom(['catalog'], address);
      if (!names.ok) return names;
      const where = async (client: GraphClient) => {
        const folder = (await place(client))?.folder ?? null;
        if (folder === null) throw new HttpProblem(noFolder(client));
        return below(folder, names.value);
      };
      return succeed(graphFile(names.value.at(-1)!, spoken, graph, where));
    },
    list(folder, watch) {
      const names = addressFrom(['catalog'], folder);
      if (!names.ok) return Promise.resolve(names);
      const said = { ...spoken, unharmed: 'Nothing was changed.' };
      return withGraph(said, graph, watch, async (client) => {
        const at = (await place(client))?.folder ?? null;
        if (at === null) throw new HttpProblem(noFolder(client));
        return listChildren(client, below(at, names.value), folder);
      });
    },
  };
}

type Where = (client: GraphClient) => Promise<ItemAddress | null>;

function graphFile(name: string, options: Partial<HttpOptions>, graph: URL, where: Where): RemoteFile {
  const ask = <T>(watch: Watch, work: (client: GraphClient) => Promise<T>) => withGraph(options, graph, watch, work);
  return {
    name,
    look: (watch, known) =>
      ask<'same' | FileState | null>(watch, async (client) => {
        const address = await where(client);
        const item = address === null ? null : await client.item(address, known);
        if (item === null || item === 'same') return item;
        if (item.folder) throw new HttpProblem(isFolder(client.options));
        const state = stateOf(item);
        if (state === null) throw new HttpProblem(notUnderstood(client.options));
        return state;
      }),
    read: (watch, known) => ask(watch, async (client) => readItem(client, await found(client, where), watch, known)),
    versions: (watch) => ask(watch, async (client) => itemVersions(client, await found(client, where))),
    readVersion: (id, watch) => ask(watch, async (client) => readVersion(client, await found(client, where), id, watch)),
    write: (bytes, expected, watch) => ask(watch, async (client) => writeItem(client, await found(client, where), bytes, expected, watch)),
  };
}

function withGraph<T>(
  options: Partial<HttpOptions>,
  graph: URL,
  watch: Watch,
  work: (client: GraphClient) => Promise<T>,
): Promise<Result<T>> {
  return exchange(options, watch, (http) => {
    if (http.options.credentials === null) throw new HttpProblem(notSetUp(http.options));
    return work(new GraphClient(http, graph));
  });
}

async function found(client: GraphClient, where: Where): Promise<ItemAddress> {
  const address = await where(client);
  if (address === null) throw new HttpProblem(refusedBy(GRAPH, 404, client.options, false));
  return address;
}

function nameIn(link: GraphLink): string {
  if (link.kind === 'path') return link.names.at(-1)!;
  return link.url.searchParams.get('file') ?? folderOf(link.url)?.name ?? STORE;
}

function noFolder({ options: { unharmed } }: GraphClient): ReturnType<typeof fail> {
  return fail(
    'no-permission',
    `${STORE} shows the catalog, but not the folder that it is in. ${unharmed} Ask the owner of the catalog to share the folder with you.`,
  );
}
