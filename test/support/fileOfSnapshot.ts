import { storedFormula } from '../../src/adapters/xlsx/edit/storedFormula';
import { toA1 } from '../../src/core/formula/toA1';
import { stringifyAddress, stringifyRange } from '../../src/core/workbook/Address';
import { isCellError, type CellValue } from '../../src/core/workbook/CellValue';
import { valueAt } from '../../src/core/workbook/cellAt';
import type { SheetSnapshot, Snapshot, Span } from '../../src/core/workbook/Snapshot';
import { relationships, xlsxFile } from './xlsxFile';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/**
 * An .xlsx file of what a snapshot holds, as Excel writes one: texts shared, a formula filled down a column shared by its cells, a
 * calculation chain. Threaded comments, arrays and links are left out; of rules how Excel asks.
 */
export function fileOfSnapshot(snapshot: Snapshot): Uint8Array {
  const { sheets, names, tables, formats, strings } = snapshot;
  const formulas = sheets.flatMap((sheet, at) => formulaCells(sheet).map((address) => `<c r="${address}" i="${at + 1}"/>`));
  const tableParts = tables.map((table, at) => [
    `xl/tables/table${at + 1}.xml`,
    `<table xmlns="${MAIN}" id="${at + 1}" name="${xml(table.name)}" displayName="${xml(table.name)}" ref="${stringifyRange(table.range)}"` +
      `${table.headerRow ? '' : ' headerRowCount="0"'}${table.totalsRow ? ' totalsRowCount="1"' : ''}>` +
      `<tableColumns count="${table.columns.length}">${table.columns.map(({ name }, k) => `<tableColumn id="${k + 1}" name="${xml(name)}"/>`).join('')}` +
      '</tableColumns></table>',
  ]);
  return xlsxFile({
    sheets: Object.fromEntries(sheets.map((sheet) => [sheet.name, sheetText(snapshot, sheet)])),
    sheetAttributes: Object.fromEntries(
      sheets.map(({ name, visibility }) => [name, visibility === 'visible' ? '' : `state="${visibility}"`]),
    ),
    strings,
    formats: formats.slice(1),
    behindSheets: `<definedNames>${names
      .map(({ name, scope, formula, comment, hidden }) => {
        const local = scope === null ? '' : ` localSheetId="${sheets.findIndex((sheet) => sheet.name === scope)}"`;
        const more = `${comment === '' ? '' : ` comment="${xml(comment)}"`}${hidden ? ' hidden="1"' : ''}`;
        return `<definedName name="${xml(name)}"${local}${more}>${xml(storedFormula(formula))}</definedName>`;
      })
      .join('')}</definedNames><calcPr calcId="191029"/>`,
    workbookRelationships: { 'calcChain#chain': 'calcChain.xml' },
    sheetRelationships: Object.fromEntries(
      sheets.map((sheet) => [
        sheet.name,
        Object.fromEntries([
          ...tables.flatMap((table, at) => (table.sheet === sheet.name ? [[`table#t${at + 1}`, `../tables/table${at + 1}.xml`]] : [])),
          ...(sheet.notes.length === 0
            ? []
            : [
                ['comments#c1', `../comments${sheets.indexOf(sheet) + 1}.xml`],
                ['vmlDrawing#v1', `../drawings/vmlDrawing${sheets.indexOf(sheet) + 1}.vml`],
              ]),
        ]),
      ]),
    ),
    parts: {
      ...Object.fromEntries(tableParts),
      ...Object.fromEntries(sheets.flatMap(noteParts)),
      'xl/calcChain.xml': `<calcChain xmlns="${MAIN}">${formulas.join('')}</calcChain>`,
      'xl/theme/theme1.xml': '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Office"/>',
      'docProps/app.xml': relationships({}),
    },
  });
}

function sheetText(snapshot: Snapshot, sheet: SheetSnapshot): string {
  const { cells, merges } = sheet;
  const shares = sharedRuns(sheet);
  const rows: string[] = [];
  for (let p = 0; p < cells.count; p++) {
    const address = stringifyAddress({ row: cells.row[p]!, column: cells.column[p]! });
    const style = cells.format[p]! === 0 ? '' : ` s="${cells.format[p]}"`;
    if (p === 0 || cells.row[p] !== cells.row[p - 1])
      rows.push(
        `${rows.length === 0 ? '' : '</row>'}<row r="${cells.row[p]}" spans="1:9"${isHidden(sheet.hiddenRows, cells.row[p]!) ? ' hidden="1"' : ''}>`,
      );
    const formula = cells.formula[p]!;
    const text = formula < 0 ? null : storedFormula(toA1(snapshot.formulas[formula]!, cells.row[p]!, cells.column[p]!));
    const share = shares.get(p);
    const element =
      text === null
        ? ''
        : share === undefined
          ? `<f>${xml(text)}</f>`
          : share.ref === null
            ? `<f t="shared" si="${share.si}"/>`
            : `<f t="shared" ref="${share.ref}" si="${share.si}">${xml(text)}</f>`;
    const { type, value } = written(snapshot, valueAt(snapshot, cells, p), text !== null);
    rows.push(`<c r="${address}"${style}${type}>${element}${value}</c>`);
  }
  const merged = merges.map((range) => `<mergeCell ref="${stringifyRange(range)}"/>`).join('');
  const parts = snapshot.tables.flatMap(({ sheet: home }, at) => (home === sheet.name ? [`<tablePart r:id="t${at + 1}"/>`] : []));
  return (
    colsText(sheet) +
    `<sheetData>${rows.join('')}${rows.length === 0 ? '' : '</row>'}</sheetData>` +
    (merged === '' ? '' : `<mergeCells>${merged}</mergeCells>`) +
    rulesText(sheet) +
    (sheet.notes.length === 0 ? '' : '<legacyDrawing r:id="v1"/>') +
    (parts.length === 0 ? '' : `<tableParts count="${parts.length}">${parts.join('')}</tableParts>`)
  );
}

