import { succeed } from '../../src/core/Result';
import type { PaneServices } from '../../src/taskpane/PaneServices';

/** One official model, remembered already, of a byte that nobody reads. */
export function fakeOfficials(): PaneServices['officials'] {
  const official = {
    choice: { key: 'k', title: 'Model', version: null, publishedAt: null, place: { kind: 'link', name: 'k' } } as const,
    source: { open: async () => succeed({ name: 'k', bytes: new Uint8Array(1) }) },
  };
  return {
    remembered: () => official,
    fromFile: () => official,
    fromLink: () => succeed(official),
    ownVersions: () => null,
    remember: async () => succeed(null),
  };
}
