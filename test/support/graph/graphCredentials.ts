import type { Credentials } from '../../../src/app/ports/Credentials';
import { succeed } from '../../../src/core/Result';
import type { GraphServer } from './graphServer';

/** Who signs in to a server of the tests, with a new token, of so many uses, where one has run out; only writing asks for more than reading. */
export function graphCredentials(server: GraphServer, uses = Infinity): Credentials {
  const tokens = new Map<boolean, string>();
  return {
    async authorization(origin, { isWriting, refused }) {
      if (origin !== server.graph.origin) throw new Error(`A token was to go to ${origin}`);
      if (!tokens.has(isWriting) || refused !== null)
        tokens.set(isWriting, server.issue(isWriting ? 'Files.ReadWrite' : 'Files.Read', uses));
      return succeed(`Bearer ${tokens.get(isWriting)!}`);
    },
  };
}
