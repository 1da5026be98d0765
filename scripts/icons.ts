/** Writes Tieout's mark into assets/icons, as SVG and in the sizes that Excel asks for. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { iconFiles } from './icons/iconFiles';

const folder = join(import.meta.dirname, '../assets/icons');
mkdirSync(folder, { recursive: true });
for (const [name, bytes] of iconFiles()) writeFileSync(join(folder, name), bytes);
