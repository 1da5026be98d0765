import type { Result } from '../../../core/Result';
import { ReadError, readResult } from '../read/ReadError';
import { rewriteFormulas, type Rewrite } from './editFormulas';
import { EditPackage, isBinary, workbookPath } from './EditPackage';
import { EditSheet } from './EditSheet';
import { EditStyles, MINIMAL_STYLES } from './EditStyles';
import {
  attribute,
  childOf,
  childrenOf,
  insertBefore,
  newElement,
  rootOf,
  setAttribute,
  setText,
  textOf,
  walkXml,
  type XmlElement,
} from './editXml';

/** A sheet as the workbook part lists it. */
export interface SheetEntry {
  readonly element: XmlElement;
  readonly name: string;
  /** Its part, such as `xl/worksheets/sheet1.xml`. */
  readonly path: string;
}

/** What follows each child in a workbook part, as far as edits add them. */
const AFTER_NAMES = [
  'calcPr',
  'oleSize',
  'customWorkbookViews',
  'pivotCaches',
  'smartTagPr',
  'smartTagTypes',
  'webPublishing',
  'fileRecoveryPr',
  'webPublishObjects',
  'extLst',
];

/** A package that is being edited: its workbook part, its sheets (parsed when asked for) and its styles. */
export class EditBook {
  readonly parts: EditPackage;
  /** The `workbook` element. */
  readonly workbook: XmlElement;
  readonly path: string;
  readonly #sheets = new Map<string, EditSheet | null>();
  #styles: EditStyles | null = null;

  private constructor(parts: EditPackage, path: string) {
    this.parts = parts;
    this.path = path;
    this.workbook = parts.root(path);
  }

  static open(bytes: Uint8Array): Result<EditBook> {
    return readResult(() => {
      const parts = EditPackage.open(bytes);
      const path = workbookPath(parts);
      if (path !== null) return new EditBook(parts, path);
      if (isBinary(parts))
        throw new ReadError(
          'not-a-workbook',
          'This is a binary workbook (.xlsb), which cannot be edited in place. It was left as it is. Save it in Excel as .xlsx or .xlsm, then try again.',
        );
      throw new ReadError(
        'not-a-workbook',
        'The file has no workbook part that could be edited, so the changes were not written into it. It was left as it is.',
      );
    });
  }

  get sheets(): SheetEntry[] {
    const list = childOf(this.workbook, 'sheets');
    if (!list) return [];
    const targets = new Map(this.parts.relationships(this.path).map(({ id, target }) => [id, target]));
    return childrenOf(list, 'sheet').map((element) => ({
      element,
      name: attribute(element, 'name') ?? '',
      path: targets.get(attribute(element, '*:id') ?? '') ?? '',
    }));
  }

  /** The sheet of this name, in any case. Throws when there is none. */
  entry(name: string): SheetEntry {
    const found = this.sheets.find((sheet) => sheet.name.toLowerCase() === name.toLowerCase());
    if (!found) throw new Error(`The workbook has no sheet called ${name}.`);
    return found;
  }

  /** A sheet's part; null for one without cells. */
  sheet(entry: SheetEntry): EditSheet | null {
    let sheet = this.#sheets.get(entry.path);
    if (sheet === undefined) {
      const text = this.parts.text(entry.path);
      this.#sheets.set(entry.path, (sheet = text === null ? null : EditSheet.parse(text)));
    }
    return sheet;
  }

  /** Sheets that were parsed are no longer kept, as after deleting one. */
  forget(entry: SheetEntry): void {
    this.#sheets.delete(entry.path);
  }

  get styles(): EditStyles {
    if (!this.#styles) {
      let path = this.parts.related(this.path, 'styles')[0];
      if (path === undefined || !this.parts.has(path)) {
        path = this.parts.freePath(`${this.path.replace(/[^/]*$/, '')}styles.xml`);
        const contentType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml';
        this.parts.addPart(this.path, path, 'styles', contentType, MINIMAL_STYLES);
      }
      this.#styles = new EditStyles(this.parts.root(path));
    }
    return this.#styles;
  }

  /** The defined names, as the workbook part lists them. */
  get names(): XmlElement[] {
    const list = childOf(this.workbook, 'definedNames');
    return list ? childrenOf(list, 'definedName') : [];
  }

