import type { FileHandle } from '../../app/ports/FileHandle';
import type { ModelSource } from '../../app/ports/ModelSource';
import { fail } from '../../core/Result';
import { fileSource } from './fileSource';

const READ = { mode: 'read' } as const;

/** An official model in a file of this computer, read anew each time, once its user allows that. */
export function handleSource(handle: FileHandle): ModelSource {
  return {
    async open(watch) {
      if (!(await isAllowed(handle))) {
        return fail(
          'not-allowed',
          `${handle.name} may not be read again without your leave. Your workbook was not touched. Compare again and allow it, or pick the file.`,
        );
      }
      let file;
      try {
        file = await handle.getFile();
      } catch {
        return fail(
          'file-unreadable',
          `${handle.name} is not where it was, or cannot be read. Your workbook was not touched. Pick the file again, or choose another official model.`,
        );
      }
      return fileSource(file).open(watch);
    },
  };
}

async function isAllowed(handle: FileHandle): Promise<boolean> {
  // Where nothing can be asked, reading says it.
  if (handle.queryPermission === undefined) return true;
  try {
    if ((await handle.queryPermission(READ)) === 'granted') return true;
    return (await handle.requestPermission?.(READ)) === 'granted';
  } catch {
    // It may be asked for only while the user clicks.
    return false;
  }
}
