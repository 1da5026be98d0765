import { strToU8, zipSync, type Zippable } from 'fflate';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

/** A small .xlsx file written part by part, for what the reader must cope with. */
export interface XlsxText {
  /** What stands inside `<worksheet>`, by sheet name; a text that does not begin with `<` or is empty stands inside `<sheetData>`. */
  readonly sheets?: Readonly<Record<string, string>>;
  /** Attributes of `<sheet>` elements by sheet name, such as `state="hidden"`. */
  readonly sheetAttributes?: Readonly<Record<string, string>>;
  /** What stands in `<workbook>` before and behind `<sheets>`. */
  readonly beforeSheets?: string;
  readonly behindSheets?: string;
  /** Plain texts, or `<r>…` for rich ones. */
  readonly strings?: readonly string[];
  /** Number format codes of the cell styles 1, 2, …; style 0 is General. */
  readonly formats?: readonly string[];
  /** Further relationships of the workbook, `type: target`, and of sheets, by sheet name. */
  readonly workbookRelationships?: Readonly<Record<string, string>>;
  readonly sheetRelationships?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Further parts, or parts instead of those made, by path; null leaves a part out. */
  readonly parts?: Readonly<Record<string, string | Uint8Array | null>>;
}

/** The bytes of the .xlsx file. */
export function xlsxFile(text: XlsxText): Uint8Array {
  return zipSync(xlsxParts(text));
}

/** The parts of the .xlsx file by path. */
export function xlsxParts(text: XlsxText): Zippable {
  const sheets = Object.entries(text.sheets ?? { Sheet1: '<sheetData/>' });
  const parts: Record<string, string | Uint8Array | null> = {
    '[Content_Types].xml': contentTypes(sheets.length),
    '_rels/.rels': relationships({ officeDocument: 'xl/workbook.xml' }),
    'xl/workbook.xml': `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONSHIPS}">${text.beforeSheets ?? ''}<sheets>${sheets
      .map(([name], at) => `<sheet name="${escapeXml(name)}" sheetId="${at + 1}" r:id="s${at + 1}" ${text.sheetAttributes?.[name] ?? ''}/>`)
      .join('')}</sheets>${text.behindSheets ?? ''}</workbook>`,
    'xl/_rels/workbook.xml.rels': relationships({
      ...Object.fromEntries(sheets.map((_, at) => [`worksheet#s${at + 1}`, `worksheets/sheet${at + 1}.xml`])),
      sharedStrings: 'sharedStrings.xml',
      styles: 'styles.xml',
      ...text.workbookRelationships,
    }),
    'xl/sharedStrings.xml': `${HEAD}<sst xmlns="${MAIN}">${(text.strings ?? [])
      .map((string) => `<si>${string.startsWith('<') ? string : `<t xml:space="preserve">${escapeXml(string)}</t>`}</si>`)
      .join('')}</sst>`,
    'xl/styles.xml': styles(text.formats ?? []),
  };
  sheets.forEach(([name, content], at) => {
    const inside = content.startsWith('<row') || !content.startsWith('<') ? `<sheetData>${content}</sheetData>` : content;
    parts[`xl/worksheets/sheet${at + 1}.xml`] = `${HEAD}<worksheet xmlns="${MAIN}" xmlns:r="${RELATIONSHIPS}">${inside}</worksheet>`;
    const related = text.sheetRelationships?.[name];
    if (related !== undefined) parts[`xl/worksheets/_rels/sheet${at + 1}.xml.rels`] = relationships(related);
  });
  return Object.fromEntries(
    Object.entries({ ...parts, ...text.parts }).flatMap(([path, content]) =>
      content === null ? [] : [[path, typeof content === 'string' ? strToU8(content) : content]],
    ),
  );
}

/** `{ 'type#id': target }`: the id may be left out; a target with `:` is outside the package. */
export function relationships(targets: Readonly<Record<string, string>>): string {
  const elements = Object.entries(targets).map(([key, target], at) => {
    const [type, id = `r${at + 1}`] = key.split('#');
    return `<Relationship Id="${id}" Type="${RELATIONSHIPS}/${type}" Target="${escapeXml(target)}"${target.includes(':') ? ' TargetMode="External"' : ''}/>`;
  });
  return `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${elements.join('')}</Relationships>`;
}

function contentTypes(sheets: number): string {
  const type = (part: string, kind: string) =>
    `<Override PartName="/xl/${part}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${kind}+xml"/>`;
  const worksheets = Array.from({ length: sheets }, (_, at) => type(`worksheets/sheet${at + 1}`, 'worksheet')).join('');
  return (
    `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    '<Default Extension="xml" ContentType="application/xml"/>' +
    `${type('workbook', 'sheet.main')}${worksheets}${type('sharedStrings', 'sharedStrings')}${type('styles', 'styles')}</Types>`
  );
}

function escapeXml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}

function styles(formats: readonly string[]): string {
  const own = formats.map((code, at) => `<numFmt numFmtId="${200 + at}" formatCode="${escapeXml(code)}"/>`).join('');
  const cells = formats.map((_, at) => `<xf numFmtId="${200 + at}"/>`).join('');
  return `${HEAD}<styleSheet xmlns="${MAIN}"><numFmts>${own}</numFmts><cellXfs><xf numFmtId="0"/>${cells}</cellXfs></styleSheet>`;
}
