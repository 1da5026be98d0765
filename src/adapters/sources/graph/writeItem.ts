import type { FileState } from '../../../app/ports/RemoteFile';
import type { Watch } from '../../../core/Watch';
import { changedThere, tooLarge } from '../http/httpFailures';
import { HttpProblem } from '../http/HttpProblem';
import { contentTagOf, stateOf, type DriveItem } from './DriveItem';
import { notUnderstood, storedOtherwise } from './graphFailures';
import type { GraphClient } from './GraphClient';
import { addressOf, partOf, type ItemAddress } from './ItemAddress';
import { readItem } from './readItem';
import { uploadInParts } from './uploadInParts';

/** A new file up to here goes in one request; Microsoft once took no more, and a lost one costs little. */
const MOST_AT_ONCE = 4 * 1024 * 1024;
/** What one request may hold by Graph's documentation. */
const MOST_IN_ALL = 250_000_000;
/** So often a file's name or columns may change while it is written. */
const MOST_ATTEMPTS = 4;

/**
 * Writes a file that is still as `expected`, or, for null, not there yet, and gives its state. A file that is there is replaced by one request with
 * `If-Match`, however large: that one is done or not, whereas of a session in parts it is nowhere said that the condition is looked at again at its
 * end. A new file is made by one request, or in parts where it is large, which fails where one has come to stand there. Throws a HttpProblem.
 */
export async function writeItem(
  graph: GraphClient,
  address: ItemAddress,
  bytes: Uint8Array,
  expected: string | null,
  watch: Watch,
): Promise<FileState> {
  const { what } = graph.options;
  if (bytes.length > MOST_IN_ALL) throw new HttpProblem(tooLarge({ ...graph.options, mostBytes: MOST_IN_ALL }));
  watch.progress(`Writing ${what}`, 0);
  for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
    const now = await graph.item(address);
    const isAs = now === null || now === 'same' ? expected === null : contentTagOf(now) === expected;
    if (!isAs) break;
    const written = await known(graph, address, bytes, watch, () =>
      now === null || now === 'same' ? make(graph, address, bytes, watch) : replace(graph, now, bytes),
    );
    if (written === null) continue;
    if (typeof written.size === 'number' && written.size !== bytes.length) throw new HttpProblem(storedOtherwise(graph.options));
    const state = stateOf(written);
    if (state === null) throw new HttpProblem(notUnderstood(graph.options));
    watch.progress(`Writing ${what}`, 1);
    return state;
  }
  throw new HttpProblem(changedThere(what));
}

/** What was written, also where the answer to it got lost: then what stands there says whether it was. */
async function known(
  graph: GraphClient,
  address: ItemAddress,
  bytes: Uint8Array,
  watch: Watch,
  write: () => Promise<DriveItem | null>,
): Promise<DriveItem | null> {
  try {
    return await write();
  } catch (error) {
    if (!(error instanceof HttpProblem) || error.failure.code !== 'unreachable') throw error;
    const read = await readItem(graph, address, { ...watch, progress: () => undefined }).catch(() => null);
    const item = read === null || read === 'same' || !isEqual(read.bytes, bytes) ? null : await graph.item(address, undefined);
    if (item === null || item === 'same') throw error;
    return item;
  }
}

async function make(graph: GraphClient, address: ItemAddress, bytes: Uint8Array, watch: Watch): Promise<DriveItem | null> {
  if (bytes.length > MOST_AT_ONCE) return uploadInParts(graph, address, bytes, watch);
  const path = `${partOf(address, 'content')}?@microsoft.graph.conflictBehavior=fail`;
  return graph.itemIn(await graph.send(path, put(bytes, {})), true);
}

/** Replaces an item that is as it was looked at; null where its tag has changed since, be it by its name alone. */
async function replace(graph: GraphClient, item: DriveItem, bytes: Uint8Array): Promise<DriveItem | null> {
  const address = addressOf(item);
  const tag = item.eTag ?? item.cTag;
  if (address === null || !tag) throw new HttpProblem(notUnderstood(graph.options));
  const response = await graph.send(partOf(address, 'content'), put(bytes, { 'If-Match': tag }));
  if (response.ok) return graph.itemIn(response, true);
  const problem = await graph.refusal(response, true);
  if (problem.failure.code === 'changed' || response.status === 404) return null;
  throw problem;
}

function put(bytes: Uint8Array, headers: Record<string, string>) {
  return { method: 'PUT', headers: { ...headers, 'Content-Type': 'application/octet-stream' }, body: bytes } as const;
}

function isEqual(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}
