import { parseXml } from './XmlElement';
import type { WorkbookPackage } from './WorkbookPackage';

/** How one part refers to another, or to something outside. */
export interface Relationship {
  readonly id: string;
  /** The last word of the type: `worksheet`, `comments`, `externalLinkPath`. */
  readonly type: string;
  /** The path of the part it points to, or the address outside as written. */
  readonly target: string;
  readonly external: boolean;
}

/** The relationships of a part (of the whole package for an empty path); none when it has none. */
export async function readRelationships(file: WorkbookPackage, part: string): Promise<Relationship[]> {
  const slash = part.lastIndexOf('/') + 1;
  const folder = part.slice(0, slash);
  const path = `${folder}_rels/${part.slice(slash)}.rels`;
  const bytes = await file.read(path);
  if (bytes === null) return [];
  return parseXml(bytes, path)
    .all('Relationship')
    .map((element) => {
      const external = element.attribute('TargetMode') === 'External';
      const target = element.attribute('Target') ?? '';
      return {
        id: element.attribute('Id') ?? '',
        type: (element.attribute('Type') ?? '').replace(/^.*\//, ''),
        target: external ? target : resolvePath(folder, target),
        external,
      };
    });
}

/** The path of a part that a part in `folder` refers to as `target`. */
function resolvePath(folder: string, target: string): string {
  const steps = (target.startsWith('/') ? target : folder + target).replace(/\\/g, '/').split('/');
  const path: string[] = [];
  for (const step of steps) {
    if (step === '..') path.pop();
    else if (step !== '' && step !== '.') path.push(step);
  }
  return path.join('/');
}
