import { z } from 'zod';
import type { ListedFile } from '../../../app/ports/RemotePlace';
import { fail } from '../../../core/Result';
import { HttpProblem } from '../http/HttpProblem';
import { STORE } from './graphFailures';
import type { GraphClient } from './GraphClient';
import { partOf, type ItemAddress } from './ItemAddress';

const pageSchema = z.object({
  value: z.array(z.looseObject({ name: z.string().min(1), size: z.number().nonnegative().nullish(), file: z.looseObject({}).nullish() })),
  '@odata.nextLink': z.string().nullish(),
});

/** Pages of a list that leads on and on are not followed for ever. */
const MOST_PAGES = 1_000;

/** The files right in a folder, page by page; throws a HttpProblem, `no-folder` where there is no folder. `name` is what the folder is called. */
export async function listChildren(client: GraphClient, folder: ItemAddress, name: string): Promise<readonly ListedFile[]> {
  const files: ListedFile[] = [];
  let next: string | null = `${partOf(folder, 'children')}?$select=name,size,file&$top=200`;
  for (let page = 0; next !== null && page < MOST_PAGES; page++) {
    const response: Response = await client.send(next, { method: 'GET' });
    if (response.status === 404) {
      await response.body?.cancel();
      throw new HttpProblem(fail('no-folder', `There is no folder “${name}” beside the catalog in ${STORE}. Nothing was changed.`));
    }
    const read = pageSchema.safeParse(await client.json(response, false));
    if (!read.success) throw new HttpProblem(client.notUnderstood());
    for (const { name, size, file } of read.data.value) if (file) files.push({ name, size: size ?? 0 });
    const link = read.data['@odata.nextLink'] ?? null;
    next = link && client.within(link).href;
  }
  return files;
}
