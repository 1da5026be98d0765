import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { applyToFile } from '../../../src/adapters/xlsx/applyToFile';
import type { FileOutcome } from '../../../src/app/ports/FileEditor';
import { correspond } from '../../../src/core/settle/correspond';
import { stringifyAddress } from '../../../src/core/workbook/Address';
import { compare } from '../../../src/core/compare/compare';
import { isLocalOnly } from '../../../src/core/sync/chooseDifferences';
import { planSync } from '../../../src/core/sync/planSync';
import type { SyncPlan, SyncStep } from '../../../src/core/sync/SyncPlan';
import type { Snapshot } from '../../../src/core/workbook/Snapshot';
import { fileOfSnapshot } from '../../support/fileOfSnapshot';
import { notedPairs, pairs } from '../../support/pairs';
import { runSteps, toPaper, toSnapshot, type Paper } from '../../support/paper';
import { PLANT_KINDS, type PlantKind } from '../../support/plants/kinds/plantKinds';
import { makeTrial, planTrial } from '../../support/plants/makeTrial';
import { snapshotOfBook } from '../../support/plants/snapshotOfBook';
import { snapshotOf } from '../../support/snapshotOf';

const TRIALS = 36;

function planAll(official: Snapshot, local: Snapshot): SyncPlan {
  const found = compare(official, local);
  const deleteLocalOnly = found.differences.filter(isLocalOnly).map(({ id }) => id);
  return planSync(official, local, correspond(official, local), found, { take: 'all', deleteLocalOnly });
}

function apply(bytes: Uint8Array, steps: readonly SyncStep[]): FileOutcome {
  const applied = applyToFile(bytes, steps);
  if (!applied.ok) throw new Error(applied.failure.message);
  return applied.value;
}

/** Cells, rules, names and tables as they can be compared: a cell's format counts where it holds something. */
function described({ sheets, names, tables }: Paper): unknown {
  return {
    sheets: sheets.map(({ name, visibility, cells, rules, notes }) => ({
      notes: [...(notes ?? [])].map(([address, { author, text }]) => `${address} ${author}: ${text}`).sort(),
      rules: [...rules].map(([address, { formula1 }]) => `${address} ${formula1}`).sort(),
      name,
      visibility,
      cells: Object.fromEntries(
        [...cells]
          .filter(([, { formula, value }]) => formula !== null || value !== null)
          .map(([address, { formula, value, format }]): [string, unknown] => [
            address,
            { formula: formula?.replace(/\s/g, ''), format: format ?? 'General', ...(formula === null && { value }) },
          ])
          .sort(([a], [b]) => (a < b ? -1 : 1)),
      ),
    })),
    names: names.map((name) => ({ ...name })).sort((a, b) => (`${a.scope}${a.name}` < `${b.scope}${b.name}` ? -1 : 1)),
    tables,
  };
}

/** The paper with headings in the cells that head its tables, as every file has them that Excel opens; two workbooks from one have the same. */
function headed(paper: Paper): Paper {
  const heads = paper.tables.flatMap(({ sheet, range }) =>
    ['Key', 'Amount'].map((value, at) => ({
      sheet,
      address: stringifyAddress({ row: range.firstRow, column: range.firstColumn + at }),
      value,
    })),
  );
  const sheets = paper.sheets.map((sheet) => {
    const own = heads.filter((head) => head.sheet === sheet.name);
    if (own.length === 0) return sheet;
    const texts = own.map(({ address, value }) => [address, { formula: null, value, format: 'General' }] as const);
    return { ...sheet, cells: new Map([...sheet.cells, ...texts]) };
  });
  return { ...paper, sheets };
}

const changedParts = (before: Uint8Array, after: Uint8Array): string[] => {
  const [a, b] = [unzipSync(before), unzipSync(after)];
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].filter(
    (name) => !a[name] || !b[name] || Buffer.compare(a[name], b[name]) !== 0,
  );
};

