import fc from 'fast-check';
import { checksum } from '../../../../src/adapters/storage/pack/checksum';
import { packBytes } from '../../../../src/adapters/storage/pack/packBytes';
import { packSnapshot } from '../../../../src/adapters/storage/pack/packSnapshot';
import { unpackBytes } from '../../../../src/adapters/storage/pack/unpackBytes';
import { Unreadable } from '../../../../src/adapters/storage/pack/Unreadable';
import { unpackSnapshot } from '../../../../src/adapters/storage/pack/unpackSnapshot';
import type { Snapshot } from '../../../../src/core/workbook/Snapshot';
import { anySnapshot } from '../../../support/anySnapshot';
import { calculatedPair } from '../../../support/calculatedModel';
import { largeModel } from '../../../support/largeModel';
import { model, snapshotOf } from '../../../support/model';
import { workbook } from '../../../support/workbook';

function there(snapshot: Snapshot): Snapshot {
  const back = unpackSnapshot(packSnapshot(snapshot));
  if (!back.ok) throw new Error(back.failure.message);
  return back.value;
}

describe('packSnapshot and unpackSnapshot', () => {
  it('give back any snapshot to the last bit', () => {
    fc.assert(
      // toStrictEqual tells -0 from 0, and compares typed arrays with their types.
      fc.property(anySnapshot, (snapshot) => expect(there(snapshot)).toStrictEqual(snapshot)),
      { numRuns: 500 },
    );
  });

  it('give back models as tests make them', () => {
    fc.assert(fc.property(model.map(snapshotOf), (snapshot) => expect(there(snapshot)).toStrictEqual(snapshot)));
    fc.assert(fc.property(calculatedPair, ([snapshot]) => expect(there(snapshot)).toStrictEqual(snapshot)));
  });

  it('make less than 1 MB of a model of 100,000 cells, half of them results with all their digits', () => {
    const snapshot = largeModel(1_021);
    expect(snapshot.sheets.reduce((sum, { cells }) => sum + cells.count, 0)).toBeGreaterThanOrEqual(100_000);
    expect(packSnapshot(snapshot).length).toBeLessThan(1_000_000);
    expect(there(snapshot)).toStrictEqual(snapshot);
  });

  it('write letters only, which neither XML nor JSON has to spell in another way', () => {
    expect(packSnapshot(workbook({ 'A & <B>': { A1: '"\n]]>' } }))).toMatch(/^[\w+/=.]+$/);
  });
});

describe('unpackSnapshot', () => {
  const packed = packSnapshot(workbook({ Sheet1: { A1: 'Revenue', B1: ['=1/3', 1 / 3], B2: 12.5, C3: true } }));
  const damaged = {
    ok: false,
    failure: {
      code: 'damaged',
      message: 'The official version that was kept in this workbook cannot be read: it is damaged. Your cells are not affected.',
    },
  };

  it.each([0, 1, 8, 9, 20, packed.length - 5, packed.length - 1])('says so of one cut short after %d letters', (length) => {
    expect(unpackSnapshot(packed.slice(0, length))).toEqual(damaged);
  });

  it.each(['hello', '{"schema":"tieout.base/1"}', '00000001.', '00000001.AAAA', `${packed} `.repeat(2)])('says so of %j', (text) => {
    expect(unpackSnapshot(text)).toEqual(damaged);
  });

  it('says so of whatever else is in it, and never throws', () => {
    fc.assert(
      fc.property(fc.nat(), fc.constantFrom(...'AZaz09+/'), (n, letter) => {
        const at = n % packed.length;
        const text = packed.slice(0, at) + letter + packed.slice(at + 1);
        // The last letter of base64 has bits that count for nothing.
        const back = unpackSnapshot(text);
        expect(back).toEqual(back.ok ? unpackSnapshot(packed) : damaged);
      }),
    );
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => expect(unpackSnapshot(packBytes(bytes))).toEqual(damaged)));
  });

  it('stops where a text unpacks to more than it may', () => {
    const bomb = packBytes(new Uint8Array(8_000_000));
    expect(bomb.length).toBeLessThan(20_000);
    expect(unpackBytes(bomb, 8_000_000)).toHaveLength(8_000_000);
    expect(() => unpackBytes(bomb, 7_999_999)).toThrow(Unreadable);
  });

  it('says so where a cell points to a text, formula or format that is not there, or stands off the sheet', () => {
    const snapshot = workbook({ Sheet1: { A1: 'Revenue', B1: ['=A1', 1], B2: 2 } });
    const [sheet] = snapshot.sheets;
    const withCells = (change: Partial<(typeof sheet & object)['cells']>): Snapshot => ({
      ...snapshot,
      sheets: [{ ...sheet!, cells: { ...sheet!.cells, ...change } }],
    });
    for (const change of [
      { payload: Float64Array.of(9, 1, 2) },
      { formula: Int32Array.of(-1, 5, -1) },
      { format: Uint16Array.of(0, 0, 3) },
      { kind: Uint8Array.of(2, 1, 7) },
      { row: Int32Array.of(1, 1, 1_048_577) },
      { column: Uint16Array.of(1, 16_385, 2) },
      { payload: Float64Array.of(0, NaN, 2) },
    ])
      expect(unpackSnapshot(packSnapshot(withCells(change)))).toEqual(damaged);
    expect(unpackSnapshot(packSnapshot({ ...snapshot, dateSystem: 1901 as 1900 }))).toEqual(damaged);
  });

  it('has a checksum that tells two bytes that changed places', () => {
    expect(checksum(Uint8Array.of(1, 2, 3))).not.toBe(checksum(Uint8Array.of(2, 1, 3)));
    expect(checksum(new TextEncoder().encode('Wikipedia'))).toBe('11e60398');
  });
});
