import { createHash } from 'node:crypto';
import type { FileState, RemoteFile } from '../../src/app/ports/RemoteFile';
import type { RemotePlace } from '../../src/app/ports/RemotePlace';
import { addressFrom } from '../../src/core/catalog/addressFrom';
import { fail, succeed } from '../../src/core/Result';

/** What was last done in a place, and may be kept from being done: a failure instead, or after it. */
export type Fault = (doing: 'look' | 'read' | 'write', name: string, times: number) => 'before' | 'after' | null;

/** Files by their paths. */
export type Files = Record<string, Uint8Array>;

/** Files held in memory by their paths, as a server that keeps every promise of a RemoteFile holds them. */
export function heldPlace(files: Files, path: string, fault: Fault = () => null): RemotePlace {
  const names = path.split('/');
  const counts = new Map<string, number>();
  return {
    file: heldFile(files, path, fault, counts),
    beside(address) {
      const found = addressFrom(names, address);
      return found.ok ? succeed(heldFile(files, found.value.join('/'), fault, counts)) : found;
    },
    async list(folder) {
      const found = addressFrom(names, folder);
      if (!found.ok) return found;
      const start = `${found.value.join('/')}/`;
      const inside = Object.entries(files).filter(([each]) => each.startsWith(start) && !each.slice(start.length).includes('/'));
      return succeed(inside.map(([each, { length }]) => ({ name: each.slice(start.length), size: length })));
    },
  };
}

function heldFile(files: Files, path: string, fault: Fault, counts: Map<string, number>): RemoteFile {
  const stateOf = (bytes: Uint8Array): FileState => ({
    tag: createHash('sha256').update(bytes).digest('base64'),
    size: bytes.length,
    modified: null,
  });
  const cut = fail('unreachable', 'The connection broke off. Nothing is known to have been changed. Try again.');
  async function faulty<T>(doing: 'look' | 'read' | 'write', work: () => T): Promise<T | typeof cut> {
    // As over a network, others come in between.
    await new Promise((resolve) => setImmediate(resolve));
    const times = (counts.get(doing + path) ?? 0) + 1;
    counts.set(doing + path, times);
    const how = fault(doing, path, times);
    if (how === 'before') return cut;
    const done = work();
    return how === 'after' ? cut : done;
  }
  const none = fail('no-versions', 'What is held in memory has no earlier versions. Nothing was changed.');
  return {
    name: path.split('/').pop()!,
    versions: () => Promise.resolve(none),
    readVersion: () => Promise.resolve(none),
    look: (_, known) =>
      faulty('look', () => {
        const bytes = files[path];
        if (bytes === undefined) return succeed(null);
        const state = stateOf(bytes);
        return succeed(state.tag === known ? ('same' as const) : state);
      }),
    read: (_, known) =>
      faulty('read', () => {
        const bytes = files[path];
        if (bytes === undefined) return fail('not-found', `There is no file ${path}.`);
        const state = stateOf(bytes);
        return succeed(state.tag === known ? ('same' as const) : { ...state, bytes });
      }),
    write: (bytes, expected) =>
      faulty('write', () => {
        const there = files[path];
        if ((there === undefined ? null : stateOf(there).tag) !== expected) return fail('changed', `${path} was changed in the meantime.`);
        files[path] = bytes;
        return succeed(stateOf(bytes));
      }),
  };
}
