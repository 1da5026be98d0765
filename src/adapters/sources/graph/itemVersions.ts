import { z } from 'zod';
import type { FileRead, KeptVersion } from '../../../app/ports/RemoteFile';
import type { Watch } from '../../../core/Watch';
import { contentTag } from '../http/fileState';
import { HttpProblem } from '../http/HttpProblem';
import { goneVersion, noItem } from './graphFailures';
import type { GraphClient } from './GraphClient';
import { partOf, type ItemAddress } from './ItemAddress';

const versionSchema = z.looseObject({
  id: z.string().min(1),
  lastModifiedDateTime: z.string().nullish(),
  size: z.number().nonnegative().nullish(),
  lastModifiedBy: z.looseObject({ user: z.looseObject({ displayName: z.string().nullish() }).nullish() }).nullish(),
  '@microsoft.graph.downloadUrl': z.string().nullish(),
});
const pageSchema = z.object({ value: z.array(versionSchema), '@odata.nextLink': z.string().nullish() });

/** So many are enough to find one again; a list that leads on and on is not followed for ever. */
const MOST_PAGES = 50;

/**
 * The earlier versions that SharePoint or OneDrive keeps of a file, the newest first. The list begins with the file as it is now, of which the
 * content cannot be had this way, so that is left out. Throws a HttpProblem.
 */
export async function itemVersions(client: GraphClient, address: ItemAddress): Promise<readonly KeptVersion[]> {
  const item = await client.item(address);
  if (item === null || item === 'same') throw new HttpProblem(noItem(client.options));
  const found: z.infer<typeof versionSchema>[] = [];
  let next: string | null = partOf(address, 'versions');
  for (let page = 0; next !== null && page < MOST_PAGES; page++) {
    const response: Response = await client.send(next, { method: 'GET' });
    const read = pageSchema.safeParse(await client.json(response, false));
    if (!read.success) throw new HttpProblem(client.notUnderstood());
    found.push(...read.data.value);
    const link = read.data['@odata.nextLink'] ?? null;
    next = link && client.within(link).href;
  }
  const versions = found.map(({ id, lastModifiedDateTime, size, lastModifiedBy }) => ({
    id,
    modified: isoOf(lastModifiedDateTime),
    by: lastModifiedBy?.user?.displayName ?? null,
    size: size ?? null,
  }));
  const sorted = versions.map((one, at) => ({ one, at })).sort((a, b) => later(b.one, a.one) || a.at - b.at);
  const now = isoOf(item.lastModifiedDateTime);
  return sorted.flatMap(({ one }, index) => (index === 0 && (one.modified === now || now === null) ? [] : [one]));
}

/** One of the versions, whole. Throws a HttpProblem. */
export async function readVersion(client: GraphClient, address: ItemAddress, id: string, watch: Watch): Promise<FileRead> {
  const path = `${partOf(address, 'versions')}/${encodeURIComponent(id)}`;
  const response = await client.send(path, { method: 'GET' });
  if (response.status === 404) {
    await response.body?.cancel();
    throw new HttpProblem(goneVersion(id, client.options));
  }
  const told = versionSchema.safeParse(await client.json(response, false));
  if (!told.success) throw new HttpProblem(client.notUnderstood());
  const read = await client.bytes(told.data['@microsoft.graph.downloadUrl'] ?? null, `${path}/content`, watch);
  return { tag: await contentTag(read.bytes), size: read.bytes.length, modified: isoOf(told.data.lastModifiedDateTime), bytes: read.bytes };
}

function later(a: KeptVersion, b: KeptVersion): number {
  return (a.modified ?? '').localeCompare(b.modified ?? '');
}

function isoOf(time: string | null | undefined): string | null {
  const at = Date.parse(time ?? '');
  return Number.isNaN(at) ? null : new Date(at).toISOString();
}
