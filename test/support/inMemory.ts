import type { WorkbookMemory } from '../../src/app/ports/WorkbookMemory';
import { fail, succeed } from '../../src/core/Result';

/** A memory of which nothing is left when the test ends; texts longer than `most` are too large for it. */
export function inMemory(texts: Map<string, string> = new Map(), most = Infinity): WorkbookMemory {
  return {
    read: async (namespace) => succeed(texts.get(namespace) ?? null),
    write: async (namespace, text) => {
      if (text.length > most) return fail('too-large', 'It is too large to be kept.');
      texts.set(namespace, text);
      return succeed(null);
    },
    remove: async (namespace) => {
      texts.delete(namespace);
      return succeed(null);
    },
    list: async (prefix) => succeed([...texts.keys()].filter((namespace) => namespace.startsWith(prefix))),
  };
}
