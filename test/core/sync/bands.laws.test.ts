import fc from 'fast-check';
import { correspond } from '../../../src/core/settle/correspond';
import { compare } from '../../../src/core/compare/compare';
import { isLocalOnly } from '../../../src/core/sync/chooseDifferences';
import { planSync } from '../../../src/core/sync/planSync';
import type { ShiftStep, SyncPlan } from '../../../src/core/sync/SyncPlan';
import { columnName, stringifyAddress } from '../../../src/core/workbook/Address';
import { changes } from '../../support/changes';
import { runSteps, toPaper, toSnapshot, type Paper } from '../../support/paper';
import { workbook, type CellText } from '../../support/workbook';

interface Tables {
  readonly paper: Paper;
  /** First and last row of the lower table. */
  readonly lower: readonly [number, number];
  /** The first of several blank columns to the right of the tables; remarks stand behind them. */
  readonly blank: number;
}

/** Two tables of figures with totals to the right and below, one under the other, and a sheet that looks into both. */
const tables = fc
  .record({
    upper: fc.integer({ min: 5, max: 9 }),
    lower: fc.integer({ min: 6, max: 12 }),
    width: fc.integer({ min: 5, max: 8 }),
    seed: fc.array(fc.nat({ max: 999 }), { minLength: 200, maxLength: 200 }),
  })
  .map(({ upper, lower, width, seed }): Tables => {
    const cells: Record<string, CellText> = {};
    let next = 10;
    const fill = (first: number, height: number, name: string): void => {
      const end = first + height - 1;
      const total = columnName(width + 1);
      for (let row = first; row <= end; row++) {
        for (let column = 1; column <= width; column++) {
          const address = stringifyAddress({ row, column });
          if (row === first) cells[address] = `${name} ${column}`;
          else if (column === 1) cells[address] = row === end ? `${name} total` : `${name} item ${row}`;
          else if (row === end) cells[address] = [`=SUM(${columnName(column)}${first + 1}:${columnName(column)}${end - 1})`, 0];
          else cells[address] = seed[next]! + 1_000 * ++next;
        }
        cells[`${columnName(width + 6)}${row}`] = `Remark on ${row}`;
        if (row > first) cells[`${total}${row}`] = [`=SUM(B${row}:${columnName(width)}${row})`, 0];
      }
    };
    fill(2, upper, 'Upper');
    const start = 3 + upper;
    fill(start, lower, 'Lower');
    const last = start + lower - 1;
    const summary: Record<string, CellText> = {
      A1: [`=Data!${columnName(width)}${start + 1}*2`, 0],
      A2: [`=SUM(Data!B${start + 1}:${columnName(width)}${last})`, 0],
      A3: [`=SUM(Data!B2:${columnName(width)}${last})`, 0],
      A4: ['=Data!C3+Data!C4', 0],
    };
    const made = workbook({ Data: cells, Summary: summary });
    return { paper: toPaper(made), lower: [start, last], blank: width + 2 };
  });

const insertion = fc.record({
  at: fc.integer({ min: 3, max: 4 }),
  count: fc.integer({ min: 1, max: 2 }),
  /** Whether as many blank cells were taken out behind the table, so that the remarks stay where they are. */
  remarksStay: fc.boolean(),
});

/** The tables once somebody has inserted cells across the lower one and filled them in. */
function inserted({ paper, lower: [first, last], blank }: Tables, at: number, count: number, remarksStay: boolean): Paper {
  const step: ShiftStep = { kind: 'insert', axis: 'column', sheet: 'Data', at, count, across: { first, last } };
  const closing: ShiftStep = { ...step, kind: 'delete', at: blank + count };
  const shifted = runSteps(paper, remarksStay ? [step, closing] : [step]).paper;
  const sheets = shifted.sheets.map((sheet) => {
    if (sheet.name !== 'Data') return sheet;
    const cells = new Map(sheet.cells);
    for (let row = first; row <= last; row++) {
      for (let k = 0; k < count; k++) {
        const value = row === first ? `Inserted ${k}` : 5_000_000 + row * 10 + k;
        cells.set(stringifyAddress({ row, column: at + k }), { formula: null, value, format: 'General' });
      }
    }
    return { ...sheet, cells };
  });
  return { ...shifted, sheets };
}

function plan(official: Paper, local: Paper, remove: boolean): SyncPlan {
  const [ours, theirs] = [toSnapshot(official), toSnapshot(local)];
  const comparison = compare(ours, theirs);
  const deleteLocalOnly = remove ? comparison.differences.filter(isLocalOnly).map(({ id }) => id) : [];
  return planSync(ours, theirs, correspond(ours, theirs), comparison, { take: 'causes', deleteLocalOnly });
}

const law = (check: (before: Paper, after: Paper) => void): void =>
  fc.assert(
    fc.property(tables, insertion, (made, { at, count, remarksStay }) => check(made.paper, inserted(made, at, count, remarksStay))),
    { numRuns: 40 },
  );

describe('cells inserted across part of a sheet', () => {
  it('come from official with all that refers to them, nothing refused, and then nothing differs', () => {
    law((local, official) => {
      const { steps, refused } = plan(official, local, false);
      expect(refused).toEqual([]);
      expect(changes(toSnapshot(official), toSnapshot(runSteps(local, steps).paper))).toEqual([]);
    });
  });

  it('go again when the sync is undone, to the last cell', () => {
    law((local, official) => {
      const { paper, inverse } = runSteps(local, plan(official, local, false).steps);
      expect(runSteps(paper, inverse).paper).toEqual(local);
    });
  });

  it('that only local has stay unless they are ticked, and then go with all that refers to them', () => {
    law((official, local) => {
      expect(plan(official, local, false).steps).toEqual([]);
      const { steps, refused } = plan(official, local, true);
      expect(refused).toEqual([]);
      const { paper, inverse } = runSteps(local, steps);
      expect(changes(toSnapshot(official), toSnapshot(paper))).toEqual([]);
      expect(runSteps(paper, inverse).paper).toEqual(local);
    });
  });
});
