import { editWorkbook } from '../../adapters/xlsx/editWorkbook';
import { readWorkbook } from '../../adapters/xlsx/readWorkbook';
import { succeed, type Result } from '../../core/Result';
import type { HostBook } from '../book/HostBook';
import { hostBookFromSnapshot } from '../book/hostBookFromSnapshot';
import { readFileLook, type FileLook } from '../grid/fileLook';
import { editsOf } from '../save/editsOf';
import { loadXmlParts } from '../save/loadXmlParts';
import { saveXmlParts } from '../save/saveXmlParts';

/** A workbook file that was opened: its content as a book, how it looks, and how to get the file back with the book's edits. */
export interface OpenBook {
  readonly book: HostBook;
  readonly look: FileLook | null;
  /** The file's bytes as saving now would give: what was not edited is byte for byte what was loaded. */
  readonly save: () => Promise<Result<Uint8Array>>;
}

/** Opens a workbook file; fails with a sentence for the user when it cannot be read. */
export async function openBook(name: string, bytes: Uint8Array): Promise<Result<OpenBook>> {
  const snapshot = await readWorkbook(bytes, name, () => undefined);
  if (!snapshot.ok) return snapshot;
  const loaded = { names: snapshot.value.names, sheets: snapshot.value.sheets.map(({ name, visibility }) => ({ name, visibility })) };
  const book = hostBookFromSnapshot(snapshot.value);
  const loadedParts = loadXmlParts(book, bytes);
  if (!loadedParts.ok) return loadedParts;
  return succeed({
    book,
    look: readFileLook(bytes),
    save: async () => {
      await book.settle();
      const edited = editWorkbook(bytes, editsOf(book, loaded));
      return edited.ok ? saveXmlParts(edited.value, book.xmlParts.items) : edited;
    },
  });
}
