/** Writes the sample workbooks into assets/samples; the same every time. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sampleFiles } from './samples/sampleFiles';

const folder = join(import.meta.dirname, '../assets/samples');
mkdirSync(folder, { recursive: true });
for (const [name, bytes] of sampleFiles()) {
  writeFileSync(join(folder, name), bytes);
  console.log(`${name}: ${bytes.length.toLocaleString('en')} bytes`);
}
