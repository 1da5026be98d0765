import fc from 'fast-check';
import { readZip } from '../../../../src/adapters/xlsx/zip/readZip';
import { unpack } from '../../../../src/adapters/xlsx/zip/unpack';
import { honestEntries, rawZip } from '../../../support/rawZip';

/** Bytes that do not pack well, so that some parts are large enough for the platform's own inflate. */
function noise(length: number, seed: number): Uint8Array {
  const bytes = new Uint8Array(length);
  let state = seed;
  for (let at = 0; at < length; at++) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
    bytes[at] = state >>> 24;
  }
  return bytes;
}

async function unpackFirst(zip: Uint8Array): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  const [entry] = readZip(zip);
  await unpack(entry!, (piece) => pieces.push(piece.slice()));
  return Buffer.concat(pieces);
}

describe.each(['with', 'without'])('%s the platform’s own inflate', (platform) => {
  const own = globalThis.DecompressionStream;
  beforeAll(() => {
    if (platform === 'without') Reflect.deleteProperty(globalThis, 'DecompressionStream');
  });
  afterAll(() => {
    globalThis.DecompressionStream = own;
  });

  test('what was packed comes out', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(0, 1, 1000, 99_000, 300_000), fc.integer(), async (length, seed) => {
        const bytes = noise(length, seed);
        expect((await unpackFirst(rawZip(honestEntries({ 'a.xml': bytes })))).equals(bytes)).toBe(true);
        const stored = { packed: bytes, method: 0, size: bytes.length, crc: honestEntries({ a: bytes })['a']!.crc } as const;
        expect((await unpackFirst(rawZip({ 'a.xml': stored }))).equals(bytes)).toBe(true);
      }),
      { numRuns: 25 },
    );
  });

  test.each([1000, 300_000])('%d bytes that are cut, changed, more or fewer than claimed are damage', async (length) => {
    const honest = honestEntries({ 'a.xml': noise(length, 7) })['a.xml']!;
    const changed = honest.packed.slice();
    changed[length >> 1]! ^= 4;
    const bad = [
      { ...honest, packed: honest.packed.subarray(0, length >> 1) },
      { ...honest, packed: changed },
      { ...honest, size: honest.size - 1 },
      { ...honest, size: honest.size + 1 },
      { ...honest, crc: (honest.crc ^ 1) >>> 0 },
    ];
    for (const entry of bad) await expect(unpackFirst(rawZip({ 'a.xml': entry }))).rejects.toMatchObject({ failure: { code: 'damaged' } });
  });
});
