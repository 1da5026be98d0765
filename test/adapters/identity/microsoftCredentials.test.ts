import type { AccountInfo } from '@azure/msal-browser';
import { microsoftCredentials, type IdentityClient, type TokenRequest } from '../../../src/adapters/identity/microsoftCredentials';

const GRAPH = 'https://graph.microsoft.com';
const READING = { isWriting: false, refused: null };
const WRITING = { isWriting: true, refused: null };
const account = { homeAccountId: '1', username: 'asha@contoso.example' } as AccountInfo;

function problem(errorCode: string, message = 'asha@contoso.example eyJ0eXAi'): Error {
  return Object.assign(new Error(message), { errorCode });
}

/** Microsoft's library as far as it is used: who is known answers silently for what they agreed to, others in a window that may fail. */
function stand(known: readonly string[], popup: () => Promise<void> = () => Promise.resolve()) {
  const agreed = new Set(known);
  const asked: (TokenRequest & { readonly how: string })[] = [];
  let active: AccountInfo | null = null;
  let windows = 0;
  const state = { loads: 0, mostWindows: 0, isOnline: true, failsToLoad: false, isClicked: false };
  const client: IdentityClient = {
    acquireTokenSilent(request) {
      asked.push({ ...request, how: 'silent' });
      if (!state.isOnline) return Promise.reject(problem('no_network_connectivity'));
      if (request.claims !== undefined || !request.scopes.every((scope) => agreed.has(scope)))
        return Promise.reject(problem('interaction_required'));
      return Promise.resolve({ accessToken: `${request.scopes.join()} ${asked.length}`, account });
    },
    async acquireTokenPopup(request) {
      asked.push({ ...request, how: 'popup' });
      state.mostWindows = Math.max(state.mostWindows, ++windows);
      await new Promise((resolve) => setTimeout(resolve, 5));
      windows--;
      await popup();
      for (const scope of request.scopes) agreed.add(scope);
      return { accessToken: `${request.scopes.join()} popup`, account };
    },
    getActiveAccount: () => active,
    setActiveAccount: (one) => (active = one),
  };
  const load = () => {
    state.loads++;
    return state.failsToLoad ? Promise.reject(new Error('Loading chunk 7 failed')) : Promise.resolve(client);
  };
  const credentials = (allFiles = false) => microsoftCredentials({ load, allFiles, isClicked: () => state.isClicked });
  return { credentials, asked, state };
}

test('nothing is loaded, and nobody asked, for another server', async () => {
  const { credentials, state } = stand([]);
  for (const origin of ['https://models.example', 'https://contoso.sharepoint.com', 'https://graph.microsoft.com.evil.example'])
    expect(await credentials().authorization(origin, READING)).toEqual({ ok: true, value: null });
  expect(state.loads).toBe(0);
});

test('who is known is not asked, and only writing asks for leave to write', async () => {
  const { credentials, asked } = stand(['Files.Read']);
  const mine = credentials();
  expect(await mine.authorization(GRAPH, READING)).toEqual({ ok: true, value: 'Bearer Files.Read 1' });
  expect(asked).toEqual([{ how: 'silent', scopes: ['Files.Read'] }]);
  expect(await mine.authorization(GRAPH, WRITING)).toEqual({ ok: true, value: 'Bearer Files.ReadWrite popup' });
  expect(asked.slice(1)).toEqual([
    { how: 'silent', scopes: ['Files.ReadWrite'], account },
    { how: 'popup', scopes: ['Files.ReadWrite'], account },
  ]);
  expect((await mine.authorization(GRAPH, WRITING)).ok).toBe(true);
  expect(asked).toHaveLength(4);
});

test('files of team sites are asked for where the administrator says so', async () => {
  const { credentials, asked } = stand([]);
  await credentials(true).authorization(GRAPH, READING);
  expect(asked.map(({ scopes }) => scopes)).toEqual([['Files.Read.All'], ['Files.Read.All']]);
});

