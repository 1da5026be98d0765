import { droppedFile, pickOfficialFile } from '../../src/taskpane/pickOfficialFile';

const file = new File(['v1'], 'Official.xlsx');
const handle = { name: file.name, kind: 'file', getFile: async () => file };
const rejecting = (name: string) => ({ showOpenFilePicker: () => Promise.reject(new DOMException('', name)) });

test('a picked file comes with what lets it be read again, where the browser has that', async () => {
  expect(await pickOfficialFile({ showOpenFilePicker: async () => [handle] })).toEqual({ file, handle });
  expect(await pickOfficialFile({})).toBe('cannot');
  expect(await pickOfficialFile(rejecting('SecurityError'))).toBe('cannot');
  expect(await pickOfficialFile(rejecting('AbortError'))).toBe('nothing');
});

/** A drop of these files, of which the browser gives such handles; undefined where it has none. */
function drop(files: readonly File[], given?: () => Promise<unknown>): DataTransfer {
  const items = [{ kind: 'string' }, ...files.map(() => ({ kind: 'file', ...(given && { getAsFileSystemHandle: given }) }))];
  return { files, items } as unknown as DataTransfer;
}

test('so does a dropped one', async () => {
  expect(await droppedFile(drop([file], async () => handle))).toEqual({ file, handle });
  expect(await droppedFile(drop([file]))).toEqual({ file, handle: null });
  expect(await droppedFile(drop([file], async () => ({ ...handle, kind: 'directory' })))).toEqual({ file, handle: null });
  expect(await droppedFile(drop([file], () => Promise.reject(new Error())))).toEqual({ file, handle: null });
  expect(droppedFile(drop([]))).toBeNull();
});
