import { strToU8, zipSync } from 'fflate';
import { Styles } from './styles';
import type { Sheet, Workbook } from './Workbook';
import { commentsXml, escapeXml, tableXml, vmlXml, worksheetXml, XML_HEAD } from './worksheetXml';

const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

type Relationship = readonly [type: string, target: string];

/** The bytes of an .xlsx file with this workbook; the same workbook always gives the same bytes. */
export function writeWorkbook(workbook: Workbook): Uint8Array {
  const parts = new Map<string, string>();
  const types: [part: string, type: string][] = [];
  const strings = new Map<string, number>();
  const styles = new Styles();
  let tables = 0;

  workbook.sheets.forEach((sheet, i) => {
    const n = i + 1;
    const relationships: Relationship[] = sheet.tables.map((table) => {
      tables += 1;
      parts.set(`xl/tables/table${tables}.xml`, tableXml(table, tables));
      types.push([`xl/tables/table${tables}.xml`, `${TYPE}.table+xml`]);
      return ['table', `../tables/table${tables}.xml`];
    });
    if (sheet.notes.size > 0) {
      parts.set(`xl/comments${n}.xml`, commentsXml(sheet));
      parts.set(`xl/drawings/vmlDrawing${n}.vml`, vmlXml(sheet));
      types.push([`xl/comments${n}.xml`, `${TYPE}.comments+xml`]);
      relationships.push(['vmlDrawing', `../drawings/vmlDrawing${n}.vml`], ['comments', `../comments${n}.xml`]);
    }
    parts.set(`xl/worksheets/sheet${n}.xml`, worksheetXml(sheet, i === 0, strings, styles));
    types.push([`xl/worksheets/sheet${n}.xml`, `${TYPE}.worksheet+xml`]);
    if (relationships.length > 0) parts.set(`xl/worksheets/_rels/sheet${n}.xml.rels`, relationshipsXml(OFFICE, relationships));
  });

  parts.set('xl/sharedStrings.xml', stringsXml(strings));
  parts.set('xl/styles.xml', XML_HEAD + styles.xml(escapeXml));
  parts.set('xl/workbook.xml', workbookXml(workbook));
  const sheetParts: Relationship[] = workbook.sheets.map((_, i) => ['worksheet', `worksheets/sheet${i + 1}.xml`]);
  parts.set(
    'xl/_rels/workbook.xml.rels',
    relationshipsXml(OFFICE, [...sheetParts, ['styles', 'styles.xml'], ['sharedStrings', 'sharedStrings.xml']]),
  );
  parts.set('_rels/.rels', rootRelationships());
  parts.set('docProps/core.xml', coreXml(workbook.title));
  types.push(
    ['xl/workbook.xml', `${TYPE}.sheet.main+xml`],
    ['xl/styles.xml', `${TYPE}.styles+xml`],
    ['xl/sharedStrings.xml', `${TYPE}.sharedStrings+xml`],
    ['docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'],
  );
  parts.set('[Content_Types].xml', contentTypesXml(types));

  const files = Object.fromEntries([...parts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([path, text]) => [path, strToU8(text)]));
  return zipSync(files, { level: 9, mtime: new Date(1980, 0, 1) });
}

function workbookXml(workbook: Workbook): string {
  const sheets = workbook.sheets.map((sheet, i) => `<sheet name="${escapeXml(sheet.name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`);
  const filters = workbook.sheets.flatMap((sheet, i) =>
    sheet.autoFilter === null ? [] : [definedName('_xlnm._FilterDatabase', filterRange(sheet), ` localSheetId="${i}" hidden="1"`)],
  );
  const names = [...workbook.names].sort(([a], [b]) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1));
  return (
    `${XML_HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><bookViews><workbookView activeTab="0"/></bookViews>` +
    `<sheets>${sheets.join('')}</sheets>` +
    `<definedNames>${filters.join('')}${names.map(([name, formula]) => definedName(name, formula, '')).join('')}</definedNames>` +
    '<calcPr calcId="191029"/></workbook>'
  );
}

function definedName(name: string, formula: string, attributes: string): string {
  return `<definedName name="${name}"${attributes}>${escapeXml(formula)}</definedName>`;
}

function filterRange(sheet: Sheet): string {
  return `${sheet.name}!${sheet.autoFilter!.replace(/([A-Z]+)(\d+)/g, '$$$1$$$2')}`;
}

function relationshipsXml(base: string, relationships: readonly Relationship[]): string {
  const items = relationships.map(([type, target], i) => `<Relationship Id="rId${i + 1}" Type="${base}/${type}" Target="${target}"/>`);
  return `${XML_HEAD}<Relationships xmlns="${PACKAGE}/relationships">${items.join('')}</Relationships>`;
}

function rootRelationships(): string {
  return (
    `${XML_HEAD}<Relationships xmlns="${PACKAGE}/relationships">` +
    `<Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/>` +
    `<Relationship Id="rId2" Type="${PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`
  );
}

function contentTypesXml(types: readonly (readonly [string, string])[]): string {
  const overrides = types.map(([part, type]) => `<Override PartName="/${part}" ContentType="${type}"/>`);
  return (
    `${XML_HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
    '<Default Extension="xml" ContentType="application/xml"/>' +
    `<Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>${overrides.join('')}</Types>`
  );
}

function stringsXml(strings: ReadonlyMap<string, number>): string {
  const items = [...strings.keys()].map((text) => `<si><t xml:space="preserve">${escapeXml(text)}</t></si>`);
  return `${XML_HEAD}<sst xmlns="${MAIN}" uniqueCount="${items.length}">${items.join('')}</sst>`;
}

function coreXml(title: string): string {
  return (
    `${XML_HEAD}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"` +
    ' xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
    `<dc:title>${escapeXml(title)}</dc:title><dc:creator>FP&amp;A</dc:creator>` +
    '<dcterms:created xsi:type="dcterms:W3CDTF">2026-01-05T09:00:00Z</dcterms:created></cp:coreProperties>'
  );
}
