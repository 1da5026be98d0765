import fc from 'fast-check';
import { correspond } from '../../../src/core/settle/correspond';
import { compare } from '../../../src/core/compare/compare';
import { isMoved } from '../../../src/core/compare/isMoved';
import { isLocalOnly } from '../../../src/core/sync/chooseDifferences';
import { planSync } from '../../../src/core/sync/planSync';
import type { SyncPlan } from '../../../src/core/sync/SyncPlan';
import { columnName } from '../../../src/core/workbook/Address';
import { changes } from '../../support/changes';
import { runSteps, toPaper, toSnapshot, type Paper } from '../../support/paper';
import { workbook, type CellText } from '../../support/workbook';

type Axis = 'rows' | 'columns';
/** A line is known by a number that never changes; what its cells read is said by the lines they refer to. */
type Cell = string | number | { readonly sum: readonly [number, number] } | { readonly of: number } | { readonly twice: number };

interface Model {
  readonly axis: Axis;
  /** The lines in order, each by its number and what it holds. */
  readonly lines: readonly { readonly id: number; readonly cells: readonly Cell[] }[];
  /** What another sheet reads of them. */
  readonly outside: readonly Cell[];
}

const WIDTH = 5;

/** A statement: items with labels and figures, some that read other items, totals over runs of items, and a sheet that looks into it. */
const models = fc
  .record({
    axis: fc.constantFrom<Axis>('rows', 'columns'),
    height: fc.integer({ min: 12, max: 22 }),
    seed: fc.array(fc.nat({ max: 997 }), { minLength: 200, maxLength: 200 }),
    spans: fc.array(fc.tuple(fc.nat(), fc.nat({ max: 5 })), { minLength: 2, maxLength: 5 }),
    reads: fc.array(fc.nat(), { minLength: 3, maxLength: 6 }),
  })
  .map(({ axis, height, seed, spans, reads }): Model => {
    const run = ([first, length]: readonly [number, number]): readonly [number, number] => {
      const from = first % (height - 1);
      return [from, Math.min(height - 1, from + length)];
    };
    const lines = Array.from({ length: height }, (_, id) => ({
      id,
      cells: Array.from({ length: WIDTH }, (__, k): Cell =>
        k === 0 ? `Item ${id} ${seed[id]}` : seed[id * 7 + k]! + 1_000 * (id * 10 + k),
      ),
    }));
    reads.forEach((read, k) => {
      const line = lines[(read * 5 + k * 3) % height]!;
      line.cells[4] = { twice: read % height };
    });
    return {
      axis,
      lines,
      outside: [...spans.map((span): Cell => ({ sum: run(span) })), ...reads.map((read): Cell => ({ of: read % height }))],
    };
  });

const moves = fc.array(fc.record({ first: fc.nat(), length: fc.integer({ min: 1, max: 3 }), to: fc.nat() }), {
  minLength: 1,
  maxLength: 2,
});

/** The model with blocks of its lines at other places. */
function moved(model: Model, all: readonly { readonly first: number; readonly length: number; readonly to: number }[]): Model {
  const lines = all.reduce((now, { first, length, to }) => {
    const at = first % (now.length - length);
    const rest = [...now.slice(0, at), ...now.slice(at + length)];
    const target = to % (rest.length + 1);
    return [...rest.slice(0, target), ...now.slice(at, at + length), ...rest.slice(target)];
  }, model.lines);
  return { ...model, lines };
}

/** One more change that somebody makes: a line put in, taken out, or with another figure. */
const edits = fc.array(fc.record({ act: fc.constantFrom('insert', 'delete', 'edit'), at: fc.nat(), value: fc.nat({ max: 9_999 }) }), {
  maxLength: 3,
});

function edited(model: Model, all: readonly { readonly act: string; readonly at: number; readonly value: number }[], tag: number): Model {
  const lines = all.reduce((now, { act, at: anywhere, value }, k) => {
    const at = anywhere % now.length;
    const [before, after] = [now.slice(0, at), now.slice(at + 1)];
    const line = now[at]!;
    if (act === 'delete') return now.length > 8 ? [...before, ...after] : now;
    if (act === 'edit') return [...before, { ...line, cells: line.cells.with(3, 7_000_000 + tag * 10_000 + value) }, ...after];
    const id = tag + k;
    return [...before, { id, cells: [`New ${id} ${value}`, ...[1, 2, 3, 4].map((c) => 5_000_000 + id * 10 + c)] }, line, ...after];
  }, model.lines);
  return { ...model, lines };
}

