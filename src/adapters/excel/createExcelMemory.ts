import type { WorkbookMemory } from '../../app/ports/WorkbookMemory';
import { fail, succeed } from '../../core/Result';
import { fromMemoryXml, toMemoryXml } from '../../core/ledger/memoryXml';
import { answer } from './answer';
import { PATIENCE, Requests, type Patience } from './Requests';

/** What the workbook open in Excel remembers, in its custom XML parts (ExcelApi 1.5). Call it after `Office.onReady`. */
export function createExcelMemory(patience: Patience = PATIENCE): WorkbookMemory {
  const requests = new Requests(patience);
  const idsOf = async (namespace: string): Promise<readonly string[]> => {
    const parts = await requests.send(({ workbook }) => workbook.customXmlParts.getByNamespace(namespace).load('items/id'));
    return parts.items.map(({ id }) => id);
  };
  return {
    read: (namespace) =>
      answer(async () => {
        const [id] = await idsOf(namespace);
        if (id === undefined) return succeed(null);
        const xml = await requests.send(({ workbook }) => workbook.customXmlParts.getItem(id).getXml());
        return succeed(fromMemoryXml(xml.value));
      }),
    write: async (namespace, text) => {
      const written = await answer(async () => {
        const [id] = await idsOf(namespace);
        const xml = toMemoryXml(namespace, text);
        await requests.send(({ workbook: { customXmlParts } }) => {
          if (id === undefined) customXmlParts.add(xml);
          else customXmlParts.getItem(id).setXml(xml);
        });
        return succeed(null);
      });
      if (written.ok || written.failure.code !== 'too-large') return written;
      return fail('too-large', 'Excel did not take this much to be kept in the workbook. What it kept before is as it was.');
    },
    remove: (namespace) =>
      answer(async () => {
        const ids = await idsOf(namespace);
        await requests.send(({ workbook }) => ids.forEach((id) => workbook.customXmlParts.getItem(id).delete()));
        return succeed(null);
      }),
    list: (prefix) =>
      answer(async () => {
        const parts = await requests.send(({ workbook }) => workbook.customXmlParts.load('items/namespaceUri'));
        return succeed([...new Set(parts.items.map(({ namespaceUri }) => namespaceUri).filter((uri) => uri.startsWith(prefix)))]);
      }),
  };
}
