import type { Registration } from './loadIdentityClient';

const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const TENANT = /^(?:organizations|common|consumers|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[a-z0-9][a-z0-9.-]*\.[a-z]{2,})$/i;

/** What an administrator wrote into a page (`<meta name="tieout-sign-in" content="CLIENT TENANT own|all">`); null where nothing usable is there. */
export function readRegistration(
  page: Pick<Document, 'querySelector' | 'baseURI'>,
): (Registration & { readonly allFiles: boolean }) | null {
  const written = page.querySelector('meta[name="tieout-sign-in"]')?.getAttribute('content') ?? '';
  const [clientId = '', tenant = 'organizations', files = 'own'] = written.trim().split(/\s+/);
  if (!GUID.test(clientId) || !TENANT.test(tenant)) return null;
  return {
    clientId,
    authority: `https://login.microsoftonline.com/${tenant}`,
    redirectUri: new URL('signin.html', page.baseURI).href,
    allFiles: files === 'all',
  };
}
