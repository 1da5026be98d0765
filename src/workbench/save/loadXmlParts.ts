import { EditXmlParts } from '../../adapters/xlsx/edit/EditXmlParts';
import { succeed, type Result } from '../../core/Result';
import type { HostBook } from '../book/HostBook';

/** Gives a book the custom XML parts of the file it was read from. */
export function loadXmlParts(book: HostBook, bytes: Uint8Array): Result<null> {
  const file = EditXmlParts.open(bytes);
  if (!file.ok) return file;
  for (const { id, xml } of file.value.items) book.xmlParts.addLoaded({ id, xml });
  return succeed(null);
}
