import { compare } from '../../../src/core/compare/compare';
import { groupDrivers } from '../../../src/core/explain/groupDrivers';
import { createHeaders } from '../../../src/core/workbook/createHeaders';
import type { Snapshot } from '../../../src/core/workbook/Snapshot';
import { workbook, type CellText } from '../../support/workbook';

/** A column under a header, `changed` rows of it other than they were. */
function column(header: string, rows: number, format: (row: number) => string, changed: readonly number[] = []): Snapshot {
  const cells: Record<string, CellText> = { A1: 'Item', B1: header };
  for (let row = 2; row < rows + 2; row++) {
    cells[`A${row}`] = `Item ${String.fromCharCode(63 + row)}`;
    cells[`B${row}`] = { value: row * 10 + (changed.includes(row) ? 1 : 0), format: format(row) };
  }
  return workbook({ Inputs: cells });
}

function drivers(header: string, rows: number, format: (row: number) => string = () => 'General'): readonly string[] {
  const [official, local] = [column(header, rows, format), column(header, rows, format, [4, 8])];
  const headers = { official: createHeaders(official, 'en-US'), local: createHeaders(local, 'en-US') };
  return groupDrivers(compare(official, local).differences, headers, 20).map(({ kind, name }) => `${kind}: ${name}`);
}

describe('numbers one below the other', () => {
  const apart = (header: string) => [`assumption: Item C, ${header}`, `assumption: Item G, ${header}`];
  const entries = (header: string) => [`data: ${header}, Item C and Item G`];

  it('are assumptions of their own where nothing says that they are of one sort', () => {
    expect(drivers('Rate', 14)).toEqual(apart('Rate'));
    expect(drivers('Rate', 14, (row) => (row % 2 === 0 ? '0.0%' : '#,##0'))).toEqual(apart('Rate'));
  });

  it('are entries of a list where they share a format, or are very many', () => {
    expect(drivers('Quota', 14, () => '$#,##0')).toEqual(entries('Quota'));
    expect(drivers('Quota', 62)).toEqual(entries('Quota'));
  });

  it.each(['Value', 'Q3 FY26', 'FY26', 'Jan-26', 'Base case'])('are assumptions under %s, whatever their format', (header) => {
    expect(drivers(header, 14, () => '0.0%')).toEqual(apart(header));
    expect(drivers(header, 62)).toEqual(apart(header));
  });

  it('are assumptions where they are few', () => {
    expect(drivers('Quota', 11, () => '$#,##0')).toEqual(apart('Quota'));
  });
});
