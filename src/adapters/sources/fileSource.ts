import type { PickedFile } from '../../app/ports/FileHandle';
import type { ModelSource } from '../../app/ports/ModelSource';
import { fail, succeed } from '../../core/Result';
import { MOST_BYTES } from './http/exchange';

/** An official model from a file that the user picked or dropped. */
export function fileSource(file: PickedFile): ModelSource {
  return {
    async open(watch) {
      if (file.size === 0) return fail('empty-file', `${file.name} is empty. Your workbook was not touched. Pick another file.`);
      if (file.size > MOST_BYTES) {
        return fail(
          'too-large',
          `${file.name} is larger than ${MOST_BYTES / 1024 / 1024} MB, more than Tieout can read. Your workbook was not touched. Pick a smaller file.`,
        );
      }
      watch.progress('Opening the official model', 0);
      try {
        const bytes = new Uint8Array(await file.arrayBuffer());
        watch.progress('Opening the official model', 1);
        return succeed({ name: file.name, bytes });
      } catch {
        return fail(
          'file-unreadable',
          `${file.name} cannot be read: it may be a folder, or have been changed, moved or deleted since it was picked. Your workbook was not touched. Pick the file again.`,
        );
      }
    },
  };
}