const isHidden = (spans: readonly Span[], line: number): boolean => spans.some(({ first, last }) => line >= first && line <= last);

function colsText({ hiddenColumns }: SheetSnapshot): string {
  const columns = hiddenColumns.map(({ first, last }) => `<col min="${first}" max="${last}" width="9" hidden="1"/>`);
  return columns.length === 0 ? '' : `<cols>${columns.join('')}</cols>`;
}

function noteParts({ notes }: SheetSnapshot, at: number): [string, string][] {
  if (notes.length === 0) return [];
  const authors = [...new Set(notes.map(({ author }) => author))];
  const comments = notes.map(
    (note) =>
      `<comment ref="${stringifyAddress(note)}" authorId="${authors.indexOf(note.author)}"><text><r><rPr><b/></rPr><t>${xml(note.text)}</t></r></text></comment>`,
  );
  const shapes = notes.map(
    ({ row, column }, number) =>
      `<v:shape id="_x0000_s${1025 + number}" type="#_x0000_t202" style="visibility:hidden"><x:ClientData ObjectType="Note">` +
      `<x:Anchor>1, 2, 3, 4, 5, 6, 7, 8</x:Anchor><x:Row>${row - 1}</x:Row><x:Column>${column - 1}</x:Column></x:ClientData></v:shape>`,
  );
  return [
    [
      `xl/comments${at + 1}.xml`,
      `<comments xmlns="${MAIN}"><authors>${authors.map((name) => `<author>${xml(name)}</author>`).join('')}</authors>` +
        `<commentList>${comments.join('')}</commentList></comments>`,
    ],
    [
      `xl/drawings/vmlDrawing${at + 1}.vml`,
      '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel">' +
        `<v:shapetype id="_x0000_t202"/>${shapes.join('')}</xml>`,
    ],
  ];
}

function rulesText({ validations }: SheetSnapshot): string {
  const rules = validations.map(({ type, operator, formula1, formula2, allowBlank, ranges }) => {
    const formula = (name: string, text: string): string => (text === '' ? '' : `<${name}>${xml(storedFormula(text))}</${name}>`);
    return (
      `<dataValidation type="${type}" operator="${operator}"${allowBlank ? ' allowBlank="1"' : ''} showInputMessage="1" showErrorMessage="1" ` +
      `sqref="${ranges.map(stringifyRange).join(' ')}">${formula('formula1', formula1)}${formula('formula2', formula2)}</dataValidation>`
    );
  });
  return rules.length === 0 ? '' : `<dataValidations count="${rules.length}">${rules.join('')}</dataValidations>`;
}

function written(snapshot: Snapshot, value: CellValue, isResult: boolean): { type: string; value: string } {
  if (value === null) return { type: '', value: '' };
  if (typeof value === 'number') return { type: '', value: `<v>${value}</v>` };
  if (typeof value === 'boolean') return { type: ' t="b"', value: `<v>${value ? 1 : 0}</v>` };
  if (isCellError(value)) return { type: ' t="e"', value: `<v>${xml(value.error)}</v>` };
  return isResult
    ? { type: ' t="str"', value: `<v>${xml(value)}</v>` }
    : { type: ' t="s"', value: `<v>${snapshot.strings.indexOf(value)}</v>` };
}

/** Formulas that say the same in cells one below the other are shared; the first says the range. */
function sharedRuns({ cells }: SheetSnapshot): ReadonlyMap<number, { readonly si: number; readonly ref: string | null }> {
  const below = new Map<string, number>();
  for (let p = 0; p < cells.count; p++) if (cells.formula[p]! >= 0) below.set(`${cells.row[p]}:${cells.column[p]}`, p);
  const runs = new Map<number, { si: number; ref: string | null }>();
  let si = 0;
  for (let p = 0; p < cells.count; p++) {
    if (cells.formula[p]! < 0 || runs.has(p)) continue;
    const run = [p];
    for (;;) {
      const next = below.get(`${cells.row[run.at(-1)!]! + 1}:${cells.column[p]}`);
      if (next === undefined || cells.formula[next] !== cells.formula[p]) break;
      run.push(next);
    }
    if (run.length < 2) continue;
    const column = cells.column[p]!;
    const ref = `${stringifyAddress({ row: cells.row[p]!, column })}:${stringifyAddress({ row: cells.row[run.at(-1)!]!, column })}`;
    run.forEach((position, k) => runs.set(position, { si, ref: k === 0 ? ref : null }));
    si++;
  }
  return runs;
}

function formulaCells({ cells }: SheetSnapshot): string[] {
  return Array.from({ length: cells.count }, (_, p) => p)
    .filter((p) => cells.formula[p]! >= 0)
    .map((p) => stringifyAddress({ row: cells.row[p]!, column: cells.column[p]! }));
}

function xml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}