  set names(names: XmlElement[]) {
    let list = childOf(this.workbook, 'definedNames');
    if (names.length === 0) {
      this.workbook.children = this.workbook.children.filter((child) => child !== list);
      return;
    }
    if (!list) insertBefore(this.workbook, (list = newElement(this.workbook, 'definedNames')), AFTER_NAMES);
    list.children = names;
  }

  /** A defined name of the workbook (null) or of a sheet, in any case. */
  findName(name: string, scope: string | null): XmlElement | undefined {
    const index = this.scopeIndex(scope);
    return this.names.find(
      (other) => attribute(other, 'name')?.toLowerCase() === name.toLowerCase() && attribute(other, 'localSheetId') === index,
    );
  }

  /** How a name says which sheet it belongs to; undefined for the workbook. */
  scopeIndex(scope: string | null): string | undefined {
    if (scope === null) return undefined;
    return String(this.sheets.findIndex((sheet) => sheet.name.toLowerCase() === scope.toLowerCase()));
  }

  /** Rewrites the formulas of names, charts, tables and controls. */
  rewriteOutsideSheets(rewrite: Rewrite): void {
    for (const name of this.names) {
      const formula = textOf(name);
      const now = rewrite(formula, null);
      if (now !== formula) setText(name, now);
    }
    for (const { path, name } of this.sheets) {
      for (const part of this.#ownedBy(path)) {
        const tree = this.parts.tree(part.path);
        if (tree) rewriteFormulas(tree, part.type === 'table' ? name : null, rewrite);
      }
    }
  }

  /** A pivot table's source range on a sheet. */
  shiftPivotSources(sheet: string, shiftRange: (range: string) => string | null): void {
    for (const source of this.#pivotSources(sheet)) {
      const now = shiftRange(attribute(source, 'ref') ?? '');
      if (now !== null) setAttribute(source, 'ref', now);
    }
  }

  renamePivotSources(sheet: string, name: string): void {
    for (const source of this.#pivotSources(sheet)) setAttribute(source, 'sheet', name);
  }

  /** Pivot tables may read a table by its name. */
  renamePivotTables(table: string, name: string): void {
    for (const source of this.#allPivotSources())
      if (attribute(source, 'name')?.toLowerCase() === table.toLowerCase()) setAttribute(source, 'name', name);
  }

  /** The package's bytes; Excel recalculates when it opens them. */
  save(): Uint8Array {
    for (const [path, sheet] of this.#sheets) {
      const text = sheet?.print();
      if (text !== null && text !== undefined) this.parts.setText(path, text);
    }
    this.#dropCalculationChain();
    let calculation = childOf(this.workbook, 'calcPr');
    if (!calculation) insertBefore(this.workbook, (calculation = newElement(this.workbook, 'calcPr')), AFTER_NAMES.slice(1));
    setAttribute(calculation, 'fullCalcOnLoad', '1');
    return this.parts.save();
  }

  /** It lists the cells with formulas; Excel makes a new one, and calls a workbook damaged where it does not fit. */
  #dropCalculationChain(): void {
    for (const relationship of this.parts.relationships(this.path)) {
      if (relationship.type !== 'calcChain') continue;
      this.parts.remove(relationship.target);
      this.parts.removeRelationship(this.path, relationship);
    }
  }

  /** The charts, tables and controls a sheet leads to, directly or through its drawings. */
  #ownedBy(path: string): { path: string; type: string }[] {
    return this.parts.relationships(path).flatMap(({ type, target, external }) => {
      if (external) return [];
      if (type === 'table' || type === 'ctrlProp') return [{ path: target, type }];
      if (type !== 'drawing' && type !== 'chartsheet') return [];
      return this.parts
        .relationships(target)
        .filter((inner) => !inner.external && (inner.type === 'chart' || inner.type === 'chartEx'))
        .map((inner) => ({ path: inner.target, type: 'chart' }));
    });
  }

  /** The ranges of a sheet that pivot tables read. */
  #pivotSources(sheet: string): XmlElement[] {
    return this.#allPivotSources().filter(
      (source) => (attribute(source, 'sheet') ?? '').toLowerCase() === sheet.toLowerCase() && attribute(source, 'ref') !== undefined,
    );
  }

  #allPivotSources(): XmlElement[] {
    const sources: XmlElement[] = [];
    for (const path of this.parts.related(this.path, 'pivotCacheDefinition')) {
      const tree = this.parts.tree(path);
      if (!tree) continue;
      walkXml(rootOf(tree), (element) => {
        if (element.name === 'worksheetSource') sources.push(element);
      });
    }
    return sources;
  }
}
