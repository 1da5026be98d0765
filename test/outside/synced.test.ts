import { readFileSync } from 'node:fs';
import { createExcelHost } from '../../src/adapters/excel/createExcelHost';
import { packer } from '../../src/adapters/storage/pack/packer';
import type { CellEdit } from '../../src/adapters/xlsx/edit/CellEdit';
import { editWorkbook } from '../../src/adapters/xlsx/editWorkbook';
import { correspond } from '../../src/core/settle/correspond';
import { compare } from '../../src/core/compare/compare';
import { isLocalOnly } from '../../src/core/sync/chooseDifferences';
import { planSync } from '../../src/core/sync/planSync';
import { parseRange } from '../../src/core/workbook/Address';
import type { Snapshot } from '../../src/core/workbook/Snapshot';
import { hostBookFromSnapshot } from '../../src/workbench/book/hostBookFromSnapshot';
import { editsOf } from '../../src/workbench/save/editsOf';
import { withExcel } from '../support/excelSession';
import { localFile, officialFile } from '../support/generatedPair';
import { FORMULAS, intersectionsFile } from '../support/intersections';
import { recalculated, unequalValues, valuesOf } from '../support/recalculated';
import { snapshotOf } from '../support/snapshotOf';
import { describeWithLibreOffice } from '../support/soffice';
import { xlsxFile } from '../support/xlsxFile';

const WATCH = { progress: () => undefined, signal: { aborted: false } };

/** Syncs all values through office.js, what only local has deleted too, and returns the file that is then saved; no result of a formula in it is calculated. */
async function synced(official: Uint8Array, local: Uint8Array): Promise<Uint8Array> {
  const [theirs, ours] = [await snapshotOf(official), await snapshotOf(local)];
  const correspondence = correspond(theirs, ours);
  const comparison = compare(theirs, ours, { correspondence });
  const deleteLocalOnly = comparison.differences.filter((each) => each.role === 'cause' && isLocalOnly(each)).map(({ id }) => id);
  const plan = planSync(theirs, ours, correspondence, comparison, { take: 'causes', deleteLocalOnly, notes: false });
  const book = hostBookFromSnapshot(ours);
  const arrays = () => book.sheets.flatMap((sheet) => sheet.arrays);
  const before = arrays();
  await withExcel(book, async () => {
    const applied = await createExcelHost(packer).apply(plan, WATCH);
    expect(applied).toMatchObject({ ok: true, value: { skipped: [] } });
    // What is saved would not tell a formula that spills.
    expect(arrays()).toEqual(before);
  });
  const saved = editWorkbook(local, editsOf(book, ours));
  if (!saved.ok) throw new Error(saved.failure.message);
  return saved.value;
}

/** The workbook of such formulas with a number in the place of each. */
function overwritten(): Uint8Array {
  const cells = FORMULAS.map(([address]): CellEdit => {
    const { firstRow: row, firstColumn: column } = parseRange(address)!;
    return { kind: 'content', row, column, formula: null, value: 0.5, format: 'General' };
  });
  const edited = editWorkbook(intersectionsFile('before', true), [{ kind: 'cells', sheet: 'Model', cells }]);
  if (!edited.ok) throw new Error(edited.failure.message);
  return edited.value;
}

describeWithLibreOffice('a synced workbook, calculated by LibreOffice', () => {
  it('is calculated afresh, whatever results are stored in it', async () => {
    const stale = xlsxFile({ sheets: { Sheet1: '<row r="1"><c r="A1"><v>2</v></c><c r="B1"><f>A1*2</f><v>99</v></c></row>' } });
    expect([...valuesOf(await recalculated(stale)).values()]).toEqual([2, 4]);
  });

  const sample = (copy: string) => new Uint8Array(readFileSync(`assets/samples/revenue-model-fy26-${copy}.xlsx`));
  const pairs: [string, Uint8Array, Uint8Array][] = [
    ...['finance', 'sales-ops', 'product'].map((copy): [string, Uint8Array, Uint8Array] => [copy, sample('official'), sample(copy)]),
    ['two small workbooks', officialFile.bytes, localFile.bytes],
    ['formulas that take one cell of a range, overwritten with numbers', intersectionsFile('before', true), overwritten()],
  ];

  it.each(pairs)('gives the values of the official model: %s', async (_, official, local) => {
    const theirs = await snapshotOf(official);
    // A sheet that only local has stays: Tieout deletes none.
    const shared = ({ sheets, ...rest }: Snapshot): Snapshot => ({
      ...rest,
      sheets: sheets.filter(({ name }) => theirs.sheets.some((sheet) => sheet.name === name)),
    });
    const expected = valuesOf(theirs);
    expect(unequalValues(expected, valuesOf(shared(await snapshotOf(local))))).not.toEqual([]);
    expect(unequalValues(expected, valuesOf(shared(await recalculated(await synced(official, local)))))).toEqual([]);
  });
});
