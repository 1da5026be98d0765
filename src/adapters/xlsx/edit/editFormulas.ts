import { shiftReferences, type Shift } from '../../../core/formula/shiftReferences';
import { toA1 } from '../../../core/formula/toA1';
import { toRelative } from '../../../core/formula/toRelative';
import { isInside, parseRange } from '../../../core/workbook/Address';
import { formulaOf, setFormula, withAttribute, writtenAttribute } from './editCell';
import type { EditRows, WrittenCell } from './EditRows';
import { attribute, setAttribute, setText, textOf, walkXml, type XmlElement } from './editXml';

/** Re-expresses one formula, A1 without `=`; `home` is the sheet it stands on, null for one that names its sheets always. */
export type Rewrite = (formula: string, home: string | null) => string;

export const FORMULA_ELEMENTS: ReadonlySet<string> = new Set([
  'formula',
  'formula1',
  'formula2',
  'f',
  'calculatedColumnFormula',
  'totalsRowFormula',
]);
const FORMULA_ATTRIBUTES = ['fmlaLink', 'fmlaRange', 'fmlaTxbx'];

/** Rewrites the formulas of a part other than those in cells: conditional formats, validations, charts, tables, links. */
export function rewriteFormulas(root: XmlElement, home: string | null, rewrite: Rewrite): void {
  walkXml(root, (element) => {
    if (FORMULA_ELEMENTS.has(element.name) && element.children.every((child) => typeof child === 'string')) {
      const formula = textOf(element);
      const now = rewrite(formula, home);
      if (now !== formula) setText(element, now);
    }
    if (element.name === 'cfvo' && attribute(element, 'type') === 'formula') rewriteAttribute(element, 'val', home, rewrite);
    if (element.name === 'hyperlink') rewriteAttribute(element, 'location', home, rewrite);
    if (element.name === 'formControlPr') for (const name of FORMULA_ATTRIBUTES) rewriteAttribute(element, name, home, rewrite);
  });
}

function rewriteAttribute(element: XmlElement, name: string, home: string | null, rewrite: Rewrite): void {
  const formula = attribute(element, name);
  if (formula === undefined) return;
  const now = rewrite(formula, home);
  if (now !== formula) setAttribute(element, name, now);
}

/** Rewrites the formulas in a sheet's cells; `wanted` spares rows that cannot be concerned. Shared formulas must stand alone before if their members would differ. */
export function rewriteCellFormulas(
  rows: EditRows,
  prefix: string,
  home: string,
  wanted: (text: string) => boolean,
  rewrite: Rewrite,
): void {
  rows.forEach(
    (text) => text.includes('f') && wanted(text),
    (_, cell) => {
      const formula = formulaOf(cell);
      if (!formula) return false;
      const text = formula.text === '' ? '' : rewrite(formula.text, home);
      if (text === formula.text) return false;
      setFormula(cell, { ...formula, text }, prefix);
      return true;
    },
  );
}

/** Moves the ranges that array formulas and data tables of a shifted sheet cover. */
export function shiftArrayRanges(rows: EditRows, prefix: string, shiftRange: (range: string) => string | null): void {
  rows.forEach(
    (text) => /\s(?:ref|r1|r2)\s*=/.test(text),
    (_, cell) => {
      const formula = formulaOf(cell);
      if (!formula) return false;
      let { attributes } = formula;
      for (const name of ['ref', 'r1', 'r2']) {
        const range = writtenAttribute(attributes, name);
        if (range !== null) attributes = withAttribute(attributes, name, shiftRange(range) ?? range);
      }
      if (attributes === formula.attributes) return false;
      setFormula(cell, { ...formula, attributes }, prefix);
      return true;
    },
  );
}

/** The text of a shared formula as it stands for one of its cells; null when nothing says it. */
export type SharedText = (row: number, cell: WrittenCell) => string | null;

interface Master {
  readonly row: number;
  readonly column: number;
  readonly text: string;
  readonly ref: string;
}

/** Reads the shared formulas of a sheet. */
export function readShared(rows: EditRows): SharedText {
  const masters = new Map<string, Master[]>();
  rows.forEach(isShared, (row, cell) => {
    const shared = sharedIndex(cell.inner.includes('shared') ? formulaOf(cell) : null);
    if (shared === null || shared.text === '') return false;
    const list = masters.get(shared.si) ?? [];
    if (list.length === 0) masters.set(shared.si, list);
    list.push({ row, column: cell.column, text: shared.text, ref: writtenAttribute(shared.attributes, 'ref') ?? '' });
    return false;
  });
  const relative = new Map<Master, string>();
  return (row, cell) => {
    const shared = sharedIndex(formulaOf(cell));
    if (shared === null) return null;
    if (shared.text !== '') return shared.text;
    const master = masterOf(masters.get(shared.si) ?? [], row, cell.column);
    if (!master) return null;
    let form = relative.get(master);
    if (form === undefined) relative.set(master, (form = toRelative(master.text, master.row, master.column)));
    return toA1(form, row, cell.column);
  };
}

/** Lets every member of the shared formulas named by `si` stand for itself (all of them when undefined). */
export function expandShared(rows: EditRows, prefix: string, only?: ReadonlySet<string>): void {
  const textOfShared = readShared(rows);
  rows.forEach(isShared, (row, cell) => {
    const shared = sharedIndex(cell.inner.includes('shared') ? formulaOf(cell) : null);
    if (shared === null || (only && !only.has(shared.si))) return false;
    const text = textOfShared(row, cell);
    if (text === null) return false;
    const attributes = ['t', 'si', 'ref'].reduce((left, name) => withAttribute(left, name, null), shared.attributes);
    setFormula(cell, { text, attributes }, prefix);
    return true;
  });
}

function isShared(text: string): boolean {
  return text.includes('shared');
}

/** The shared formula's number when the cell holds its text for the others, or null. */
export function masterIndex(cell: WrittenCell): string | null {
  const shared = sharedIndex(formulaOf(cell));
  return shared !== null && shared.text !== '' ? shared.si : null;
}

function sharedIndex(formula: { readonly text: string; readonly attributes: string } | null) {
  if (!formula || writtenAttribute(formula.attributes, 't') !== 'shared') return null;
  return { ...formula, si: writtenAttribute(formula.attributes, 'si') ?? '' };
}

/** Writers reuse numbers: the last master before the cell whose range holds it counts, else any whose range holds it. */
function masterOf(masters: readonly Master[], row: number, column: number): Master | undefined {
  const holds = masters.filter((master) => {
    const range = parseRange(master.ref);
    return range && isInside(range, { row, column });
  });
  const before = holds.filter((master) => master.row < row || (master.row === row && master.column <= column));
  return before[before.length - 1] ?? holds[0] ?? masters[0];
}

/** A `shiftRange` for one sheet: where a range such as `A1:B2` stands after lines or cells moved, null when all of it is gone. */
export function rangeShifter(shift: Omit<Shift, 'sheetOfFormula' | 'sheet'>): (range: string) => string | null {
  return (range) => {
    const now = shiftReferences(range, { ...shift, sheetOfFormula: 's', sheet: 's' });
    return now.includes('#REF!') ? null : now;
  };
}
