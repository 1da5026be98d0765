import type { RemoteFile } from '../../src/app/ports/RemoteFile';
import type { Result } from '../../src/core/Result';

const WATCH = { progress: () => undefined, signal: { aborted: false } };
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** What is read, looked at or written, which must have succeeded. */
export function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.failure.code}: ${result.failure.message}`);
  return result.value;
}

/** What every store of files has to keep. `file` gives a file of this name in an empty folder, by as many ways in as are asked for. */
export function remoteFileContract(file: (name: string) => RemoteFile): void {
  let names = 0;
  const fresh = () => file(`model ${++names}%é.xlsx`);
  const text = (read: 'same' | { readonly bytes: Uint8Array }) => (read === 'same' ? read : new TextDecoder().decode(read.bytes));

  test('a file that is not there is told by looking, and fails to be read with a way out', async () => {
    const none = fresh();
    expect(value(await none.look(WATCH))).toBeNull();
    expect(await none.read(WATCH)).toMatchObject({ ok: false, failure: { code: 'not-found' } });
  });

  test('what is written is read, under one tag until it changes', async () => {
    const one = fresh();
    const first = value(await one.write(bytesOf('first'), null, WATCH));
    expect(value(await one.look(WATCH))).toMatchObject({ size: 5 });
    expect(value(await one.look(WATCH, first.tag))).toBe('same');
    expect(value(await one.read(WATCH, first.tag))).toBe('same');
    const read = value(await one.read(WATCH));
    expect(text(read)).toBe('first');

    const second = value(await one.write(bytesOf('second'), first.tag, WATCH));
    expect(value(await one.look(WATCH, first.tag))).toMatchObject({ size: 6 });
    expect(text(value(await one.read(WATCH, first.tag)))).toBe('second');
    expect(value(await one.read(WATCH, second.tag))).toBe('same');
  });

  test('is not written over by who read an older version, nor made where there is one', async () => {
    const one = fresh();
    const first = value(await one.write(bytesOf('first'), null, WATCH));
    value(await one.write(bytesOf('second'), first.tag, WATCH));
    const late = [await one.write(bytesOf('late'), first.tag, WATCH), await one.write(bytesOf('late'), null, WATCH)];
    for (const result of late) expect(result).toMatchObject({ ok: false, failure: { code: 'changed' } });
    expect(text(value(await one.read(WATCH)))).toBe('second');
  });

  test('is not made anew by who read it before it went', async () => {
    expect(await fresh().write(bytesOf('back'), '"gone"', WATCH)).toMatchObject({ ok: false, failure: { code: 'changed' } });
  });

  test('of several that write at once one succeeds, and its bytes stand there whole', async () => {
    for (let round = 0; round < 5; round++) {
      const one = fresh();
      const { tag } = value(await one.write(bytesOf('before'), null, WATCH));
      const texts = ['a', 'b', 'c', 'd'].map((letter) => letter.repeat(20_000));
      const results = await Promise.all(texts.map((written) => one.write(bytesOf(written), tag, WATCH)));
      const done = texts.filter((_, index) => results[index]!.ok);
      expect(done).toHaveLength(1);
      expect(text(value(await one.read(WATCH)))).toBe(done[0]);
      for (const result of results) if (!result.ok) expect(result.failure.code).toMatch(/^(changed|locked|busy)$/);
    }
  });

  test('of several that make it at once one succeeds', async () => {
    for (let round = 0; round < 5; round++) {
      const one = fresh();
      const texts = ['a', 'b', 'c'].map((letter) => letter.repeat(20_000));
      const results = await Promise.all(texts.map((written) => one.write(bytesOf(written), null, WATCH)));
      const done = texts.filter((_, index) => results[index]!.ok);
      expect(done).toHaveLength(1);
      expect(text(value(await one.read(WATCH)))).toBe(done[0]);
    }
  });

  test('every byte comes and goes as it is, also many', async () => {
    const one = fresh();
    const bytes = Uint8Array.from({ length: 3_000_000 }, (_, index) => (index * index) >> 3);
    value(await one.write(bytes, null, WATCH));
    const read = value(await one.read(WATCH));
    expect(read !== 'same' && Buffer.from(read.bytes).equals(bytes)).toBe(true);
  });

  test('a cancelled exchange says so', async () => {
    const one = fresh();
    value(await one.write(bytesOf('first'), null, WATCH));
    expect(await one.read({ ...WATCH, signal: { aborted: true } })).toMatchObject({ ok: false, failure: { code: 'cancelled' } });
  });
}
