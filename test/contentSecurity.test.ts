import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const page = (path: string) => readFileSync(join(__dirname, '../src', path), 'utf8');

/** The directives of the security policy in a page's head. */
function policyOf(html: string): ReadonlyMap<string, readonly string[]> {
  const content = /<meta\s+http-equiv="Content-Security-Policy"\s+content="([^"]+)"/.exec(html)?.[1];
  if (content === undefined) throw new Error('The page has no security policy.');
  return new Map(
    content
      .split(';')
      .map((directive) => directive.trim().split(/\s+/))
      .map(([name, ...sources]) => [name!, sources]),
  );
}

describe.each(['taskpane/taskpane.html', 'signin/signin.html'])('%s', (path) => {
  const html = page(path);
  const policy = policyOf(html);

  test('runs its own scripts and Microsoft’s alone, and none that stand in the page or are made of text', () => {
    expect(policy.get('default-src')).toEqual(["'none'"]);
    const scripts = policy.get('script-src')!;
    expect(scripts[0]).toBe("'self'");
    for (const source of scripts.slice(1))
      expect(source).toMatch(/^https:\/\/(appsforoffice\.microsoft\.com|\*\.cdn\.office\.net|ajax\.aspnetcdn\.com)$/);
    for (const name of ['base-uri', 'form-action']) expect(policy.get(name)).toEqual(["'none'"]);
    expect([...policy.values()].flat().filter((source) => /unsafe-eval|wasm|unsafe-hashes|^\*$|^http:$/.test(source))).toEqual([]);
  });

  test('has no script or handler in it', () => {
    expect(html).not.toMatch(/<script(?![^>]*\bsrc=)/i);
    expect(html).not.toMatch(/\son\w+\s*=|javascript:/i);
    // The policy holds from where it stands.
    const first = html.indexOf('<script');
    if (first >= 0) expect(html.indexOf('Content-Security-Policy')).toBeLessThan(first);
  });
});

test('the pane may ask any https server, and otherwise this computer alone', () => {
  expect(policyOf(page('taskpane/taskpane.html')).get('connect-src')).toEqual([
    "'self'",
    'blob:',
    'https:',
    'http://localhost:*',
    'http://127.0.0.1:*',
  ]);
});
