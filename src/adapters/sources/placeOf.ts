import type { RemotePlace } from '../../app/ports/RemotePlace';
import { graphLink } from './graph/graphLink';
import { GRAPH, graphPlace, type GraphOptions } from './graph/graphPlace';
import { httpPlace } from './httpPlace';

/** Whether the store of a file behind an address keeps earlier versions of it by itself. */
export function keepsVersions(url: URL): boolean {
  return graphLink(url, GRAPH) !== null;
}

/** The file behind an https address, with those beside it: through Microsoft Graph where it is one of SharePoint, OneDrive or Teams. */
export function placeOf(url: URL, { graph = GRAPH, ...options }: GraphOptions = {}): RemotePlace {
  const link = graphLink(url, graph);
  return link === null ? httpPlace(url, options) : graphPlace(link, { ...options, graph });
}
