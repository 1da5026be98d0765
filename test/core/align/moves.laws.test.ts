import fc from 'fast-check';
import { compare } from '../../../src/core/compare/compare';
import type { Difference } from '../../../src/core/compare/Difference';
import { columnName } from '../../../src/core/workbook/Address';
import { workbook, type CellText } from '../../support/workbook';

/** A statement: labels down the side, figures across, sums that read the rows above, so that the order of rows matters. */
interface Statement {
  readonly rows: readonly (readonly CellText[])[];
}

const statement = fc
  .record({
    height: fc.integer({ min: 8, max: 16 }),
    width: fc.integer({ min: 3, max: 7 }),
    seed: fc.array(fc.nat({ max: 997 }), { minLength: 16 * 8, maxLength: 16 * 8 }),
    sort: fc.constantFrom('labelled', 'numbers only', 'texts only'),
  })
  .map(({ height, width, seed, sort }): Statement => {
    let next = 0;
    return {
      rows: Array.from({ length: height }, (_, row) =>
        Array.from({ length: width }, (_, column): CellText => {
          const number = seed[next++]! + 1_000 * (row * 10 + column);
          // No header, which would make it a list whose rows come in any order.
          if (sort === 'texts only') return row === 0 || column === 0 ? `Text ${number % 2}` : `Text ${number}`;
          return sort === 'labelled' && column === 0 ? `Item ${number}` : number;
        }),
      ),
    };
  });

const spot = fc.record({
  statement,
  first: fc.nat(),
  length: fc.integer({ min: 1, max: 3 }),
  to: fc.nat(),
});

describe('moved rows and columns', () => {
  for (const axis of ['rows', 'columns'] as const) {
    test(`a block of ${axis} that moved is one difference with both its places, from either side`, () => {
      fc.assert(
        fc.property(spot, ({ statement: { rows }, first, length, to }) => {
          const lines = axis === 'rows' ? rows : turned(rows);
          const at = first % (lines.length - length + 1);
          const rest = [...lines.slice(0, at), ...lines.slice(at + length)];
          const target = to % (rest.length + 1);
          fc.pre(target !== at);
          const moved = [...rest.slice(0, target), ...lines.slice(at, at + length), ...rest.slice(target)];
          const official = bookOf(axis, lines);
          const local = bookOf(axis, moved);
          for (const [a, b] of [
            [official, local],
            [local, official],
          ] as const) {
            const { differences } = compare(a, b);
            expect(differences.map(({ kind, note }) => [kind, note])).toEqual([[axis === 'rows' ? 'row' : 'column', 'moved']]);
            const [only] = differences as [Difference];
            // Moving a block over its neighbours is the same as moving those over it; the smaller one is said to have moved.
            const passed = Math.abs(target - at);
            const places = [spanText(axis, at + 1, length), spanText(axis, target + 1, length)];
            const others =
              target > at
                ? [spanText(axis, at + length + 1, passed), spanText(axis, at + 1, passed)]
                : [spanText(axis, target + 1, passed), spanText(axis, target + length + 1, passed)];
            const expected = passed < length ? [others] : passed > length ? [places] : [places, others];
            const found = a === official ? [only.official!.address, only.local!.address] : [only.local!.address, only.official!.address];
            expect(expected.map(String)).toContain(String(found));
          }
        }),
        { numRuns: 150 },
      );
    });
  }
});

function turned(rows: readonly (readonly CellText[])[]): CellText[][] {
  return rows[0]!.map((_, column) => rows.map((row) => row[column]!));
}

function bookOf(axis: 'rows' | 'columns', lines: readonly (readonly CellText[])[]): ReturnType<typeof workbook> {
  const rows = axis === 'rows' ? lines : turned(lines);
  const cells = rows.flatMap((row, r) => row.map((cell, c) => [`${columnName(c + 1)}${r + 1}`, cell] as const));
  return workbook({ Sheet: Object.fromEntries(cells) });
}

function spanText(axis: 'rows' | 'columns', first: number, length: number): string {
  const [from, to] = axis === 'rows' ? [String(first), String(first + length - 1)] : [columnName(first), columnName(first + length - 1)];
  return `${from}:${to}`;
}
