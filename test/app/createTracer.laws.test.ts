import fc from 'fast-check';
import { compareSnapshots, type ComparedWorkbooks } from '../../src/app/compareWorkbooks';
import { createTracer } from '../../src/app/createTracer';
import { ownPlace } from '../../src/core/align/bands';
import { CommonGrid } from '../../src/core/align/CommonGrid';
import type { DifferenceSide } from '../../src/core/compare/Difference';
import type { ChainStep } from '../../src/core/explain/Chain';
import { CellReads } from '../../src/core/explain/CellReads';
import { Precedents } from '../../src/core/explain/Precedents';
import { finishSteps } from '../../src/core/Steps';
import { isInside, parseRange } from '../../src/core/workbook/Address';
import { findCell, valueAt } from '../../src/core/workbook/cellAt';
import { calculatedPair, readsOf } from '../support/calculatedModel';

const RUNS = { numRuns: Number(process.env.TIEOUT_RUNS ?? 200) };

describe('the chains of a consequence', () => {
  it('lead from its cells over what each reads, all of which differs, to causes that it follows', () => {
    const seen = { chains: 0, long: 0, ownRows: 0 };
    fc.assert(
      fc.property(calculatedPair, ([official, local]) => {
        const compared = comparisonOf(official, local);
        const { differences } = compared.comparison;
        const trace = createTracer(compared, 'en-US');
        for (const { id, role, causes, local: side } of differences) {
          if (role !== 'consequence') continue;
          const { chains } = finishSteps(trace({ difference: id }));
          if (causes.length > 0) expect(chains.length).toBeGreaterThan(0);
          for (const chain of chains) {
            seen.chains++;
            if (chain.length > 2) seen.long++;
            const [first, last] = [chain[0]!, chain[chain.length - 1]!];
            if (last.official === null) seen.ownRows++;
            expect(first.difference).toBe(id);
            expect(first.local!.sheet).toBe(side!.sheet);
            expect(isIn(first.local!, side!)).toBe(true);
            expect(differences.find((each) => each.id === last.difference)!.role).toBe('cause');
            if (causes.length > 0) expect(causes).toContain(last.difference);
            chain.forEach(checkDiffers);
            chain.slice(1).forEach((step, k) => expect([k, reads(chain[k]!, step)]).toEqual([k, true]));
          }
        }
      }),
      RUNS,
    );
    expect(seen.long).toBeGreaterThan(50);
    expect(seen.ownRows).toBeGreaterThan(5);
  });

  it('are as short as any, from one cell', () => {
    fc.assert(
      fc.property(calculatedPair, ([official, local]) => {
        const compared = comparisonOf(official, local);
        const trace = createTracer(compared, 'en-US');
        for (const { role, local: side, cells } of compared.comparison.differences) {
          if (role !== 'consequence' || cells > 1) continue;
          const { chains } = finishSteps(trace({ place: `${side!.sheet}!${side!.address}` }));
          const nearest = shortest(compared, side!);
          for (const chain of chains) expect([side, chain.length]).toEqual([side, nearest.get(chain[chain.length - 1]!.difference)]);
        }
      }),
      RUNS,
    );
  });
});

function comparisonOf(official: Parameters<typeof compareSnapshots>[0], local: Parameters<typeof compareSnapshots>[1]): ComparedWorkbooks {
  const compared = compareSnapshots(official, local);
  if (!compared.ok) throw new Error(compared.failure.message);
  return compared.value;
}

function checkDiffers({ official, local }: ChainStep): void {
  expect(official === null || local === null || official.value !== local.value).toBe(true);
}

/** Whether the formula of a step, in one workbook at least, says that it reads the next one. */
function reads(step: ChainStep, next: ChainStep): boolean {
  return (['official', 'local'] as const).some((side) => {
    const [from, to] = [step[side], next[side]];
    if (from === null || to === null || from.formula === null) return false;
    return readsOf(from.formula, from.sheet).some(({ sheet, range }) => sheet === to.sheet && isInside(range, placeIn(to)));
  });
}

function placeIn({ address }: DifferenceSide): { row: number; column: number } {
  const { firstRow, firstColumn } = parseRange(address)!;
  return { row: firstRow, column: firstColumn };
}

function isIn(cell: DifferenceSide, of: DifferenceSide): boolean {
  return isInside(parseRange(of.address)!, placeIn(cell));
}

/** By cause, how many cells the shortest way has: level by level over the written formulas of both workbooks. */
function shortest({ official, local, correspondence, comparison }: ComparedWorkbooks, from: DifferenceSide): ReadonlyMap<string, number> {
  const grid = new CommonGrid(official, local, correspondence.sheets);
  const cellReads = new CellReads(grid, { official: new Precedents(grid, 'official'), local: new Precedents(grid, 'local') });
  const lengths = new Map<string, number>();
  const known = new Set<string>();
  let level = [cellReads.cellAt('local', pairOf(grid, from.sheet), placeIn(from).row, placeIn(from).column)];
  for (let length = 1; level.length > 0; length++) {
    const next: typeof level = [];
    for (const cell of level) {
      const key = JSON.stringify(cell);
      const pair = grid.pairs[cell.pair]!;
      const sides = (['official', 'local'] as const).map((side) => {
        const own = ownPlace(pair, side, cell.row, cell.column);
        const sheet = grid[side].sheets[pair[side]!]!;
        return { side, own, sheet, at: own.row === 0 ? -1 : findCell(sheet.cells, own.row, own.column) };
      });
      const [ours, theirs] = sides.map(({ side, sheet, at }) => valueAt(grid[side], sheet.cells, at));
      if (known.has(key) || ours === theirs) continue;
      known.add(key);
      const found = comparison.differences.find(({ role, ...difference }) =>
        sides.some(({ side, own, sheet, at }) => {
          const place = difference[side];
          if (role !== 'cause' || length === 1 || at < 0 || place === null || place.sheet !== sheet.name) return false;
          const rows = /^(\d+):(\d+)$/.exec(place.address);
          if (rows !== null) return own.row >= Number(rows[1]) && own.row <= Number(rows[2]);
          return difference.kind !== 'format' && parseRange(place.address) !== null && isInside(parseRange(place.address)!, own);
        }),
      );
      if (found !== undefined && !lengths.has(found.id)) lengths.set(found.id, length);
      cellReads.visit(cell, {
        name: () => undefined,
        range(side, { pair, firstRow, lastRow, firstColumn, lastColumn }) {
          for (let row = firstRow; row <= lastRow; row++)
            for (let column = firstColumn; column <= lastColumn; column++) next.push(cellReads.cellAt(side, pair, row, column));
        },
      });
    }
    level = next;
  }
  return lengths;
}

function pairOf(grid: CommonGrid, sheet: string): number {
  return grid.localPair[grid.local.sheets.findIndex(({ name }) => name === sheet)]!;
}
