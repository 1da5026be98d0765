import type { FileHandle, PickedFile } from '../app/ports/FileHandle';

/** A file that the user picked or dropped, and, where the browser has that, what lets it be read again on another day. */
export interface Picked {
  readonly file: PickedFile;
  readonly handle: FileHandle | null;
}

/** The part of a window that asks for files with handles; other browsers, and frames of other sites, do without. */
export interface AskingWindow {
  readonly showOpenFilePicker?: (options: object) => Promise<readonly FileHandle[]>;
}

const TYPES = {
  types: [
    {
      accept: {
        'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['.xlsx', '.xltx'],
        'application/vnd.ms-excel.sheet.macroEnabled.12': ['.xlsm', '.xltm'],
        'application/vnd.ms-excel.sheet.binary.macroEnabled.12': ['.xlsb'],
      },
    },
  ],
};

/** Asks the user for a workbook. `nothing` where they picked none, `cannot` where this window only has the plain way to ask. */
export async function pickOfficialFile(window: AskingWindow): Promise<Picked | 'nothing' | 'cannot'> {
  if (window.showOpenFilePicker === undefined) return 'cannot';
  try {
    const [handle] = await window.showOpenFilePicker(TYPES);
    return handle === undefined ? 'nothing' : { file: await handle.getFile(), handle };
  } catch (error) {
    return error instanceof DOMException && error.name === 'AbortError' ? 'nothing' : 'cannot';
  }
}

/** What was dropped; null where that is no file. To be called while the drop is told: later nothing is known of it. */
export function droppedFile(data: Pick<DataTransfer, 'files' | 'items'>): Promise<Picked> | null {
  const [file] = data.files;
  if (file === undefined) return null;
  const [item] = [...data.items].filter(({ kind }) => kind === 'file') as (DataTransferItem & {
    getAsFileSystemHandle?: () => Promise<({ readonly kind: string } & FileHandle) | null>;
  })[];
  const asked = item?.getAsFileSystemHandle?.() ?? Promise.resolve(null);
  return asked.then(
    (handle) => ({ file, handle: handle?.kind === 'file' ? handle : null }),
    () => ({ file, handle: null }),
  );
}
