import { strToU8, unzipSync, Zip, ZipDeflate, ZipPassThrough } from 'fflate';
import fc from 'fast-check';
import { editWorkbook } from '../../../../src/adapters/xlsx/editWorkbook';
import { readZip, type ZipEntry } from '../../../../src/adapters/xlsx/zip/readZip';
import { unpackWhole } from '../../../../src/adapters/xlsx/zip/unpack';
import { packEntry, writeZip } from '../../../../src/adapters/xlsx/zip/writeZip';
import { bomb, honestEntries, rawZip } from '../../../support/rawZip';
import { xlsxFile, xlsxParts } from '../../../support/xlsxFile';

const stored = (name: string, content: Uint8Array): ZipEntry => ({ ...packEntry(name, content), deflated: false, packed: content });
const contents = (zip: Uint8Array) => readZip(zip).map((entry) => [entry.name, Buffer.from(unpackWhole(entry)).toString('latin1')]);

const entries = fc.array(
  fc
    .tuple(fc.stringMatching(/^[a-zé漢/ ]{1,12}$/), fc.uint8Array({ maxLength: 300 }), fc.boolean(), fc.nat({ max: 0xffffffff }))
    .map(([name, content, deflated, time]) => ({ ...(deflated ? packEntry : stored)(name, content), time })),
  { maxLength: 6 },
);

test('law: what is written is read again as it was, packed byte for byte, in its order, equal names and all', () => {
  fc.assert(fc.property(entries, (list) => expect(readZip(writeZip(list))).toEqual(list)));
});

test('law: another reader finds the same', () => {
  fc.assert(
    fc.property(entries, (list) => {
      const last = Object.fromEntries(list.map((entry) => [entry.name, unpackWhole(entry)]));
      expect(unzipSync(writeZip(list))).toEqual(last);
    }),
  );
});

test('files that a streaming writer put there without sizes', () => {
  const pieces: Uint8Array[] = [];
  const zip = new Zip((_, piece) => pieces.push(piece));
  const [packed, plain] = [new ZipDeflate('a/b.xml'), new ZipPassThrough('c')];
  for (const file of [packed, plain]) {
    zip.add(file);
    file.push(strToU8('abc'.repeat(100)));
    // What looks like the next file is content.
    file.push(strToU8('PK\u0003\u0004'), true);
  }
  zip.end();
  const content = `${'abc'.repeat(100)}PK\u0003\u0004`;
  expect(contents(Buffer.concat(pieces))).toEqual([
    ['a/b.xml', content],
    ['c', content],
  ]);
});

/** One stored file, all its numbers where zip64 has them. */
function zip64(name: string, content: Uint8Array): Uint8Array {
  const number = (value: number, bytes: 2 | 4 | 8): Buffer => {
    const buffer = Buffer.alloc(bytes);
    buffer.writeUIntLE(value, 0, Math.min(bytes, 6));
    return buffer;
  };
  const { crc } = stored(name, content);
  const common = [number(45, 2), number(0, 2), number(0, 2), number(0, 4), number(crc, 4), number(0xffffffff, 4), number(0xffffffff, 4)];
  const size = number(content.length, 8);
  const local = Buffer.concat([strToU8('PK\u0003\u0004'), ...common, number(name.length, 2), number(20, 2), strToU8(name)]);
  const localExtra = Buffer.concat([number(1, 2), number(16, 2), size, size]);
  const directoryAt = local.length + localExtra.length + content.length;
  const directory = Buffer.concat([
    strToU8('PK\u0001\u0002'),
    number(45, 2),
    ...common,
    number(name.length, 2),
    // Another field before the one that counts.
    number(6 + 28, 2),
    ...[2, 2, 2].map((bytes) => number(0, bytes as 2)),
    number(0, 4),
    number(0xffffffff, 4),
    strToU8(name),
    ...[number(0x5455, 2), number(2, 2), number(7, 2)],
    ...[number(1, 2), number(24, 2), size, size, number(0, 8)],
  ]);
  const end64 = Buffer.concat([
    ...[strToU8('PK\u0006\u0006'), number(44, 8), number(45, 2), number(45, 2), number(0, 4), number(0, 4)],
    ...[number(1, 8), number(1, 8), number(directory.length, 8), number(directoryAt, 8)],
  ]);
  const locator = Buffer.concat([strToU8('PK\u0006\u0007'), number(0, 4), number(directoryAt + directory.length, 8), number(1, 4)]);
  const end = Buffer.concat([
    ...[strToU8('PK\u0005\u0006'), number(0, 4), number(0xffff, 2), number(0xffff, 2), number(0xffffffff, 4), number(0xffffffff, 4)],
    number(0, 2),
  ]);
  return Buffer.concat([local, localExtra, content, directory, end64, locator, end]);
}

test('zip64', () => {
  expect(contents(zip64('big.xml', strToU8('not so big')))).toEqual([['big.xml', 'not so big']]);
});

test('names that are not said to be UTF-8 are read as it where they are it', () => {
  const zip = rawZip(honestEntries({ 'Größe.xml': strToU8('1') }));
  expect(contents(zip)).toEqual([['Größe.xml', '1']]);
  const old = Buffer.from(zip.map((byte, i) => (byte === 0xc3 ? 0x2d : byte === 0xb6 && zip[i - 1] === 0xc3 ? 0xe4 : byte)));
  expect(contents(old)[0]![0]).toMatch(/^Gr-ä/);
});

test('a locked zip is called so', () => {
  const zip = rawZip(honestEntries({ a: strToU8('1') }));
  const at = Buffer.from(zip).indexOf('PK\u0001\u0002', 0, 'latin1');
  zip[at + 8] = 1;
  expect(() => readZip(zip)).toThrow(
    expect.objectContaining({ failure: expect.objectContaining({ code: 'password-protected' }) }) as Error,
  );
});

describe('a file that cannot be edited', () => {
  const cells = [{ kind: 'content' as const, row: 1, column: 1, formula: null, value: 1, format: null }];
  const codeOf = (bytes: Uint8Array): string => {
    const edited = editWorkbook(bytes, [{ kind: 'cells', sheet: 'Sheet1', cells }]);
    return edited.ok ? 'edited' : edited.failure.code;
  };

  test('cut off anywhere, it fails with a sentence and never throws', () => {
    const whole = xlsxFile({});
    expect(codeOf(whole)).toBe('edited');
    for (let length = 0; length < whole.length; length += 13)
      expect(codeOf(whole.subarray(0, length))).toMatch(/^(?:damaged|not-a-workbook)$/);
  });

  test('with a sheet that unpacks to a thousand times what it says, or says what it cannot be', () => {
    const parts = honestEntries(xlsxParts({}) as Record<string, Uint8Array>);
    const packed = bomb('<worksheet><sheetData>', 1024);
    const withSize = (size: number) => rawZip({ ...parts, 'xl/worksheets/sheet1.xml': { packed, method: 8, size, crc: 0 } });
    const begin = process.cpuUsage();
    expect(codeOf(withSize(1000))).toBe('damaged');
    expect(codeOf(withSize(0xfffffffe))).toBe('too-large');
    const { user, system } = process.cpuUsage(begin);
    expect((user + system) / 1000).toBeLessThan(2000);
  });

  test('with a sheet whose checksum is wrong', () => {
    const parts = honestEntries(xlsxParts({}) as Record<string, Uint8Array>);
    const sheet = parts['xl/worksheets/sheet1.xml']!;
    expect(codeOf(rawZip({ ...parts, 'xl/worksheets/sheet1.xml': { ...sheet, crc: (sheet.crc ^ 1) >>> 0 } }))).toBe('damaged');
  });
});
