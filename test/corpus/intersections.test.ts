import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createExcelHost } from '../../src/adapters/excel/createExcelHost';
import { packer } from '../../src/adapters/storage/pack/packer';
import { editWorkbook } from '../../src/adapters/xlsx/editWorkbook';
import { correspond } from '../../src/core/settle/correspond';
import { compare } from '../../src/core/compare/compare';
import { markIntersections } from '../../src/core/formula/markIntersections';
import { planSync } from '../../src/core/sync/planSync';
import { isCellError } from '../../src/core/workbook/CellValue';
import type { HostBook } from '../../src/workbench/book/HostBook';
import type { HostSheet } from '../../src/workbench/book/HostSheet';
import { hostBookFromSnapshot } from '../../src/workbench/book/hostBookFromSnapshot';
import { editsOf } from '../../src/workbench/save/editsOf';
import { withExcel } from '../support/excelSession';
import { recalculated, unequalValues, valuesOf } from '../support/recalculated';
import { snapshotOf } from '../support/snapshotOf';
import { describeWithLibreOffice } from '../support/soffice';

const PAIRS = join(process.env['TIEOUT_CORPUS'] ?? resolve(__dirname, '../../../shared/corpus'), 'pairs');
const WATCH = { progress: () => undefined, signal: { aborted: false } };

/** Every formula of a book, and where something spills. */
function formulasOf(book: HostBook): ReadonlyMap<string, string> {
  const formulas = new Map<string, string>();
  for (const { name, grid, arrays } of book.sheets) {
    grid.forEach((row, column, { formula, value }) => {
      if (formula !== null) formulas.set(`${name} R${row}C${column}`, formula);
      if (isCellError(value) && value.error === '#SPILL!') formulas.set(`${name} R${row}C${column} spills`, '#SPILL!');
    });
    arrays.forEach(({ range, kind }) => formulas.set(`${name} R${range.firstRow}C${range.firstColumn} ${kind}`, JSON.stringify(range)));
  }
  return formulas;
}

const file = (version: 'old' | 'new') => new Uint8Array(readFileSync(join(PAIRS, 'reopt-one-formula', `${version}.xlsm`)));

/** The old version with numbers instead of some of its formulas that take one cell of a range, as a team in a hurry leaves it. */
async function hardcoded(): Promise<{ readonly bytes: Uint8Array; readonly cells: number }> {
  const old = await snapshotOf(file('old'));
  const book = hostBookFromSnapshot(old);
  const cells: [HostSheet, number, number][] = [];
  for (const sheet of book.sheets)
    sheet.grid.forEach((row, column, { formula }) => {
      if (formula && /outYear/i.test(formula) && markIntersections(formula, () => false) !== formula) cells.push([sheet, row, column]);
    });
  // Columns further right hold next to nothing else, so that they would count as columns of the team's own.
  const some = cells.filter(([, , column]) => column <= 60).filter((_, i) => i % 7 === 0);
  for (const [sheet, row, column] of some)
    book.setCells(
      sheet,
      { firstRow: row, lastRow: row, firstColumn: column, lastColumn: column },
      [[{ formula: null, value: 1, format: null }]],
      'user',
    );
  const saved = editWorkbook(file('old'), editsOf(book, old));
  if (!saved.ok) throw new Error(saved.failure.message);
  return { bytes: saved.value, cells: some.length };
}

describeWithLibreOffice('a model whose formulas take one cell of named rows, synced through office.js', () => {
  it('spills nowhere, has the values of official when LibreOffice calculates it, and undo restores it', async () => {
    const { bytes, cells } = await hardcoded();
    expect(cells).toBeGreaterThan(20);
    const [official, local] = [await snapshotOf(file('new')), await snapshotOf(bytes)];
    const correspondence = correspond(official, local);
    const plan = planSync(official, local, correspondence, compare(official, local, { correspondence }), {
      take: 'causes',
      deleteLocalOnly: [],
    });
    const book = hostBookFromSnapshot(local);
    const before = formulasOf(book);
    await withExcel(book, async () => {
      const host = createExcelHost(packer);
      const applied = await host.apply(plan, WATCH);
      if (!applied.ok) throw new Error(applied.failure.message);
      expect(applied.value).toMatchObject({ skipped: [], cells: cells + 1 });
      const synced = formulasOf(book);
      const theirs = formulasOf(hostBookFromSnapshot(official));
      const unequal = [...new Set([...theirs.keys(), ...synced.keys()])].filter((place) => theirs.get(place) !== synced.get(place));
      expect(unequal.map((place) => [place, theirs.get(place), synced.get(place)])).toEqual([]);
      expect(synced).not.toEqual(before);

      const saved = editWorkbook(bytes, editsOf(book, local));
      if (!saved.ok) throw new Error(saved.failure.message);
      const expected = valuesOf(await recalculated(file('new')));
      expect(unequalValues(valuesOf(official), expected)).toEqual([]);
      expect(unequalValues(expected, valuesOf(await recalculated(saved.value)))).toEqual([]);

      expect(await host.undo(applied.value, WATCH)).toMatchObject({ ok: true, value: { skipped: [] } });
      expect(formulasOf(book)).toEqual(before);
    });
  });

  it('is read from Excel and written to it again formula by formula without a change', async () => {
    const book = hostBookFromSnapshot(await snapshotOf(file('old')));
    const before = formulasOf(book);
    let marked = 0;
    await withExcel(book, async () => {
      for (const { name, arrays } of book.sheets) {
        if (arrays.length > 0) continue;
        await Excel.run(async (context) => {
          const used = context.workbook.worksheets.getItem(name).getUsedRange(true).load('formulas');
          await context.sync();
          marked += used.formulas.flat().filter((formula) => /^=.*@/.test(String(formula))).length;
          used.formulas = used.formulas.map((row) => row.map((formula: unknown) => (/^=/.test(String(formula)) ? formula : null)));
          await context.sync();
        });
      }
    });
    expect(marked).toBeGreaterThan(100);
    expect(formulasOf(book)).toEqual(before);
  });
});
