import { EditXmlParts } from '../../adapters/xlsx/edit/EditXmlParts';
import { succeed, type Result } from '../../core/Result';
import type { HostXmlPart } from '../book/HostXmlParts';

/** The file's bytes with these custom XML parts and no others; the same bytes where it has them already. */
export function saveXmlParts(bytes: Uint8Array, parts: readonly HostXmlPart[]): Result<Uint8Array> {
  const opened = EditXmlParts.open(bytes);
  if (!opened.ok) return opened;
  const file = opened.value;
  const left = new Map(parts.map((part) => [part.id, part]));
  for (const { id, path, xml } of file.items) {
    const part = left.get(id);
    left.delete(id);
    if (part === undefined) file.remove(path);
    else if (part.xml !== xml) file.change(path, part.xml);
  }
  for (const { id, xml } of left.values()) file.add(id, xml);
  return succeed(file.save());
}
