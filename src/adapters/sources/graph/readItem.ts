import type { FileRead } from '../../../app/ports/RemoteFile';
import type { Watch } from '../../../core/Watch';
import { download } from '../http/download';
import { contentHash } from '../http/fileState';
import { emptyFile, tooLarge } from '../http/httpFailures';
import { HttpProblem } from '../http/HttpProblem';
import { stateOf, type DriveItem } from './DriveItem';
import { isFolder, noItem, notUnderstood, notWhole } from './graphFailures';
import type { GraphClient } from './GraphClient';
import type { ItemAddress } from './ItemAddress';

/** How often a file is read that changes meanwhile, or whose address for the bytes has run out. */
const MOST_ATTEMPTS = 4;

/**
 * The whole file, or `same` when its tag is still `known`. The bytes come from an address that Graph gives for a few minutes and that carries its
 * own permission; since it serves whatever stands there then, the item is looked at once more, and a read across two versions begins anew.
 * Throws a HttpProblem.
 */
export async function readItem(graph: GraphClient, address: ItemAddress, watch: Watch, known?: string): Promise<'same' | FileRead> {
  for (let attempt = 1; ; attempt++) {
    const item = await graph.item(address, known);
    if (item === 'same') return 'same';
    if (item === null) throw new HttpProblem(noItem(graph.options));
    const state = checked(graph, item);
    try {
      const from = graph.address(item['@microsoft.graph.downloadUrl']);
      const read = await download(graph.bare, from, watch, null, true);
      if (read === 'same') throw new Error('Nothing was known of it that it could be the same as.');
      if ((await isAsTold(read.bytes, item)) && (await graph.item(address, state.tag)) === 'same') return { ...state, bytes: read.bytes };
    } catch (error) {
      const hasRunOut = error instanceof HttpProblem && ['no-permission', 'not-found'].includes(error.failure.code);
      if (!hasRunOut || attempt >= MOST_ATTEMPTS) throw error;
    }
    if (attempt >= MOST_ATTEMPTS || !(await graph.pause(200 * attempt))) throw new HttpProblem(notWhole(graph.options));
  }
}

function checked(graph: GraphClient, item: DriveItem): NonNullable<ReturnType<typeof stateOf>> {
  const { options } = graph;
  if (item.folder) throw new HttpProblem(isFolder(options));
  if (item.size === 0) throw new HttpProblem(emptyFile(options));
  if ((item.size ?? 0) > options.mostBytes) throw new HttpProblem(tooLarge(options));
  const state = stateOf(item);
  if (state === null) throw new HttpProblem(notUnderstood(options));
  return state;
}

/** Whether bytes have the length and, where Graph gives it, the SHA-256 of an item. */
async function isAsTold(bytes: Uint8Array, { size, file }: DriveItem): Promise<boolean> {
  if (typeof size === 'number' && size !== bytes.length) return false;
  const told = file?.hashes?.sha256Hash;
  return !told || (await contentHash(bytes)) === told.toLowerCase();
}
