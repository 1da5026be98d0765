import { parseRange, stringifyRange, type CellRange } from '../../../core/workbook/Address';
import { cutLine, cutParts } from '../../../core/workbook/cutLines';
import type { Span } from '../../../core/workbook/Snapshot';
import type { LineCut } from './cutLines';
import { attribute, childrenOf, setAttribute, textOf, type XmlElement } from './editXml';
import { copyOf, eachFormula, rangesOf, rebase, setRanges } from './ruleElement';

/** Cells that move in some lines of the other axis only, from line `at` on; or whole lines that are cut and pasted. */
type CellShift =
  | { readonly kind: 'insert' | 'delete'; readonly axis: 'row' | 'column'; readonly at: number; readonly across?: Span | undefined }
  | LineCut;

/** Ranges of these take part in no shift of cells: they cover what they cover. */
const WHOLE = new Set(['mergeCell', 'autoFilter', 'sortState', 'sortCondition', 'dimension', 'selection', 'pane', 'sheetView']);

/**
 * Splits the ranges of a sheet's conditional formats, validations and links where cells will move in only some lines, or lines are
 * cut, so that each range moves as a whole or not at all. A rule whose formulas are relative to its first cell becomes two rules.
 */
export function splitRanges(root: XmlElement, shift: CellShift): void {
  const before = root.children.length;
  root.children = root.children.flatMap((child) => {
    if (typeof child === 'string' || WHOLE.has(child.name)) return [child];
    splitRanges(child, shift);
    return child.name === 'hyperlink' ? splitLink(child, shift) : splitRule(child, shift);
  });
  if (root.children.length > before && attribute(root, 'count') !== undefined) setAttribute(root, 'count', String(childrenOf(root).length));
}

/** A link stands on one range. */
function splitLink(link: XmlElement, shift: CellShift): XmlElement[] {
  const range = parseRange(attribute(link, 'ref') ?? '');
  const { inside, outside, untouched } = split(range ? [range] : [], shift);
  if (untouched) return [link];
  return [...outside, ...inside].map((part) => {
    const copy = copyOf(link);
    setAttribute(copy, 'ref', stringifyRange(part));
    return copy;
  });
}

function splitRule(rule: XmlElement, shift: CellShift): XmlElement[] {
  const ranges = rangesOf(rule);
  const first = ranges[0];
  const { inside, outside, untouched } = split(ranges, shift);
  if (!first || untouched) return [rule];
  const [still, moving] = [outside, inside]
    .filter((parts) => parts.length > 0)
    .map((parts) => {
      const copy = copyOf(rule);
      setRanges(copy, parts);
      rebase(copy, first, parts[0]!);
      return copy;
    });
  if (!still) return [];
  if (!moving) return [still];
  if (formulasOf(still) !== formulasOf(moving)) return [still, moving];
  setRanges(rule, [...outside, ...inside]);
  rebase(rule, first, outside[0]!);
  return [rule];
}

function formulasOf(rule: XmlElement): string {
  const formulas: string[] = [];
  eachFormula(rule, (element) => void formulas.push(textOf(element)));
  return formulas.join('\n');
}

interface SplitRanges {
  readonly inside: readonly CellRange[];
  readonly outside: readonly CellRange[];
  /** True when all of them move as a whole, or none does. */
  readonly untouched: boolean;
}

function split(ranges: readonly CellRange[], shift: CellShift): SplitRanges {
  if (shift.kind === 'cut') return splitByCut(ranges, shift);
  const { axis, at, across } = shift;
  if (!across) return { inside: [], outside: ranges, untouched: true };
  const { first, last } = across;
  const [from, to] = axis === 'row' ? (['firstColumn', 'lastColumn'] as const) : (['firstRow', 'lastRow'] as const);
  const inside: CellRange[] = [];
  const outside: CellRange[] = [];
  for (const range of ranges) {
    const part = (into: CellRange[], begin: number, end: number): void => {
      if (begin <= end) into.push({ ...range, [from]: begin, [to]: end });
    };
    if (range[axis === 'row' ? 'lastRow' : 'lastColumn'] < at) {
      outside.push(range);
      continue;
    }
    part(outside, range[from], Math.min(range[to], first - 1));
    part(inside, Math.max(range[from], first), Math.min(range[to], last));
    part(outside, Math.max(range[from], last + 1), range[to]);
  }
  return { inside, outside, untouched: inside.length === 0 || outside.length === 0 };
}

/** What is pasted over is in neither. */
function splitByCut(ranges: readonly CellRange[], cut: LineCut): SplitRanges {
  const [from, to] = cut.axis === 'row' ? (['firstRow', 'lastRow'] as const) : (['firstColumn', 'lastColumn'] as const);
  const inside: CellRange[] = [];
  const outside: CellRange[] = [];
  for (const range of ranges) {
    for (const { first, last } of cutParts({ first: range[from], last: range[to] }, cut)) {
      const line = cutLine(first, cut);
      if (line !== null) (line === first ? outside : inside).push({ ...range, [from]: first, [to]: last });
    }
  }
  const cells = (all: readonly CellRange[]): number => all.reduce((sum, each) => sum + each[to] - each[from] + 1, 0);
  const untouched = (inside.length === 0 || outside.length === 0) && cells([...inside, ...outside]) === cells(ranges);
  return { inside, outside, untouched };
}
