import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '..');

describe('DEPENDENCIES.md', () => {
  it('names exactly the dependencies of package.json', () => {
    const { dependencies, devDependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as Record<
      'dependencies' | 'devDependencies',
      Record<string, string>
    >;
    const lines = readFileSync(join(ROOT, 'DEPENDENCIES.md'), 'utf8')
      .split('\n')
      .filter((line) => line.startsWith('- '));
    // The names stand before the line's colon, the reason behind it.
    const named = lines.flatMap((line) => [...line.slice(0, line.indexOf(': ')).matchAll(/`([^`]+)`/g)].map((match) => match[1]!));
    expect(named.sort()).toEqual([...Object.keys(dependencies), ...Object.keys(devDependencies)].sort());
  });
});

describe('what Tieout is measured against', () => {
  it('is used by the bench alone, as the licence of HyperFormula wants', () => {
    const files = ['src', 'scripts', 'test'].flatMap((folder) =>
      readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((path) => join(folder, path)),
    );
    const users = files.filter(
      (path) =>
        /\.(?:tsx?|c?js)$/.test(path) &&
        /from '(?:hyperformula|daff)|(?:import|require)\('(?:hyperformula|daff)/.test(readFileSync(join(ROOT, path), 'utf8')),
    );
    expect(users.length).toBeGreaterThan(1);
    expect(users.filter((path) => !path.startsWith(join('test', 'bench')))).toEqual([]);
  });
});
