import type { RemotePlace } from '../../src/app/ports/RemotePlace';
import { value } from './remoteFileContract';

const WATCH = { progress: () => undefined, signal: { aborted: false } };
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/**
 * What every place of company files keeps when asked what is in a folder. `placeAt` gives the place of a catalog in a folder of this name, which
 * `prepare` has made with a folder `inbox` in it, and in that one a folder `deeper`.
 */
export function remotePlaceContract(prepare: (folder: string) => Promise<unknown>, placeAt: (folder: string) => RemotePlace): void {
  let number = 0;
  const start = async (): Promise<RemotePlace> => {
    const folder = `place ${++number} ä&b`;
    await prepare(folder);
    return placeAt(folder);
  };
  const put = async (place: RemotePlace, name: string, text: string): Promise<void> => {
    value(await value(place.beside(`inbox/${encodeURIComponent(name)}`)).write(bytesOf(text), null, WATCH));
  };
  const listed = async (place: RemotePlace) => [...value(await place.list('inbox', WATCH))].sort((a, b) => (a.name < b.name ? -1 : 1));

  it('lists the files right in a folder, with their sizes', async () => {
    const place = await start();
    expect(await listed(place)).toEqual([]);
    await put(place, 'b <&> 1+1 ü.json', 'four');
    await put(place, 'a.json', 'seven77');
    expect(await listed(place)).toEqual([
      { name: 'a.json', size: 7 },
      { name: 'b <&> 1+1 ü.json', size: 4 },
    ]);
  });

  it('lists more files than fit on a page', async () => {
    const place = await start();
    for (let n = 10; n < 35; n++) await put(place, `${n}.json`, 'x');
    expect((await listed(place)).map(({ name }) => name)).toEqual(Array.from({ length: 25 }, (_, n) => `${n + 10}.json`));
  });

  it('says that there is no folder, and leads nowhere else', async () => {
    const place = await start();
    expect(await place.list('none', WATCH)).toMatchObject({ ok: false, failure: { code: 'no-folder' } });
    expect(await place.list('../other', WATCH)).toMatchObject({ ok: false });
    expect(await place.list('https://evil.example/inbox', WATCH)).toMatchObject({ ok: false });
  });

  it('stops when it is cancelled', async () => {
    const place = await start();
    expect(await place.list('inbox', { ...WATCH, signal: { aborted: true } })).toMatchObject({ ok: false, failure: { code: 'cancelled' } });
  });
}
