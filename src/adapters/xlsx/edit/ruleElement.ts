import { toA1 } from '../../../core/formula/toA1';
import { toRelative } from '../../../core/formula/toRelative';
import { parseRange, stringifyRange, type CellRange } from '../../../core/workbook/Address';
import { FORMULA_ELEMENTS } from './editFormulas';
import { attribute, childrenOf, setAttribute, setText, textOf, walkXml, type XmlElement } from './editXml';

/** The ranges that a conditional format or a validation covers. */
export function rangesOf(rule: XmlElement): CellRange[] {
  const list = childrenOf(rule, 'sqref')[0];
  const written = list ? textOf(list) : attribute(rule, 'sqref');
  return (written ?? '').split(/\s+/).flatMap((range) => parseRange(range) ?? []);
}

/** Lets a rule cover these ranges. */
export function setRanges(rule: XmlElement, ranges: readonly CellRange[]): void {
  const text = ranges.map(stringifyRange).join(' ');
  const list = childrenOf(rule, 'sqref')[0];
  if (list) setText(list, text);
  else setAttribute(rule, 'sqref', text);
}

/** Rewrites the formulas of a rule, relative to one cell, so that they say the same from another. */
export function rebase(rule: XmlElement, from: CellRange, to: CellRange): void {
  eachFormula(rule, (element) => {
    const text = textOf(element);
    const now = toA1(toRelative(text, from.firstRow, from.firstColumn), to.firstRow, to.firstColumn);
    if (now !== text) setText(element, now);
  });
}

/** Visits the formulas of a rule, wherever it keeps them. */
export function eachFormula(rule: XmlElement, visit: (element: XmlElement) => void): void {
  walkXml(rule, (element) => {
    if (FORMULA_ELEMENTS.has(element.name) && element.children.every((child) => typeof child === 'string')) visit(element);
  });
}

/** A copy, its children included. */
export function copyOf(element: XmlElement): XmlElement {
  return { ...element, children: element.children.map((child) => (typeof child === 'string' ? child : copyOf(child))) };
}
