import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { combineModels } from '../../src/adapters/calculation/combineModels';
import { createExcelHost } from '../../src/adapters/excel/createExcelHost';
import { packer } from '../../src/adapters/storage/pack/packer';
import { editWorkbook } from '../../src/adapters/xlsx/editWorkbook';
import { compareSnapshots, type ComparedWorkbooks } from '../../src/app/compareWorkbooks';
import { explainGaps } from '../../src/app/explainGaps';
import { finishSteps } from '../../src/core/Steps';
import { cellOfName } from '../../src/core/compare/compareNames';
import type { Difference } from '../../src/core/compare/Difference';
import { switchOf } from '../../src/core/explain/switchOf';
import { isLocalOnly } from '../../src/core/sync/chooseDifferences';
import { planSync } from '../../src/core/sync/planSync';
import { valueAt } from '../../src/core/workbook/cellAt';
import type { Snapshot } from '../../src/core/workbook/Snapshot';
import { hostBookFromSnapshot } from '../../src/workbench/book/hostBookFromSnapshot';
import { editsOf } from '../../src/workbench/save/editsOf';
import { withExcel } from '../support/excelSession';
import { snapshotOf } from '../support/snapshotOf';
import { describeWithLibreOffice, resaveWithLibreOffice } from '../support/soffice';

const WATCH = { progress: () => undefined, signal: { aborted: false } };
const sample = (copy: string): Uint8Array => new Uint8Array(readFileSync(`assets/samples/revenue-model-fy26-${copy}.xlsx`));

function compared(official: Snapshot, local: Snapshot): ComparedWorkbooks {
  const result = compareSnapshots(official, local);
  if (!result.ok) throw new Error(result.failure.message);
  return result.value;
}

/** What a difference is called whichever of the two workbooks is taken for official. */
const placesOf = (first: Difference['official'], second: Difference['official'], kind: string): string =>
  JSON.stringify([kind, first && [first.sheet, first.address], second && [second.sheet, second.address]]);

/** Official with some causes as local has them: a sync the other way round, through office.js, as saved. */
async function officialWith(bytes: Uint8Array, causes: readonly Difference[], { official, local }: ComparedWorkbooks): Promise<Uint8Array> {
  const back = compared(local, official);
  const kindBack: Readonly<Record<string, string>> = { hardcoded: 'unhardcoded', unhardcoded: 'hardcoded' };
  const wanted = new Set(causes.map(({ kind, official, local }) => placesOf(official, local, kindBack[kind] ?? kind)));
  const chosen = back.comparison.differences.filter(({ kind, official, local }) => wanted.has(placesOf(local, official, kind)));
  expect(chosen).toHaveLength(causes.length);
  const take = chosen.map(({ id }) => id);
  const deleteLocalOnly = chosen.filter(isLocalOnly).map(({ id }) => id);
  const plan = planSync(back.official, back.local, back.correspondence, back.comparison, { take, deleteLocalOnly });
  const book = hostBookFromSnapshot(official);
  await withExcel(book, async () => {
    expect(await createExcelHost(packer).apply(plan, WATCH)).toMatchObject({ ok: true, value: { skipped: [] } });
  });
  const saved = editWorkbook(bytes, editsOf(book, official));
  if (!saved.ok) throw new Error(saved.failure.message);
  return saved.value;
}

async function recalculatedFiles(files: readonly Uint8Array[]): Promise<readonly Snapshot[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'tieout-bridge-'));
  try {
    const names = files.map((bytes, k) => {
      const file = path.join(folder, `Copy${k}.xlsx`);
      writeFileSync(file, bytes);
      return file;
    });
    resaveWithLibreOffice(names, path.join(folder, 'out'));
    return await Promise.all(files.map((_, k) => snapshotOf(readFileSync(path.join(folder, 'out', `Copy${k}.xlsx`)))));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

describeWithLibreOffice('a workbook with one driver as local has it, calculated by LibreOffice', () => {
  it.each(['finance', 'sales-ops', 'product'])('has the headlines that Tieout calculates for it: %s', async (copy) => {
    const models = compared(await snapshotOf(sample('official')), await snapshotOf(sample(copy)));
    const { official, local, comparison } = models;
    const explanation = finishSteps(explainGaps(models, { combine: combineModels }, 'en-US'));
    // Every headline that differs is explained to the last digit, and nothing is doubtful.
    expect(explanation.bridges.map(({ headline }) => headline)).toEqual(
      comparison.headlines.filter(({ ties }) => !ties).map(({ name }) => name),
    );
    expect(explanation.bridges.filter(({ unexplained }) => unexplained !== 0)).toEqual([]);
    expect(explanation.doubts).toEqual([]);
    for (const { bars, gap } of explanation.bridges) expect(bars.reduce((sum, { amount }) => sum + amount, 0)).toBeCloseTo(gap, 6);

    const byId = new Map(comparison.differences.map((difference) => [difference.id, difference]));
    const causesOf = explanation.drivers.map(({ causes }) => causes.map((id) => byId.get(id)!));
    // A sheet that only one workbook has is put in by no sync.
    const tried = causesOf.filter((causes) => !causes.some(({ kind }) => kind === 'sheet'));
    const places = comparison.headlines.map(({ officialAddress, localAddress }) => ({
      official: cellOfName(official, officialAddress!),
      local: cellOfName(local, localAddress!),
    }));
    const combined = finishSteps(
      combineModels(
        models,
        tried.map((causes) => switchOf(causes, models)),
        places,
      ),
    );
    const copies: Uint8Array[] = [];
    for (const causes of tried) copies.push(await officialWith(sample('official'), causes, models));
    const results = await recalculatedFiles(copies);
    results.forEach((result, driver) => {
      // Rows that were put in above move headlines: they are found by their names again.
      const values = comparison.headlines.map(({ name }, k) => {
        const place = cellOfName(result, result.names.find((one) => one.name === name)?.formula ?? '') ?? places[k]!.official!;
        const at = result.sheets[place.sheet]!;
        const { row, column } = place;
        return valueAt(
          result,
          at.cells,
          at.cells.row.findIndex((r, p) => r === row && at.cells.column[p] === column),
        );
      });
      combined
        .evaluate(1 << driver)
        .forEach((value, k) =>
          expect([tried[driver]![0]!.id, comparison.headlines[k]!.name, value]).toEqual([
            tried[driver]![0]!.id,
            comparison.headlines[k]!.name,
            expect.closeTo(values[k] as number, 6),
          ]),
        );
    });
  });
});