/** The workbook in which every sum reads from the first to the last of its lines wherever they stand. */
function bookOf({ axis, lines, outside }: Model): Paper {
  const place = (id: number): number => lines.findIndex((line) => line.id === id) + 1;
  const address = (line: number, across: number): string =>
    axis === 'rows' ? `${columnName(across + 1)}${line}` : `${columnName(line)}${across + 1}`;
  const text = (cell: Cell, sheet: string): CellText => {
    if (typeof cell !== 'object') return cell;
    const known = 'of' in cell ? cell.of : 'twice' in cell ? cell.twice : -1;
    if (known >= 0 && place(known) === 0) return 0;
    if ('of' in cell) return [`=${sheet}${address(place(cell.of), 1)}`, 0];
    if ('twice' in cell) return [`=${sheet}${address(place(cell.twice), 2)}*2`, 0];
    const ends = Array.from({ length: cell.sum[1] - cell.sum[0] + 1 }, (_, k) => place(cell.sum[0] + k)).filter((at) => at > 0);
    if (ends.length === 0) return 0;
    return [`=SUM(${sheet}${address(Math.min(...ends), 3)}:${address(Math.max(...ends), 3).replace('!', '')})`, 0];
  };
  const data = lines.flatMap(({ cells }, at) => cells.map((cell, k) => [address(at + 1, k), text(cell, '')] as const));
  const summary = outside.map((cell, k) => [`A${k + 1}`, text(cell, 'Data!')] as const);
  return toPaper(workbook({ Data: Object.fromEntries(data), Summary: Object.fromEntries(summary) }));
}

function plan(official: Paper, local: Paper, take: 'causes' | 'all'): SyncPlan {
  const [ours, theirs] = [toSnapshot(official), toSnapshot(local)];
  const comparison = compare(ours, theirs);
  const deleteLocalOnly = take === 'all' ? comparison.differences.filter(isLocalOnly).map(({ id }) => id) : [];
  return planSync(ours, theirs, correspond(ours, theirs), comparison, { take, deleteLocalOnly });
}

interface Pair {
  readonly official: Paper;
  readonly local: Paper;
}

const moveOnly = fc.tuple(models, moves).map(([model, all]): Pair => ({ official: bookOf(moved(model, all)), local: bookOf(model) }));
const mixture = fc.tuple(models, moves, edits, edits).map(([model, all, theirs, ours]): Pair => ({
  official: bookOf(edited(moved(model, all), theirs, 100)),
  local: bookOf(edited(model, ours, 200)),
}));

/** Checks all pairs, and that at least this part of those in which something moved was synced whole. */
function law(pairs: fc.Arbitrary<Pair>, least: number): void {
  let whole = 0;
  let moving = 0;
  let asides = 0;
  fc.assert(
    fc.property(pairs, ({ official, local }) => {
      const { steps, refused } = plan(official, local, 'all');
      const { paper, inverse } = runSteps(local, steps);
      expect(runSteps(paper, inverse).paper).toEqual(local);
      for (const { reason } of refused) expect(reason).toMatch(/^[A-Z].+\.$/s);
      const found = compare(toSnapshot(official), toSnapshot(local)).differences;
      if (!found.some(isMoved)) return;
      moving++;
      if (refused.length > 0) return;
      whole++;
      if (steps.some((step) => step.kind === 'write' && step.aside)) asides++;
      expect(changes(toSnapshot(official), toSnapshot(paper))).toEqual([]);
      expect(plan(official, paper, 'all').steps).toEqual([]);
    }),
    { numRuns: 60 },
  );
  expect(whole).toBeGreaterThan(moving * least);
  expect(asides).toBeGreaterThan(0);
}

describe('blocks of rows and columns that moved', () => {
  it('come to stand where official has them, with all that refers to them, and then nothing differs; an undo brings back every cell', () => {
    law(moveOnly, 0.9);
  });

  it('do so together with lines put in and taken out and figures changed on either side', () => {
    law(mixture, 0.5);
  });
});
