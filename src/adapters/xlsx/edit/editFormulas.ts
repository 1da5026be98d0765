import { shiftReferences, type Shift } from '../../../core/formula/shiftReferences';
import { toA1 } from '../../../core/formula/toA1';
import { toRelative } from '../../../core/formula/toRelative';
import { isInside, parseRange } from '../../../core/workbook/Address';
import { changeFormula, formulaOf, withAttribute, writtenAttribute, type WrittenFormula } from './editCell';
import type { EditRows, WrittenCell } from './EditRows';
import { attribute, setAttribute, setText, textOf, walkXml, type XmlElement } from './editXml';

/** Re-expresses one formula, A1 without `=`; `home` is the sheet it stands on, null for one that names its sheets always. */
export type Rewrite = (formula: string, home: string | null) => string;
/** Re-expresses a cell's formula; null when it is to stay as it is written. */
export type CellRewrite = (formula: string, home: string) => string | null;

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
  rewrite: CellRewrite,
): void {
  rows.forEach(
    (text) => text.includes('f') && wanted(text),
    (_, cell) =>
      changeFormula(cell, prefix, ({ text, attributes }) => {
        const now = text === '' ? null : rewrite(text, home);
        return now === null ? null : { text: now, attributes };
      }),
  );
}

/** Rewrites the formulas in a sheet's cells as `rewriteCellFormulas` does, and lets each member of a shared one stand for itself before. */
export function rewriteAlone(rows: EditRows, prefix: string, home: string, wanted: (text: string) => boolean, rewrite: CellRewrite): void {
  const textOfShared = readShared(rows);
  rows.forEach(
    (text) => isShared(text) || (text.includes('f') && wanted(text)),
    (row, cell) =>
      changeFormula(cell, prefix, (formula) => {
        const alone = standAlone(formula, row, cell, textOfShared);
        const { text, attributes } = alone ?? formula;
        const now = text === '' ? null : rewrite(text, home);
        return now === null && alone === null ? null : { text: now ?? text, attributes };
      }),
  );
}

/** The rewriting of cells that leaves those as they are written whose formula stays. */
export function ofCells(rewrite: Rewrite): CellRewrite {
  return (formula, home) => {
    const now = rewrite(formula, home);
    return now === formula ? null : now;
  };
}

/** Moves the ranges that array formulas and data tables of a shifted sheet cover, by one shift after another. */
export function shiftArrayRanges(rows: EditRows, prefix: string, shiftRanges: readonly ((range: string) => string | null)[]): void {
  rows.forEach(
    (text) => /\s(?:ref|r1|r2)\s*=/.test(text),
    (_, cell) =>
      changeFormula(cell, prefix, (formula) => {
        let { attributes } = formula;
        if (attributes === '') return null;
        let isTouched = false;
        for (const shiftRange of shiftRanges) {
          const before = attributes;
          for (const name of ['ref', 'r1', 'r2']) {
            const range = writtenAttribute(attributes, name);
            if (range !== null) attributes = withAttribute(attributes, name, shiftRange(range) ?? range);
          }
          isTouched ||= attributes !== before;
        }
        return isTouched ? { text: formula.text, attributes } : null;
      }),
  );
}

/** The text of a shared formula as it stands for one of its cells; null when nothing says it. */
export type SharedText = (row: number, cell: WrittenCell, formula: WrittenFormula) => string | null;

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
    // Most cells are members, which close their formula as they open it.
    if (!isShared(cell.inner) || !/f\s*>/.test(cell.inner)) return false;
    const shared = sharedIndex(formulaOf(cell));
    if (shared === null || shared.text === '') return false;
    const list = masters.get(shared.si) ?? [];
    if (list.length === 0) masters.set(shared.si, list);
    list.push({ row, column: cell.column, text: shared.text, ref: writtenAttribute(shared.attributes, 'ref') ?? '' });
    return false;
  });
  const relative = new Map<Master, string>();
  return (row, cell, formula) => {
    const shared = sharedIndex(formula);
    if (shared === null) return null;
    if (shared.text !== '') return shared.text;
    const master = masterOf(masters.get(shared.si) ?? [], row, cell.column);
    if (!master) return null;
    let form = relative.get(master);
    if (form === undefined) relative.set(master, (form = toRelative(master.text, master.row, master.column)));
    return toA1(form, row, cell.column);
  };
}

/** Lets every member of the shared formulas named by `only` stand for itself (all of them when undefined). */
export function expandShared(rows: EditRows, prefix: string, only?: ReadonlySet<string>): void {
  const textOfShared = readShared(rows);
  rows.forEach(isShared, (row, cell) => {
    if (!isShared(cell.inner)) return false;
    return changeFormula(cell, prefix, (formula) =>
      only && !only.has(writtenAttribute(formula.attributes, 'si') ?? '') ? null : standAlone(formula, row, cell, textOfShared),
    );
  });
}

const SHARING = /\s(?:t|si|ref)\s*=\s*(?:"[^"]*"|'[^']*')/g;

/** The formula of one cell that shared it; null when it shares none or nothing says which. */
function standAlone(formula: WrittenFormula, row: number, cell: WrittenCell, textOfShared: SharedText): WrittenFormula | null {
  const text = isShared(formula.attributes) ? textOfShared(row, cell, formula) : null;
  return text === null ? null : { text, attributes: formula.attributes.replace(SHARING, '') };
}

function isShared(text: string): boolean {
  return text.includes('shared');
}

/** The shared formula's number when the cell holds its text for the others, or null. */
export function masterIndex(cell: WrittenCell): string | null {
  const shared = sharedIndex(formulaOf(cell));
  return shared !== null && shared.text !== '' ? shared.si : null;
}

function sharedIndex(formula: WrittenFormula | null) {
  if (!formula || !isShared(formula.attributes) || writtenAttribute(formula.attributes, 't') !== 'shared') return null;
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
