import fc from 'fast-check';
import { compare } from '../../../src/core/compare/compare';
import type { Snapshot } from '../../../src/core/workbook/Snapshot';
import { stringifyAddress, stringifyRange } from '../../../src/core/workbook/Address';
import { changes } from '../../support/changes';
import { workbook, type CellText } from '../../support/workbook';

/** Two tables, one below the other or side by side, each cell by row and column. */
interface Tables {
  readonly cells: ReadonlyMap<string, CellText>;
  /** First and last line of the second table along the direction in which the tables follow one another. */
  readonly second: readonly [number, number];
  readonly width: number;
}

const key = (row: number, column: number): string => `${row},${column}`;

/** Tables stacked from top to bottom; turned round they stand side by side. */
const tables = fc
  .record({
    heights: fc.tuple(fc.integer({ min: 4, max: 12 }), fc.integer({ min: 6, max: 14 })),
    width: fc.integer({ min: 6, max: 9 }),
    seed: fc.array(fc.nat({ max: 999 }), { minLength: 280, maxLength: 280 }),
    gap: fc.integer({ min: 1, max: 2 }),
  })
  .map(({ heights: [upper, lower], width, seed, gap }): Tables => {
    const cells = new Map<string, CellText>();
    // No number twice: among equal ones, several insertions would explain the same.
    let next = 10;
    const fill = (first: number, height: number, name: string): void => {
      for (let row = 0; row < height; row++) {
        for (let column = 1; column <= width; column++) {
          const header = row === 0 ? `${name} ${column}` : column === 1 ? `${name} item ${row}` : seed[next]! + 1_000 * ++next;
          cells.set(key(first + row, column), header);
        }
      }
    };
    fill(2, upper, 'Upper');
    const start = 2 + upper + gap;
    fill(start, lower, 'Lower');
    return { cells, second: [start, start + lower - 1], width };
  });

const insertion = fc.record({ at: fc.integer({ min: 2, max: 4 }), count: fc.integer({ min: 1, max: 2 }) });

function insertCells({ cells, second }: Tables, at: number, count: number): Map<string, CellText> {
  const moved = new Map<string, CellText>();
  for (const [place, cell] of cells) {
    const [row, column] = place.split(',').map(Number) as [number, number];
    const shifts = row >= second[0] && row <= second[1] && column >= at;
    moved.set(key(row, column + (shifts ? count : 0)), cell);
  }
  for (let row = second[0]; row <= second[1]; row++) {
    for (let k = 0; k < count; k++) moved.set(key(row, at + k), row === second[0] ? `Inserted ${k}` : 5_000_000 + row * 10 + k);
  }
  return moved;
}

function toSnapshot(cells: ReadonlyMap<string, CellText>, turned: boolean): Snapshot {
  const sheet = [...cells].map(([place, cell]) => {
    const [row, column] = place.split(',').map(Number) as [number, number];
    return [stringifyAddress(turned ? { row: column, column: row } : { row, column }), cell] as const;
  });
  return workbook({ Data: Object.fromEntries(sheet) });
}

describe.each([
  ['columns of the lower of two tables', false],
  ['rows of the right one of two tables', true],
])('cells inserted as %s', (_, turned) => {
  const kind = turned ? 'row' : 'column';

  it('are one difference, wherever they come in, and nothing else differs', () => {
    fc.assert(
      fc.property(tables, insertion, (made, { at, count }) => {
        const before = toSnapshot(made.cells, turned);
        const after = toSnapshot(insertCells(made, at, count), turned);
        const [first, last] = made.second;
        const range = turned
          ? { firstRow: at, lastRow: at + count - 1, firstColumn: first, lastColumn: last }
          : { firstRow: first, lastRow: last, firstColumn: at, lastColumn: at + count - 1 };
        const place = stringifyRange(range);
        expect(changes(before, after)).toEqual([`${kind} Data +${place}`]);
        expect(changes(after, before)).toEqual([`${kind} Data -${place}`]);
      }),
      { numRuns: 60 },
    );
  });

  it('count their cells, and leave edits beside them what they are', () => {
    fc.assert(
      fc.property(tables, insertion, fc.boolean(), (made, { at, count }, above) => {
        const before = toSnapshot(made.cells, turned);
        const edited = insertCells(made, at, count);
        const row = above ? 3 : made.second[1];
        const place = key(row, made.width + (above ? 0 : count));
        edited.set(place, 7_777_777);
        const { differences } = compare(before, toSnapshot(edited, turned));
        expect(differences.map((one) => `${one.kind} ${one.cells}`).sort()).toEqual(
          [`${kind} ${count * (made.second[1] - made.second[0] + 1)}`, 'value 1'].sort(),
        );
      }),
      { numRuns: 40 },
    );
  });
});

it('whole columns inserted through both tables are columns, not parts of them', () => {
  fc.assert(
    fc.property(tables, insertion, (made, { at, count }) => {
      const all: Tables = { ...made, second: [1, made.second[1]] };
      const found = changes(toSnapshot(made.cells, false), toSnapshot(insertCells(all, at, count), false));
      expect(found).toHaveLength(1);
      expect(found[0]).toMatch(/^column Data \+[A-Z]+:[A-Z]+$/);
    }),
    { numRuns: 40 },
  );
});
