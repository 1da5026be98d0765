import { translateFormulaToR1C1 } from '@borgar/fx';
import { columnName, parseRange } from '../../src/core/workbook/Address';
import type { Styles } from './styles';
import type { Cell, Sheet, TableModel } from './Workbook';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** A text as XML content or attribute value. */
export function escapeXml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}

interface Placed {
  readonly row: number;
  readonly column: number;
  readonly address: string;
  readonly cell: Cell;
}

/** The worksheet part; texts go into `strings`. Relationship ids: tables first, then the drawing of the notes. */
export function worksheetXml(sheet: Sheet, selected: boolean, strings: Map<string, number>, styles: Styles): string {
  const placed = placedCells(sheet);
  const formulas = formulaXml(placed);
  const rows = new Map<number, string[]>();
  for (const { row, address, cell } of placed) {
    const cells = rows.get(row) ?? [];
    rows.set(row, cells);
    cells.push(cellXml(address, cell, formulas.get(address) ?? '', strings, styles));
  }
  const lastRow = Math.max(...placed.map(({ row }) => row));
  const lastColumn = Math.max(...placed.map(({ column }) => column));
  return (
    `${XML_HEAD}<worksheet xmlns="${MAIN}" xmlns:r="${OFFICE}"><dimension ref="A1:${columnName(lastColumn)}${lastRow}"/>` +
    viewXml(sheet, selected) +
    '<sheetFormatPr defaultRowHeight="13.2"/>' +
    `<cols>${sheet.widths.map((width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`).join('')}</cols>` +
    `<sheetData>${[...rows].map(([row, cells]) => `<row r="${row}">${cells.join('')}</row>`).join('')}</sheetData>` +
    (sheet.autoFilter === null ? '' : `<autoFilter ref="${sheet.autoFilter}"/>`) +
    validationsXml(sheet) +
    '<pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/>' +
    (sheet.notes.size > 0 ? `<legacyDrawing r:id="rId${sheet.tables.length + 1}"/>` : '') +
    (sheet.tables.length > 0
      ? `<tableParts count="${sheet.tables.length}">${sheet.tables.map((_, i) => `<tablePart r:id="rId${i + 1}"/>`).join('')}</tableParts>`
      : '') +
    '</worksheet>'
  );
}

function placedCells(sheet: Sheet): Placed[] {
  return [...sheet.cells]
    .map(([address, cell]) => {
      const { firstRow, firstColumn } = parseRange(address)!;
      return { row: firstRow, column: firstColumn, address, cell };
    })
    .sort((a, b) => a.row - b.row || a.column - b.column);
}

function cellXml(address: string, cell: Cell, formula: string, strings: Map<string, number>, styles: Styles): string {
  const style = styles.indexOf(cell.look, cell.format);
  const open = `<c r="${address}"${style === 0 ? '' : ` s="${style}"`}`;
  const { value } = cell;
  if (typeof value === 'number') return `${open}>${formula}<v>${value}</v></c>`;
  if (typeof value === 'boolean') return `${open} t="b">${formula}<v>${value ? 1 : 0}</v></c>`;
  if (value === null) return `${open}/>`;
  if (cell.formula !== null) return `${open} t="str">${formula}<v>${escapeXml(value)}</v></c>`;
  const index = strings.get(value) ?? strings.size;
  strings.set(value, index);
  return `${open} t="s"><v>${index}</v></c>`;
}

/** Formulas as Excel stores them: one filled down a column is shared, unless it looks beyond its sheet. */
function formulaXml(placed: readonly Placed[]): Map<string, string> {
  const result = new Map<string, string>();
  const relative = new Map(
    placed
      .filter(({ cell }) => cell.formula !== null && !/[![]/.test(cell.formula))
      .map(({ address, cell }) => [address, translateFormulaToR1C1(cell.formula!, address)]),
  );
  let shared = 0;
  for (const { row, column, address, cell } of placed) {
    if (cell.formula === null || result.has(address)) continue;
    const form = relative.get(address);
    let last = row;
    while (form !== undefined && relative.get(columnName(column) + (last + 1)) === form) last += 1;
    if (last === row) {
      result.set(address, `<f>${escapeXml(cell.formula)}</f>`);
      continue;
    }
    result.set(address, `<f t="shared" ref="${address}:${columnName(column)}${last}" si="${shared}">${escapeXml(cell.formula)}</f>`);
    for (let below = row + 1; below <= last; below++) result.set(columnName(column) + below, `<f t="shared" si="${shared}"/>`);
    shared += 1;
  }
  return result;
}

function viewXml(sheet: Sheet, selected: boolean): string {
  const { firstRow, firstColumn } = parseRange(sheet.frozenAt)!;
  const columns = firstColumn - 1;
  const rows = firstRow - 1;
  const attributes = `${sheet.gridLines ? '' : ' showGridLines="0"'}${selected ? ' tabSelected="1"' : ''} workbookViewId="0"`;
  if (columns + rows === 0) return `<sheetViews><sheetView${attributes}/></sheetViews>`;
  const corner = columns === 0 ? 'bottomLeft' : rows === 0 ? 'topRight' : 'bottomRight';
  const split = `${columns > 0 ? ` xSplit="${columns}"` : ''}${rows > 0 ? ` ySplit="${rows}"` : ''}`;
  return `<sheetViews><sheetView${attributes}><pane${split} topLeftCell="${sheet.frozenAt}" activePane="${corner}" state="frozen"/></sheetView></sheetViews>`;
}

function validationsXml(sheet: Sheet): string {
  if (sheet.validations.length === 0) return '';
  const items = sheet.validations.map(
    ({ ref, formula, prompt }) =>
      `<dataValidation type="list" allowBlank="1" showInputMessage="1" showErrorMessage="1" prompt="${escapeXml(prompt)}" sqref="${ref}">` +
      `<formula1>${escapeXml(formula)}</formula1></dataValidation>`,
  );
  return `<dataValidations count="${items.length}">${items.join('')}</dataValidations>`;
}

/** The part of one Excel table. */
export function tableXml(table: TableModel, id: number): string {
  const columns = table.columns.map(({ name, formula }, i) =>
    formula === null
      ? `<tableColumn id="${i + 1}" name="${escapeXml(name)}"/>`
      : `<tableColumn id="${i + 1}" name="${escapeXml(name)}"><calculatedColumnFormula>${escapeXml(formula)}</calculatedColumnFormula></tableColumn>`,
  );
  return (
    `${XML_HEAD}<table xmlns="${MAIN}" id="${id}" name="${table.name}" displayName="${table.name}" ref="${table.ref}" totalsRowShown="0">` +
    `<autoFilter ref="${table.ref}"/><tableColumns count="${columns.length}">${columns.join('')}</tableColumns>` +
    '<tableStyleInfo name="TableStyleLight9" showFirstColumn="0" showLastColumn="0" showRowStripes="1" showColumnStripes="0"/></table>'
  );
}

/** The part with the texts of a sheet's notes. */
export function commentsXml(sheet: Sheet): string {
  const notes = [...sheet.notes].map(
    ([address, text]) =>
      `<comment ref="${address}" authorId="0"><text><r><t xml:space="preserve">${escapeXml(text)}</t></r></text></comment>`,
  );
  return `${XML_HEAD}<comments xmlns="${MAIN}"><authors><author>FP&amp;A</author></authors><commentList>${notes.join('')}</commentList></comments>`;
}

/** The drawing part without which Excel does not show notes. */
export function vmlXml(sheet: Sheet): string {
  const shapes = [...sheet.notes.keys()].map((address, i) => {
    const { firstRow, firstColumn } = parseRange(address)!;
    return (
      `<v:shape id="_x0000_s${1025 + i}" type="#_x0000_t202" style="position:absolute;margin-left:80pt;margin-top:5pt;width:160pt;height:70pt;z-index:${i + 1};visibility:hidden"` +
      ' fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:shadow color="black" obscured="t"/><v:path o:connecttype="none"/>' +
      '<v:textbox style="mso-direction-alt:auto"/><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:AutoFill>False</x:AutoFill>' +
      `<x:Row>${firstRow - 1}</x:Row><x:Column>${firstColumn - 1}</x:Column></x:ClientData></v:shape>`
    );
  });
  return (
    '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel">' +
    '<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout><v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202"' +
    ' path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>' +
    `${shapes.join('')}</xml>`
  );
}
