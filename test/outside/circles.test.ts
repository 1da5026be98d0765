import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { combineModels } from '../../src/adapters/calculation/combineModels';
import { compareSnapshots } from '../../src/app/compareWorkbooks';
import { switchOf } from '../../src/core/explain/switchOf';
import { finishSteps } from '../../src/core/Steps';
import { parseRange } from '../../src/core/workbook/Address';
import { valueAt } from '../../src/core/workbook/cellAt';
import type { Snapshot } from '../../src/core/workbook/Snapshot';
import { CellIndex } from '../../src/adapters/calculation/model/CellIndex';
import { debtCells, debtPlan, type DebtPlan } from '../support/calculation/debtPlan';
import { snapshotOf } from '../support/snapshotOf';
import { describeWithLibreOffice, resaveWithLibreOffice } from '../support/soffice';
import { xlsxFile } from '../support/xlsxFile';

const ITERATION = { count: 100, delta: 0.001 };
const OFFICIAL: DebtPlan = { opening: 1000, rate: 0.1, repaid: [200, 100, 50], average: 1 };
const LOCAL: DebtPlan = { ...OFFICIAL, rate: 0.25, repaid: [200, 300, 50] };

/** The file of a plan without stored results, so that what comes back is LibreOffice's own. */
function fileOf(plan: DebtPlan): Uint8Array {
  const rows = new Map<number, string[]>();
  for (const [address, text] of Object.entries(debtCells(plan))) {
    const row = parseRange(address)!.firstRow;
    const inside = Array.isArray(text) ? `<f>${String(text[0]).slice(1)}</f>` : typeof text === 'number' ? `<v>${text}</v>` : null;
    if (inside === null) continue;
    rows.set(row, [...(rows.get(row) ?? []), `<c r="${address}">${inside}</c>`]);
  }
  const sheet = [...rows].map(([row, cells]) => `<row r="${row}">${cells.sort().join('')}</row>`).join('');
  return xlsxFile({ sheets: { Debt: sheet }, behindSheets: '<calcPr iterate="1" iterateCount="100" iterateDelta="0.001"/>' });
}

const closing = ({ sheets, ...snapshot }: Snapshot): unknown =>
  valueAt({ sheets, ...snapshot }, sheets[0]!.cells, new CellIndex(sheets[0]!.cells).find(7, 4));

describeWithLibreOffice('a circle of interest', () => {
  it('settles where LibreOffice has it, in either workbook and in mixtures', async () => {
    const plans = [OFFICIAL, { ...OFFICIAL, rate: LOCAL.rate }, { ...OFFICIAL, repaid: LOCAL.repaid }, LOCAL];
    const folder = mkdtempSync(path.join(tmpdir(), 'tieout-circles-'));
    const judged: unknown[] = [];
    try {
      const names = plans.map((_, k) => `Plan${k}.xlsx`);
      names.forEach((name, k) => writeFileSync(path.join(folder, name), fileOf(plans[k]!)));
      resaveWithLibreOffice(
        names.map((name) => path.join(folder, name)),
        path.join(folder, 'out'),
      );
      for (const name of names) judged.push(closing(await snapshotOf(new Uint8Array(readFileSync(path.join(folder, 'out', name))))));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
    const [official, local] = [debtPlan(OFFICIAL, ITERATION), debtPlan(LOCAL, ITERATION)];
    const compared = compareSnapshots(official, local);
    if (!compared.ok) throw new Error(compared.failure.message);
    const causes = compared.value.comparison.differences.filter(({ role }) => role === 'cause');
    expect(causes.map((cause) => cause.local!.address)).toEqual(['B1', 'C5']);
    const place = { sheet: 0, row: 7, column: 4 };
    const drivers = causes.map((cause) => switchOf([cause], { official, local }));
    const model = finishSteps(combineModels(compared.value, drivers, [{ official: place, local: place }]));
    // LibreOffice stops at the first change below the delta, in each of three circles that hand on what they miss.
    judged.forEach((value, coalition) => expect(Math.abs(Number(value) - model.evaluate(coalition)[0]!)).toBeLessThan(0.002));
  });
});
