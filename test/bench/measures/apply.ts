import { createExcelHost } from '../../../src/adapters/excel/createExcelHost';
import { packer } from '../../../src/adapters/storage/pack/packer';
import { compare } from '../../../src/core/compare/compare';
import { correspond } from '../../../src/core/settle/correspond';
import { planSync } from '../../../src/core/sync/planSync';
import type { SyncPlan } from '../../../src/core/sync/SyncPlan';
import { stringifyAddress } from '../../../src/core/workbook/Address';
import type { Snapshot } from '../../../src/core/workbook/Snapshot';
import { hostBookFromSnapshot } from '../../../src/workbench/book/hostBookFromSnapshot';
import { withExcel } from '../../support/excelSession';
import { workbook, type CellText } from '../../support/workbook';
import { findingOf, type Finding, type Target } from '../Findings';

const ROUNDS = 3;
/** Of one request a cell, which takes minutes, so many are measured and the rest reckoned. */
const SAMPLE = 200;
const ROWS = 2_000;
const COLUMNS = 5;
/** Cells written between two requests by the add-in that writes cell by cell: few enough that an answer comes soon. */
const A_REQUEST = 50;
/** What a request takes on the way to Excel and back, in milliseconds: little; Excel on the web takes several times that. */
const WAY = 20;
const WATCH = { progress: () => undefined, signal: { aborted: false } };

/**
 * Syncing 10,000 changed cells, from the comparison on: planned, journalled, checked, written and verified, beside writing the same cells
 * one by one and nothing else. Both through Microsoft's office.js, which talks to the workbench's Excel in this
 * process, a request taking as long as a quick Excel does.
 */
export async function measureApply(): Promise<{ findings: readonly Finding[]; targets: readonly Target[] }> {
  const [official, local] = [modelOf(1), modelOf(0)];
  const correspondence = correspond(official, local);
  const comparison = compare(official, local, { correspondence });
  const planned = (): SyncPlan => planSync(official, local, correspondence, comparison, { take: 'all', deleteLocalOnly: [] });
  const [ours, one, alone]: [number[], number[], number[]] = [[], [], []];
  for (let round = 0; round < ROUNDS; round++) {
    await withExcel(hostBookFromSnapshot(local), async ({ host }) => {
      host.faults.delay = WAY;
      const begin = performance.now();
      const outcome = await createExcelHost(packer).apply(planned(), WATCH);
      ours.push(performance.now() - begin);
      if (!outcome.ok || outcome.value.cells !== ROWS * COLUMNS) throw new Error('not all of it was written');
    });
    const plan = planned();
    await withExcel(hostBookFromSnapshot(local), async ({ host }) => {
      host.faults.delay = WAY;
      const begin = performance.now();
      await writeOneByOne(plan, A_REQUEST, ROWS * COLUMNS);
      one.push(performance.now() - begin);
      const again = performance.now();
      await writeOneByOne(plan, 1, SAMPLE);
      alone.push(((performance.now() - again) * ROWS * COLUMNS) / SAMPLE);
    });
  }
  return {
    findings: [
      findingOf(`plans, applies and verifies ${(ROWS * COLUMNS).toLocaleString('en')} cells`, ours),
      findingOf(`  writes them one by one, ${A_REQUEST} a request of ${WAY} ms each way and back`, one),
      findingOf(`  writes them one by one, a request each, reckoned from ${SAMPLE}`, alone),
    ],
    targets: [{ what: 'of writing cell by cell, a request each', measured: Math.min(...ours) / Math.min(...alone), most: 1 / 5 }],
  };
}

async function writeOneByOne({ steps }: SyncPlan, atOnce: number, most: number): Promise<void> {
  const context = new Excel.RequestContext();
  let queued = 0;
  for (const step of steps) {
    if (step.kind !== 'write') continue;
    for (const [i, row] of step.after.entries()) {
      for (const [j, content] of row.entries()) {
        const address = stringifyAddress({ row: step.range.firstRow + i, column: step.range.firstColumn + j });
        const range = context.workbook.worksheets.getItem(step.sheet).getRange(address);
        range.formulas = [[content?.formula ?? content?.value]];
        if (++queued % atOnce === 0) await context.sync();
        if (queued === most) return;
      }
    }
  }
  await context.sync();
}

/** A statement whose numbers and formulas are all others in the other edition. */
function modelOf(edition: number): Snapshot {
  const cells: Record<string, CellText> = {};
  for (let row = 1; row <= ROWS; row++) {
    cells[`A${row}`] = `Item ${row}`;
    for (let column = 2; column <= COLUMNS; column++) cells[stringifyAddress({ row, column })] = row * 7 + column * 1_000 + edition;
    cells[stringifyAddress({ row, column: COLUMNS + 1 })] = [`=SUM(B${row}:E${row})*${2 + edition}`, 0];
  }
  return workbook({ Data: cells });
}
