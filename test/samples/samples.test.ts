import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sampleFiles } from '../../scripts/samples/sampleFiles';

const FOLDER = join(__dirname, '../../assets/samples');

describe('assets/samples', () => {
  const made = sampleFiles();

  it('holds the files that npm run samples writes, and no others', () => {
    expect(readdirSync(FOLDER).sort()).toEqual([...made.keys()].sort());
  });

  it.each([...made.keys()])('%s is byte for byte what the script makes', (name) => {
    expect(Buffer.compare(readFileSync(join(FOLDER, name)), made.get(name)!)).toBe(0);
  });
});
