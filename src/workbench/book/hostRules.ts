import { USUAL_MANNER, type EntryRule } from '../../core/workbook/EntryRule';
import { ruleAt } from '../../core/sync/ruleAt';
import { sameRule } from '../../core/sync/sameRule';
import { overlaps, type CellAddress, type CellRange } from '../../core/workbook/Address';
import { joinedRanges } from '../../core/workbook/joinedRanges';
import { partsOutside } from '../../core/workbook/partsOutside';
import type { Validation } from '../../core/workbook/Snapshot';
import { partsOf, shiftRange, type LineShift } from './LineShift';

/** The rule for entries all over a range, with how Excel asks; null where any may stand, undefined where parts of it have several. */
export function ruleOf(rules: readonly Validation[], range: CellRange): EntryRule | null | undefined {
  const meeting = rules.filter(({ ranges }) => ranges.some((each) => overlaps(each, range)));
  if (meeting.length === 0) return null;
  const [only] = meeting;
  if (meeting.length > 1 || partsOutside([range], only!.ranges).length > 0) return undefined;
  return fully(only!, topOf(range));
}

/** The rules once the cells of a range permit what a rule does, or any entry (null). */
export function withRule(rules: readonly Validation[], range: CellRange, after: EntryRule | null): readonly Validation[] {
  const rest = rules.flatMap((rule): readonly Validation[] => {
    if (!rule.ranges.some((each) => overlaps(each, range))) return [rule];
    const left = partsOutside(rule.ranges, [range]);
    return left.length === 0 ? [] : [{ ...ruleAt(rule, topOf(left[0]!)), ranges: left }];
  });
  if (after === null) return rest;
  const like = rest.findIndex((rule) => sameRule(fully(rule, topOf(range)), { manner: USUAL_MANNER, ...after }));
  if (like < 0) return [...rest, { ...after, ranges: [range] }];
  const ranges = joinedRanges([...rest[like]!.ranges, range]);
  return rest.with(like, { ...ruleAt(rest[like]!, topOf(ranges[0]!)), ranges });
}

/** The rules where lines moved; what their formulas refer to is written anew with all other formulas. */
export function shiftRules(rules: readonly Validation[], shift: LineShift): readonly Validation[] {
  return rules.flatMap((rule): readonly Validation[] => {
    const ranges = rule.ranges.flatMap((range) => partsOf(range, shift)).flatMap((range) => shiftRange(range, shift) ?? []);
    return ranges.length === 0 ? [] : [{ ...rule, ranges }];
  });
}

/** The rules with their formulas as `rewrite` gives them. */
export function rewriteRules(rules: readonly Validation[], rewrite: (formula: string) => string): readonly Validation[] {
  const anew = (formula: string): string => (formula === '' ? '' : rewrite(formula));
  return rules.map((rule) => ({ ...rule, formula1: anew(rule.formula1), formula2: anew(rule.formula2) }));
}

function fully(rule: Validation, cell: CellAddress): EntryRule {
  return { manner: USUAL_MANNER, ...ruleAt(rule, cell) };
}

function topOf({ firstRow, firstColumn }: CellRange): CellAddress {
  return { row: firstRow, column: firstColumn };
}
