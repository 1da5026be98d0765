import type { ExternalLink } from '../../../core/workbook/Snapshot';
import { readRelationships, type Relationship } from './relationships';
import { parseXml, type XmlElement } from './XmlElement';
import type { WorkbookPackage } from './WorkbookPackage';

/** The values that other workbooks had are of no interest, and may be many. */
const SKIPPED = new Set(['sheetDataSet']);

/** The other workbooks (or DDE and OLE sources) that formulas refer to as `[1]`, `[2]`, in that order. */
export async function readExternalLinks(
  file: WorkbookPackage,
  workbook: XmlElement,
  relationships: readonly Relationship[],
): Promise<ExternalLink[]> {
  const links: ExternalLink[] = [];
  for (const reference of workbook.list('externalReferences', 'externalReference')) {
    const path = relationships.find(({ id }) => id === reference.relationshipId)?.target ?? '';
    links.push({ index: links.length + 1, target: await readTarget(file, path) });
  }
  return links;
}

async function readTarget(file: WorkbookPackage, path: string): Promise<string> {
  const bytes = await file.read(path);
  if (bytes === null) return '';
  const link = parseXml(bytes, path, SKIPPED);
  const dde = link.child('ddeLink');
  if (dde !== null) return `${dde.attribute('ddeService') ?? ''}|${dde.attribute('ddeTopic') ?? ''}`;
  const id = (link.child('externalBook') ?? link.child('oleLink'))?.relationshipId;
  const target = (await readRelationships(file, path)).find((relationship) => relationship.id === id)?.target ?? '';
  try {
    return decodeURI(target);
  } catch {
    return target;
  }
}
