import fc from 'fast-check';
import { fromCommon, makeAxis } from '../../../src/core/align/axis';
import { CommonGrid } from '../../../src/core/align/CommonGrid';
import type { Place } from '../../../src/core/align/Place';
import type { Axis, SheetPair } from '../../../src/core/align/Correspondence';
import { stringifyAddress } from '../../../src/core/workbook/Address';
import { workbook, type CellText } from '../../support/workbook';

const SIZE = 7;
const STILL = makeAxis(
  SIZE,
  SIZE,
  Int32Array.from({ length: SIZE + 1 }, (_, line) => line),
);

/** Any match of two axes: lines of either side alone, in order or not, as many next to each other as chance has it. */
const axis = fc
  .record({
    local: fc.integer({ min: SIZE - 2, max: SIZE + 2 }),
    from: fc.array(fc.nat({ max: 7 }), { minLength: SIZE, maxLength: SIZE }),
    swaps: fc.array(fc.tuple(fc.integer({ min: 1, max: SIZE }), fc.integer({ min: 1, max: SIZE })), { maxLength: 2 }),
  })
  .map(({ local, from, swaps }): Axis => {
    const match = new Int32Array(SIZE + 1);
    let next = 1;
    for (let line = 1; line <= SIZE; line++) {
      // Mostly the next one, now and then one further or none.
      if (from[line - 1] === 7) next++;
      if (from[line - 1] !== 6 && next <= local) match[line] = next++;
    }
    for (const [one, other] of swaps) [match[one], match[other]] = [match[other]!, match[one]!];
    return makeAxis(SIZE, local, match);
  });

const end = fc.record({ offset: fc.integer({ min: -2, max: 2 }), place: fc.integer({ min: 1, max: SIZE + 2 }), fixed: fc.boolean() });
const corner = fc.record({ row: end, column: end });
const reference = fc.record({ first: corner, last: fc.option(corner), sheet: fc.constantFrom('', '', '', 'Other!') });
type Corner = typeof corner extends fc.Arbitrary<infer T> ? T : never;

/** A formula that says much the same wherever it stands, as one that was filled does. */
const formula = fc.array(reference, { minLength: 1, maxLength: 2 }).map((references) => (row: number, column: number): string => {
  const line = ({ offset, place, fixed }: Corner['row'], own: number): number => (fixed ? place : Math.max(1, own + offset));
  const address = (at: Corner): string =>
    stringifyAddress({ row: line(at.row, row), column: line(at.column, column) }).replace(
      /([A-Z]+)(\d+)/,
      `${at.column.fixed ? '$$' : ''}$1${at.row.fixed ? '$$' : ''}$2`,
    );
  return references
    .map(({ first, last, sheet }) => `=${sheet}${address(first)}${last === null ? '' : `:${address(last)}`}`.slice(1))
    .join('+');
});

test('a formula that is told quickly to look at the same cells looks at the same cells', () => {
  let same = 0;
  fc.assert(
    fc.property(axis, axis, fc.array(formula, { minLength: 2, maxLength: 3 }), (rows, columns, formulas) => {
      const filled = (height: number, width: number, kindOf: (column: number) => number): Record<string, CellText> => {
        const cells: Record<string, CellText> = {};
        for (let row = 1; row <= height; row++) {
          for (let column = 1; column <= width; column++)
            cells[stringifyAddress({ row, column })] = [`=${formulas[kindOf(column) % formulas.length]!(row, column)}`, 1];
        }
        return cells;
      };
      const own = filled(SIZE, SIZE, (column) => column);
      const moved = filled(rows.fromLocal.length - 1, columns.fromLocal.length - 1, (column) =>
        fromCommon(columns, 'official', columns.fromLocal[column]!),
      );
      const official = workbook({ Model: own, Other: own });
      const local = workbook({ Model: moved, Other: own });
      const sheetPair = (at: number, of: Pick<SheetPair, 'rows' | 'columns'>): SheetPair => ({
        official: at,
        local: at,
        ...of,
        bands: [],
        moves: [],
        keyed: [],
      });
      const grid = new CommonGrid(official, local, [sheetPair(0, { rows, columns }), sheetPair(1, { rows: STILL, columns: STILL })]);
      const otherwise: Place[] = [];
      for (const pair of [1, 0]) {
        const [ours, theirs] = [official.sheets[pair]!.cells, local.sheets[pair]!.cells];
        for (let p = 0; p < ours.count; p++) {
          for (let q = 0; q < theirs.count; q++) {
            const [f, g] = [ours.formula[p]!, theirs.formula[q]!];
            const place = {
              pair,
              officialRow: ours.row[p]!,
              officialColumn: ours.column[p]!,
              localRow: theirs.row[q]!,
              localColumn: theirs.column[q]!,
            };
            const slowly = grid.sameSkeleton(f, g) && grid.sameTargets(grid.officialShapes.of(f), grid.localShapes.of(g), place);
            if (grid.sameFormula(f, g, place) !== slowly) otherwise.push(place);
            if (slowly) same++;
          }
        }
      }
      expect(otherwise).toEqual([]);
    }),
    { numRuns: 60 },
  );
  expect(same).toBeGreaterThan(1_000);
});
