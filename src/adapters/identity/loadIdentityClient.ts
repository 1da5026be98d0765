import type { IdentityClient } from './microsoftCredentials';

/** Milliseconds for a password and a second factor; the library's own minute is short for both. */
const TO_SIGN_IN = 150_000;

/** How Tieout is registered with a company, as its administrator writes it into the page. */
export interface Registration {
  readonly clientId: string;
  /** Which company signs in, `https://login.microsoftonline.com/TENANT`. */
  readonly authority: string;
  /** The page that a sign-in window comes back to, as registered. */
  readonly redirectUri: string;
}

/**
 * Microsoft's sign-in library, loaded only now: inside Excel, which knows its user (nested app authentication), else with windows of its own.
 * Tokens are kept in memory alone, and nothing is logged.
 */
export async function loadIdentityClient({ clientId, authority, redirectUri }: Registration): Promise<IdentityClient> {
  const { createNestablePublicClientApplication } = await import('@azure/msal-browser');
  return createNestablePublicClientApplication({
    // CP1 says that what Microsoft asks for beyond a token is understood.
    auth: { clientId, authority, redirectUri, clientCapabilities: ['CP1'] },
    cache: { cacheLocation: 'memoryStorage' },
    system: { popupBridgeTimeout: TO_SIGN_IN, loggerOptions: { loggerCallback: () => undefined, piiLoggingEnabled: false } },
  });
}
