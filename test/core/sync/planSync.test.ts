import fc from 'fast-check';
import { compare } from '../../../src/core/compare/compare';
import type { Comparison } from '../../../src/core/compare/Comparison';
import type { Difference, DifferenceSide } from '../../../src/core/compare/Difference';
import { isLocalOnly } from '../../../src/core/sync/chooseDifferences';
import { planSync } from '../../../src/core/sync/planSync';
import type { SyncPlan } from '../../../src/core/sync/SyncPlan';
import type { SyncSelection } from '../../../src/core/sync/SyncSelection';
import { parseRange, stringifyRange, type CellRange } from '../../../src/core/workbook/Address';
import { runSteps, type Paper } from '../../support/paper';
import { compareTraced, correspondenceOf, pairs, snapshotOf, traceSynced, type Traced } from '../../support/pairs';

type Compare = (official: Traced, local: Traced) => Comparison;

/** The product's comparison, told which line is which. */
const compareSnapshots: Compare = (official, local) =>
  compare(snapshotOf(official), snapshotOf(local), { correspondence: correspondenceOf(official, local) });

const CAUSES: SyncSelection = { take: 'causes', deleteLocalOnly: [] };

const run = (law: (official: Traced, local: Traced) => void) =>
  fc.assert(
    fc.property(pairs, ({ official, local }) => law(official, local)),
    { numRuns: 120 },
  );

/** Whether the plan said that a formula will take in a line which official's does not, and that somebody has to look at it. */
function isSaid({ refused }: SyncPlan, sheet: string, range: CellRange): boolean {
  return refused.some(({ reason }) => reason.startsWith(`${sheet}!${stringifyRange(range)} takes it in`));
}

/** Blank lines past the last that a copy has are compared once something stands there: a rule on them comes to light then. */
function isPastEnd({ paper }: Traced, { sheet, address }: Pick<DifferenceSide, 'sheet' | 'address'>): boolean {
  const used = [...paper.sheets.find(({ name }) => name === sheet)!.cells.keys()].map((each) => parseRange(each)!);
  const { lastRow, lastColumn } = parseRange(address)!;
  return !used.some((each) => each.firstRow >= lastRow) || !used.some((each) => each.firstColumn >= lastColumn);
}

/** Which rows the table Sales covers. */
function tableRows({ paper, sheets }: Traced): readonly string[] {
  const { sheet, range } = paper.tables[0]!;
  return sheets[paper.sheets.findIndex(({ name }) => name === sheet)]!.rows.slice(range.firstRow - 1, range.lastRow);
}

/** Excel keeps names in its own order. */
function ordered(paper: Paper): Paper {
  return { ...paper, names: [...paper.names].sort((a, b) => a.name.localeCompare(b.name)) };
}

