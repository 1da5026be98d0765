import type { AccountInfo } from '@azure/msal-browser';
import type { Credentials } from '../../app/ports/Credentials';
import { succeed, type Result } from '../../core/Result';
import { challengeIn } from './challengeIn';
import { whyNotSignedIn } from './whyNotSignedIn';

export interface TokenRequest {
  readonly scopes: string[];
  readonly account?: AccountInfo;
  readonly claims?: string;
  readonly forceRefresh?: boolean;
}

/** What is used of Microsoft's sign-in library; it keeps the tokens. */
export interface IdentityClient {
  acquireTokenSilent(request: TokenRequest): Promise<{ readonly accessToken: string; readonly account: AccountInfo }>;
  acquireTokenPopup(request: TokenRequest): Promise<{ readonly accessToken: string; readonly account: AccountInfo }>;
  getActiveAccount(): AccountInfo | null;
  setActiveAccount(account: AccountInfo): void;
}

export interface IdentityOptions {
  /** Loads the library, when somebody is asked for the first time. */
  readonly load: () => Promise<IdentityClient>;
  /** Whether files of team sites and of others are to be reached too, not only the user's own. */
  readonly allFiles: boolean;
  /** Whether the user has clicked just now. */
  readonly isClicked: () => boolean;
}

const GRAPH_ORIGIN = 'https://graph.microsoft.com';

/**
 * Who the user is to Microsoft Graph, and to no other server: found without a question where Excel or an earlier answer tells it, else asked for
 * in a window. Reading asks for leave to read, publishing for leave to write. Who closed the window is asked again only after a click.
 */
export function microsoftCredentials({ load, allFiles, isClicked }: IdentityOptions): Credentials {
  let client: Promise<IdentityClient> | null = null;
  let asking: Promise<unknown> = Promise.resolve();
  let isDeclined = false;

  async function token(isWriting: boolean, refused: string | null): Promise<string> {
    const identity = await (client ??= load());
    const claims = refused === null ? null : challengeIn(refused);
    const account = identity.getActiveAccount();
    const asked = {
      scopes: [`${isWriting ? 'Files.ReadWrite' : 'Files.Read'}${allFiles ? '.All' : ''}`],
      ...(claims === null ? {} : { claims }),
      ...(account === null ? {} : { account }),
    };
    const silent = { ...asked, ...(refused !== null && claims === null ? { forceRefresh: true } : {}) };
    let found = await identity.acquireTokenSilent(silent).catch((error: unknown) => {
      if (whyNotSignedIn(error).failure.code === 'unreachable' || (isDeclined && !isClicked())) throw error;
      return null;
    });
    if (found === null) {
      isDeclined = true;
      found = await identity.acquireTokenPopup(asked);
      isDeclined = false;
    }
    identity.setActiveAccount(found.account);
    return found.accessToken;
  }

  return {
    authorization(origin, { isWriting, refused }) {
      if (origin !== GRAPH_ORIGIN) return Promise.resolve(succeed(null));
      // One window at a time, and whoever waits for it is known by what was answered there.
      const answer = asking.then(async (): Promise<Result<string | null>> => {
        try {
          return succeed(`Bearer ${await token(isWriting, refused)}`);
        } catch (error) {
          // A library that did not load is asked for again.
          if (client !== null) await client.catch(() => (client = null));
          return whyNotSignedIn(error);
        }
      });
      asking = answer;
      return answer;
    },
  };
}
