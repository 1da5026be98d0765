import { bookOf } from '../../support/bookOf';
import { openExcel, withExcel } from '../../support/excelSession';

const bytes = new Uint8Array(4 * 1024 * 1024 + 17).map((_, i) => (i * 31) & 255);
const asked = <T>(ask: (callback: (result: Office.AsyncResult<T>) => void) => void) =>
  new Promise<T>((resolve, reject) => ask((result) => (result.error ? reject(result.error) : resolve(result.value))));
const openFile = (sliceSize: number) =>
  asked<Office.File>((callback) => Office.context.document.getFileAsync(Office.FileType.Compressed, { sliceSize }, callback));

test('getFileAsync gives the bytes in slices', () =>
  withExcel(
    bookOf({ Data: {} }),
    async ({ host }) => {
      const file = await openFile(4 * 1024 * 1024);
      expect([file.size, file.sliceCount]).toEqual([bytes.length, 2]);
      const slices = [];
      for (let i = 0; i < file.sliceCount; i++) slices.push(await asked<Office.Slice>((callback) => file.getSliceAsync(i, callback)));
      expect(Buffer.concat(slices.map((slice) => Buffer.from(slice.data as number[]))).equals(bytes)).toBe(true);
      await asked<void>((callback) => file.closeAsync(callback));
      expect(host.files.openFiles).toBe(0);
    },
    { fileBytes: async () => bytes },
  ));

test('two files are open at most', async () => {
  const session = await openExcel(bookOf({ Data: {} }), { fileBytes: async () => bytes });
  await Promise.all([openFile(65_536), openFile(65_536)]);
  await expect(openFile(65_536)).rejects.toMatchObject({ code: 5100 });
  session.close();
});

test('an Excel that serves no file says so', () =>
  withExcel(bookOf({ Data: {} }), async () => {
    await expect(openFile(65_536)).rejects.toMatchObject({ code: 5000 });
  }));