describe.each([
  ['a comparison that counts every reference', compareTraced],
  ['the comparison', compareSnapshots],
] as const)('laws of a sync planned on %s', (_, compareThem) => {
  const planFor = (official: Traced, local: Traced, selection: SyncSelection) => {
    const comparison = compareThem(official, local);
    const plan = planSync(snapshotOf(official), snapshotOf(local), correspondenceOf(official, local), comparison, selection);
    return { comparison, plan };
  };
  const sync = (official: Traced, local: Traced) => {
    const { plan, comparison } = planFor(official, local, CAUSES);
    return { plan, comparison, synced: traceSynced(official, local, plan, comparison) };
  };

  test('what was taken no longer differs; what is left only local has, or is refused and says why', () => {
    run((official, local) => {
      const { plan, synced } = sync(official, local);
      const refused = new Map(plan.refused.map(({ difference, reason }) => [difference, reason]));
      const left = compareThem(official, synced).differences.filter(
        (each) =>
          each.role === 'cause' &&
          !isLocalOnly(each) &&
          each.kind !== 'format' &&
          !refused.has(each.id) &&
          !(each.kind === 'validation' && isPastEnd(local, each.official!)) &&
          !(each.local && isSaid(plan, each.local.sheet, parseRange(each.local.address)!)),
      );
      expect(left).toEqual([]);
      for (const reason of refused.values()) expect(reason).toMatch(/^[A-Z].+\.$/s);
    });
  });

  test('a table has every row that official has in it and that was not refused, and every row it had', () => {
    run((official, local) => {
      const { plan, comparison, synced } = sync(official, local);
      const refused = new Set(plan.refused.map(({ difference }) => difference));
      const missing = new Set(
        comparison.differences.flatMap(({ id, kind, official: side }) => (kind === 'row' && side && refused.has(id) ? [side.address] : [])),
      );
      const after = tableRows(synced);
      expect(after).toEqual(expect.arrayContaining(tableRows(local)));
      if (missing.size === 0) expect(after).toEqual(expect.arrayContaining(tableRows(official)));
    });
  });

  test('a plan after the sync writes nothing', () => {
    run((official, local) => {
      const { plan, synced } = sync(official, local);
      const again = planFor(official, synced, CAUSES).plan.steps.filter((step) => {
        if (step.kind === 'setRule') return !isPastEnd(local, { sheet: step.sheet, address: stringifyRange(step.range) });
        return step.kind !== 'write' || !isSaid(plan, step.sheet, step.range);
      });
      expect(again).toEqual([]);
    });
  });

  test('undo after apply is as if nothing had been', () => {
    run((official, local) => {
      const ticked = compareThem(official, local)
        .differences.filter(isLocalOnly)
        .map(({ id }) => id);
      for (const selection of [CAUSES, { take: 'all', deleteLocalOnly: ticked } as const]) {
        const { plan } = planFor(official, local, selection);
        const { paper, inverse } = runSteps(local.paper, plan.steps);
        expect(ordered(runSteps(paper, inverse).paper)).toEqual(ordered(local.paper));
      }
    });
  });

  test('nothing that only local has disappears unless it is ticked', () => {
    run((official, local) => {
      const { plan, synced } = sync(official, local);
      const after = new Set(compareTraced(official, synced).differences.map(({ id }) => id));
      for (const difference of compareTraced(official, local).differences)
        if (isLocalOnly(difference) && !(difference.kind === 'validation' && isPastEnd(local, difference.local!)))
          expect([...after]).toContain(difference.id);
      expect(plan.steps.filter(({ kind }) => kind === 'delete' || kind === 'deleteSheet')).toEqual([]);
    });
  });

  test('what is ticked goes or is refused, and breaks no formula', () => {
    run((official, local) => {
      const ticked = compareThem(official, local).differences.filter(isLocalOnly);
      const { plan, comparison } = planFor(official, local, { take: 'causes', deleteLocalOnly: ticked.map(({ id }) => id) });
      const refused = new Set(plan.refused.map(({ difference }) => difference));
      const { paper } = runSteps(local.paper, plan.steps);
      const broken = (sheets: Paper['sheets']) =>
        sheets.flatMap(({ name, cells }) =>
          [...cells].flatMap(([address, { formula }]) => (formula?.includes('#REF!') ? [`${name}!${address}`] : [])),
        );
      if (broken(local.paper.sheets).length + broken(official.paper.sheets).length === 0) expect(broken(paper.sheets)).toEqual([]);
      // A blank line is no more and no less than nothing: one whose like follows in official may be cleared only.
      const isVisible = ({ kind, cells }: Difference): boolean => (kind !== 'row' && kind !== 'column') || cells > 0;
      const left = compareTraced(official, traceSynced(official, local, plan, comparison, true)).differences.filter(isVisible);
      const after = new Set(left.map(({ id }) => id));
      const visible = ticked.filter(isVisible);
      if (compareThem === compareTraced) for (const { id } of visible) expect(after.has(id)).toBe(refused.has(id));
    });
  });

  test('no sync of some of the causes leaves more causes than there were', () => {
    fc.assert(
      fc.property(pairs, fc.infiniteStream(fc.boolean()), ({ official, local }, coin) => {
        const before = compareThem(official, local);
        const take = before.differences.filter(() => coin.next().value).map(({ id }) => id);
        const { plan } = planFor(official, local, { take, deleteLocalOnly: [] });
        // A line of which some cells were refused is there in part: its other cells are differences of their own from then on.
        const written = new Set(plan.steps.flatMap((step) => (step.kind === 'write' ? step.differences : [])));
        fc.pre(!plan.refused.some(({ difference }) => written.has(difference)));
        const left = before.differences
          .filter(({ id }) => !take.includes(id))
          .map(({ id }) => ({ difference: id, reason: 'It was not asked for.' }));
        const after = compareThem(official, traceSynced(official, local, { ...plan, refused: [...plan.refused, ...left] }, before));
        const said = after.differences.filter(({ local: side }) => {
          const range = side && parseRange(side.address);
          return range !== null && isSaid(plan, side!.sheet, range);
        });
        expect(after.counts.roles.cause - said.length).toBeLessThanOrEqual(before.counts.roles.cause);
      }),
    );
  });

  test('a part of the differences writes no cell of another', () => {
    fc.assert(
      fc.property(pairs, fc.infiniteStream(fc.boolean()), ({ official, local }, coin) => {
        const { comparison } = planFor(official, local, CAUSES);
        const take = comparison.differences.filter(() => coin.next().value).map(({ id }) => id);
        const { plan } = planFor(official, local, { take, deleteLocalOnly: [] });
        for (const step of plan.steps) if (step.kind === 'write') expect(take).toEqual(expect.arrayContaining([...step.differences]));
      }),
    );
  });
});