test('of many requests at once one opens a window', async () => {
  const { credentials, asked, state } = stand([]);
  const mine = credentials();
  const all = await Promise.all([READING, READING, WRITING, READING, WRITING].map((one) => mine.authorization(GRAPH, one)));
  expect(all.every(({ ok }) => ok)).toBe(true);
  expect([state.loads, state.mostWindows, asked.filter(({ how }) => how === 'popup').length]).toEqual([1, 1, 2]);
});

test('a token that is refused is fetched anew; what Microsoft asks beyond it is answered in a window', async () => {
  const { credentials, asked } = stand(['Files.Read']);
  const mine = credentials();
  await mine.authorization(GRAPH, { isWriting: false, refused: 'Bearer error="invalid_token"' });
  expect(asked.at(-1)).toMatchObject({ how: 'silent', forceRefresh: true });
  const claims = '{"access_token":{"nbf":{"essential":true,"value":"1604106651"}}}';
  const refused = `Bearer realm="", authorization_uri="https://login.microsoftonline.com/common/oauth2/authorize", error="insufficient_claims", claims="${btoa(claims)}"`;
  await mine.authorization(GRAPH, { isWriting: false, refused });
  expect(asked.slice(-2)).toEqual([
    { how: 'silent', scopes: ['Files.Read'], account, claims },
    { how: 'popup', scopes: ['Files.Read'], account, claims },
  ]);
  for (const bad of ['claims="%%%", error="insufficient_claims"', 'error="insufficient_claims", claims="bm9wZQ=="', '']) {
    await mine.authorization(GRAPH, { isWriting: false, refused: bad });
    expect(asked.at(-1)).toMatchObject({ how: 'silent', forceRefresh: true });
  }
});

test.each([
  ['user_cancelled', '', 'not-signed-in', /did not finish/],
  ['popup_window_error', '', 'not-signed-in', /Allow pop-up windows/],
  ['invalid_grant', 'AADSTS65001: The user has not consented', 'no-consent', /Ask your administrator to allow it/],
  ['unauthorized_client', 'AADSTS700016: Application was not found', 'not-registered', /Tell your administrator/],
  ['something_new', '', 'not-signed-in', /could not be signed in/],
])('%s %s is told as %s, and nothing that the library says is shown', async (code, message, told, sentence) => {
  const { credentials } = stand([], () => Promise.reject(problem(code, message || undefined)));
  const result = await credentials().authorization(GRAPH, READING);
  expect(result).toMatchObject({ failure: { code: told, message: expect.stringMatching(sentence) } });
  expect(JSON.stringify(result)).toMatch(/Your workbook was not touched/);
  expect(JSON.stringify(result)).not.toMatch(/asha|eyJ|AADSTS/);
});

test('who closed the window is asked again only after a click', async () => {
  let closes = true;
  const { credentials, asked, state } = stand([], () => (closes ? Promise.reject(problem('user_cancelled')) : Promise.resolve()));
  const mine = credentials();
  const windows = () => asked.filter(({ how }) => how === 'popup').length;
  for (let poll = 0; poll < 3; poll++) expect((await mine.authorization(GRAPH, READING)).ok).toBe(false);
  expect(windows()).toBe(1);
  state.isClicked = true;
  closes = false;
  expect((await mine.authorization(GRAPH, READING)).ok).toBe(true);
  expect(windows()).toBe(2);
});

test('without a connection no window opens, and a library that did not load is loaded again', async () => {
  const { credentials, asked, state } = stand(['Files.Read']);
  const mine = credentials();
  state.failsToLoad = true;
  expect(await mine.authorization(GRAPH, READING)).toMatchObject({ failure: { code: 'not-signed-in' } });
  state.failsToLoad = false;
  state.isOnline = false;
  expect(await mine.authorization(GRAPH, READING)).toMatchObject({ failure: { code: 'unreachable' } });
  expect(asked.map(({ how }) => how)).toEqual(['silent']);
  state.isOnline = true;
  expect((await mine.authorization(GRAPH, READING)).ok).toBe(true);
  expect(state.loads).toBe(2);
});
