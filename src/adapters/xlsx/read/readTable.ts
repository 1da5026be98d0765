import { parseRange } from '../../../core/workbook/Address';
import type { Table } from '../../../core/workbook/Snapshot';
import { unescapeExcel } from './cellText';
import { displayFormula } from './displayFormula';
import type { XmlElement } from './XmlElement';

/** The table that a table part describes, or null when its range is none. */
export function readTable(table: XmlElement, sheet: string): Table | null {
  const range = parseRange(table.attribute('ref') ?? '');
  const name = table.attribute('displayName') ?? table.attribute('name');
  if (range === null || name === null) return null;
  return {
    name,
    sheet,
    range,
    headerRow: table.number('headerRowCount', 1) > 0,
    totalsRow: table.number('totalsRowCount', 0) > 0,
    columns: table.list('tableColumns', 'tableColumn').map((column) => ({
      name: unescapeExcel(column.attribute('name') ?? ''),
      formula: formulaOf(column.child('calculatedColumnFormula'), name),
    })),
  };
}

function formulaOf(element: XmlElement | null, table: string): string | null {
  return element === null || element.text === '' ? null : displayFormula(element.text, table);
}