/** What holds of every sync in a file, and what it did. */
async function checkSync(official: Snapshot, localBytes: Uint8Array, about: unknown): Promise<SyncPlan> {
  const local = await snapshotOf(localBytes);
  const plan = planAll(official, local);
  const done = apply(localBytes, plan.steps);
  expect({ about, skipped: done.skipped }).toEqual({ about, skipped: [] });
  const after = await snapshotOf(done.bytes);
  // Another implementation of what the steps mean.
  const { paper } = runSteps(toPaper(local), plan.steps);
  expect({ about, now: described(toPaper(after)) }).toEqual({ about, now: described(paper) });
  const back = apply(done.bytes, done.inverse);
  expect({ about, skipped: back.skipped }).toEqual({ about, skipped: [] });
  expect({ about, now: described(toPaper(await snapshotOf(back.bytes))) }).toEqual({ about, now: described(toPaper(local)) });
  if (plan.refused.length === 0) expect({ about, left: compare(official, after).differences }).toEqual({ about, left: [] });
  if (plan.steps.length === 0) expect(done.bytes).toBe(localBytes);
  return plan;
}

describe('a sync in a file', () => {
  it('does what its plan says, leaves no cause when all is taken, and is taken back by its inverse, whatever was planted', async () => {
    const kinds = Object.keys(PLANT_KINDS) as PlantKind[];
    const seen = { whole: 0, steps: new Set<string>() };
    for (let number = 0; number < TRIALS; number++) {
      const trial = makeTrial(planTrial(kinds, 20_261_123, number));
      if (trial === null) continue;
      const official = await snapshotOf(fileOfSnapshot(snapshotOfBook(trial.official)));
      const plan = await checkSync(
        official,
        fileOfSnapshot(snapshotOfBook(trial.local)),
        trial.plants.map(({ side, words }) => `${side}: ${words}`),
      );
      if (plan.refused.length === 0) seen.whole++;
      for (const { kind } of plan.steps) seen.steps.add(kind);
    }
    expect(seen.whole).toBeGreaterThan(TRIALS / 4);
    expect([...seen.steps].sort()).toEqual(['addSheet', 'delete', 'insert', 'move', 'setHidden', 'setName', 'setVisibility', 'write']);
  });

  it('does so with formulas that refer to everything', async () => {
    const kinds = new Set<string>();
    await fc.assert(
      fc.asyncProperty(pairs, async ({ official, local }) => {
        const plan = await checkSync(
          await snapshotOf(fileOfSnapshot(toSnapshot(headed(official.paper)))),
          fileOfSnapshot(toSnapshot(headed(local.paper))),
          '',
        );
        for (const { kind } of plan.steps) kinds.add(kind);
      }),
      { numRuns: 60, seed: 27 },
    );
    expect(kinds).toContain('resizeTable');
    expect(kinds).toContain('setRule');
  });

  it('does so with notes, which come, go, change and move along with lines', async () => {
    const whole = { yes: 0, notes: 0 };
    await fc.assert(
      fc.asyncProperty(notedPairs, async ({ official, local }) => {
        const plan = await checkSync(
          await snapshotOf(fileOfSnapshot(toSnapshot(headed(official.paper)))),
          fileOfSnapshot(toSnapshot(headed(local.paper))),
          '',
        );
        whole.yes += plan.refused.length === 0 ? 1 : 0;
        whole.notes += plan.steps.filter(({ kind }) => kind === 'setNote').length;
      }),
      { numRuns: 60, seed: 31 },
    );
    expect(whole.yes).toBeGreaterThan(15);
    expect(whole.notes).toBeGreaterThan(60);
  });

  it('gives the very bytes when a workbook is synced with itself', async () => {
    await fc.assert(
      fc.asyncProperty(pairs, async ({ official }) => {
        const bytes = fileOfSnapshot(toSnapshot(headed(official.paper)));
        const snapshot = await snapshotOf(bytes);
        expect(apply(bytes, planAll(snapshot, await snapshotOf(bytes)).steps).bytes).toBe(bytes);
      }),
      { numRuns: 40, seed: 28 },
    );
  });

  it('changes no part but the sheets written, and those that list sheets and formulas', async () => {
    const concerned =
      /^xl\/(worksheets\/sheet\d+\.xml|worksheets\/_rels\/.*|workbook\.xml|_rels\/workbook\.xml\.rels|calcChain\.xml|styles\.xml|tables\/.*)$|^\[Content_Types\]\.xml$/;
    await fc.assert(
      fc.asyncProperty(pairs, async ({ official, local }) => {
        const bytes = fileOfSnapshot(toSnapshot(headed(local.paper)));
        const plan = planAll(await snapshotOf(fileOfSnapshot(toSnapshot(headed(official.paper)))), await snapshotOf(bytes));
        const changed = changedParts(bytes, apply(bytes, plan.steps).bytes);
        expect(changed.filter((part) => !concerned.test(part))).toEqual([]);
      }),
      { numRuns: 40, seed: 29 },
    );
  });
});
