import { columnName } from '../../src/core/workbook/Address';
import { CellColumnsBuilder } from '../../src/core/workbook/CellColumnsBuilder';
import type { SheetSnapshot, Snapshot } from '../../src/core/workbook/Snapshot';
import { SnapshotBuilder } from '../../src/core/workbook/SnapshotBuilder';
import { workbook } from './workbook';

const MONTHS = 48;

/**
 * A planning model of this many rows in each of two sheets: typed drivers with a label, a unit and 48 months, and as many rows that are
 * calculated from them, whose results have all the digits that a division leaves.
 */
export function largeModel(rows: number): Snapshot {
  const builder = new SnapshotBuilder();
  let seed = 7;
  const chance = (): number => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647;
  const drivers = new CellColumnsBuilder();
  const results = new CellColumnsBuilder();
  for (let row = 2; row <= rows + 1; row++) {
    const label = `${['Renewals', 'New business', 'Services', 'Usage'][row % 4]!} ${['EMEA', 'APAC', 'Americas'][row % 3]!} ${row}`;
    builder.addCell(drivers, row, 1, label, null, 'General');
    builder.addCell(results, row, 1, label, `Drivers!A${row}`, 'General');
    const isRate = row % 3 === 0;
    for (let month = 0; month < MONTHS; month++) {
      const column = month + 2;
      const typed = isRate ? Math.round(chance() * 1_000) / 1_000 : Math.round(chance() * 5_000_000) / 100;
      builder.addCell(drivers, row, column, typed, null, isRate ? '0.0%' : '#,##0');
      const place = `${columnName(column)}${row}`;
      builder.addCell(results, row, column, (typed * 1.07) / (1 + chance()), `=Drivers!${place}*(1+Growth)/$B$1`, '#,##0');
    }
  }
  const empty = workbook({ Drivers: {}, Results: {} }, { name: 'Plan.xlsx', names: { Growth: '0.07' } });
  const sheets = [drivers, results].map((cells, at): SheetSnapshot => ({ ...empty.sheets[at]!, cells: cells.finish() }));
  const { strings, formulas, formats } = builder;
  return { ...empty, sheets, strings: strings.texts, formulas: formulas.texts, formats: formats.texts };
}
