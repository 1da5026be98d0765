import type { FileMemory } from '../../app/ports/WorkbookMemory';
import { fromMemoryXml, namespaceOf, toMemoryXml } from '../../core/ledger/memoryXml';
import { succeed, type Result } from '../../core/Result';
import { EditXmlParts, type XmlPart } from './edit/EditXmlParts';
import { readResult } from './read/ReadError';
import { crc32 } from './zip/crc32';

/** The memory in a workbook file (.xlsx, .xlsm or .xlsb); a failure when the bytes are none. */
export function createFileMemory(bytes: Uint8Array): Result<FileMemory> {
  const opened = EditXmlParts.open(bytes);
  if (!opened.ok) return opened;
  const parts = opened.value;
  const kept = (namespace: string): readonly XmlPart[] => parts.items.filter(({ xml }) => namespaceOf(xml) === namespace);
  // What is damaged in the file shows when it is asked for.
  const answer = <T>(work: () => T): Promise<Result<T>> => Promise.resolve(readResult(work));
  return succeed({
    read: (namespace) =>
      answer(() => {
        const [part] = kept(namespace);
        return part === undefined ? null : fromMemoryXml(part.xml);
      }),
    write: (namespace, text) =>
      answer(() => {
        const [part] = kept(namespace);
        const xml = toMemoryXml(namespace, text);
        if (part === undefined) parts.add(idOf(namespace), xml);
        else if (part.xml !== xml) parts.change(part.path, xml);
        return null;
      }),
    remove: (namespace) =>
      answer(() => {
        for (const { path } of kept(namespace)) parts.remove(path);
        return null;
      }),
    list: (prefix) => answer(() => [...new Set(parts.items.map(({ xml }) => namespaceOf(xml)).filter((uri) => uri.startsWith(prefix)))]),
    save: () => readResult(() => parts.save()),
  });
}

/** An identifier that is the same for the same namespace each time, as there is one part of each. */
function idOf(namespace: string): string {
  const hex = [1, 2, 3, 4]
    .map((n) =>
      crc32(new TextEncoder().encode(`${n} ${namespace}`))
        .toString(16)
        .padStart(8, '0'),
    )
    .join('');
  return `{${[hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20)].join('-')}}`.toUpperCase();
}
