import type { FormulaReference } from '../formula/findReferences';
import { rewriteReferences } from '../formula/rewriteReferences';
import { sameContent } from '../sync/cellContent';
import type { CellContent } from '../sync/SyncPlan';
import { parseRange, type CellAddress } from '../workbook/Address';
import type { CellValue } from '../workbook/CellValue';
import type { DecidedSide } from './Decision';

/**
 * Whether one workbook still holds what was decided on. Where the cell stands elsewhere by now, its formula may refer to its own sheet as it
 * would when lines were put in or taken out before it, and no other way; references to other sheets have to read as they did.
 */
export function isSameDecided(then: DecidedSide | null, now: DecidedSide | null): boolean {
  if (then === null || now === null) return then === now;
  if (!isFormula(then) || !isFormula(now)) {
    return then.content === now.content || (!isFormula(then) && !isFormula(now) && sameContent(constantOf(then), constantOf(now)));
  }
  if (sameContent(formulaOf(then.content), formulaOf(now.content)) && isAt(then, now)) return true;
  const [before, after] = [ownReferences(then), ownReferences(now)];
  if (!sameContent(formulaOf(before.rest), formulaOf(after.rest))) return false;
  const [from, to] = [firstCell(then), firstCell(now)];
  return (
    isShift([...linesOf(before.references, 'row'), from.row], [...linesOf(after.references, 'row'), to.row]) &&
    isShift([...linesOf(before.references, 'column'), from.column], [...linesOf(after.references, 'column'), to.column])
  );
}

const isFormula = ({ content }: DecidedSide): boolean => content.startsWith('=');
const formulaOf = (formula: string): CellContent => ({ formula, value: null, format: null });

function isAt(then: DecidedSide, now: DecidedSide): boolean {
  const [from, to] = [firstCell(then), firstCell(now)];
  return from.row === to.row && from.column === to.column;
}

function constantOf({ content }: DecidedSide): CellContent {
  let value: CellValue;
  try {
    value = JSON.parse(content) as CellValue;
  } catch {
    value = content;
  }
  return { formula: null, value, format: null };
}

/** The references of a formula to its own sheet, and what else it says. */
function ownReferences({ sheet, content }: DecidedSide): { readonly references: readonly FormulaReference[]; readonly rest: string } {
  const references: FormulaReference[] = [];
  const rest = rewriteReferences(content, { sheetOfFormula: sheet, sheet }, (reference) => {
    references.push(reference);
    const { kind, first, last, join } = reference;
    // A text in the formula's own words, which no spelling changes: it says all of the reference but its lines.
    return `"${[kind, join, first.rowFixed, first.columnFixed, last.rowFixed, last.columnFixed].join(' ')}"`;
  });
  return { references, rest };
}

const linesOf = (references: readonly FormulaReference[], axis: 'row' | 'column'): number[] =>
  references.flatMap(({ first, last }) => [first[axis], last[axis]]);

/**
 * Whether lines came to stand where they do by lines that were put in, or taken out, before the last of them, the cell's own: the further
 * behind, the further it moved, and what stands behind the cell moved as it did.
 */
function isShift(from: readonly number[], to: readonly number[]): boolean {
  const own = from.at(-1)!;
  const moved = to.at(-1)! - own;
  const steps = from.map((line, at) => ({ line, by: (to[at]! - line) * (Math.sign(moved) || 1) })).sort((a, b) => a.line - b.line);
  return steps.every(({ line, by }, at) => {
    // Whole rows or columns name no line of the other axis.
    if (line === 0) return by === 0;
    const before = steps[at - 1];
    const risen = before === undefined || before.line === 0 || (before.line === line ? before.by === by : before.by <= by);
    return risen && by >= 0 && (line < own ? by <= Math.abs(moved) : by === Math.abs(moved));
  });
}

function firstCell({ address }: DecidedSide): CellAddress {
  const range = parseRange(address);
  return { row: range?.firstRow ?? 0, column: range?.firstColumn ?? 0 };
}
