import { handleSource } from '../../../src/adapters/sources/handleSource';
import type { FileHandle } from '../../../src/app/ports/FileHandle';

const WATCH = { progress: () => undefined, signal: { aborted: false } };
const handle = (more: Partial<FileHandle> = {}, text = () => 'v1'): FileHandle => ({
  name: 'Official.xlsx',
  getFile: async () => new File([text()], 'Official.xlsx'),
  ...more,
});

test('reads the file as it is each time', async () => {
  let text = 'v1';
  const source = handleSource(handle({}, () => text));
  const read = async () => {
    const opened = await source.open(WATCH);
    return opened.ok ? new TextDecoder().decode(opened.value.bytes) : opened.failure.code;
  };
  expect(await read()).toBe('v1');
  text = 'v2, saved since';
  expect(await read()).toBe('v2, saved since');
});

test.each([
  ['granted', 'denied', true],
  ['prompt', 'granted', true],
  ['prompt', 'denied', false],
  ['denied', 'denied', false],
] as const)('where it is %s before and %s when asked, it is read: %s', async (before, asked, ok) => {
  const source = handleSource(handle({ queryPermission: async () => before, requestPermission: async () => asked }));
  expect(await source.open(WATCH)).toMatchObject(
    ok ? { ok } : { failure: { code: 'not-allowed', message: expect.stringContaining('allow it, or pick the file') } },
  );
});

test('where nothing may be asked just now, and where the file is gone, that is told', async () => {
  const barred = {
    queryPermission: async () => 'prompt' as const,
    requestPermission: () => Promise.reject(new DOMException('', 'SecurityError')),
  };
  expect(await handleSource(handle(barred)).open(WATCH)).toMatchObject({ failure: { code: 'not-allowed' } });
  const gone = handle({ getFile: () => Promise.reject(new DOMException('', 'NotFoundError')) });
  expect(await handleSource(gone).open(WATCH)).toMatchObject({ failure: { code: 'file-unreadable' } });
});
