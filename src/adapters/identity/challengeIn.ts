/** What Microsoft wants to know beyond a token (the claims of a `WWW-Authenticate` header), as the JSON to ask with; null for nothing. */
export function challengeIn(header: string): string | null {
  const given = /\bclaims="([A-Za-z0-9+/_=-]+)"/.exec(header)?.[1];
  if (given === undefined || !/\berror="insufficient_claims"/.test(header)) return null;
  try {
    const json = atob(given.replace(/-/g, '+').replace(/_/g, '/'));
    JSON.parse(json);
    return json;
  } catch {
    return null;
  }
}
