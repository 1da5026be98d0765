import { stringifyRange, type CellAddress, type CellRange } from '../workbook/Address';
import type { Validation } from '../workbook/Snapshot';
import { partsOfRange, ruleIn } from './ruleParts';
import type { RuleStep, SyncStep } from './SyncPlan';

/**
 * Returns the steps that take rules off the lines which `deletions` take out of a sheet, so that an undo, which puts blank lines in, sets
 * them again; `set` are the rules that the sync sets before. Left out is what Excel brings back by itself: a rule that holds before and
 * behind lines that come in holds in them.
 */
export function clearRules(
  sheet: string,
  rules: readonly Validation[],
  set: readonly RuleStep[],
  deletions: readonly SyncStep[],
): RuleStep[] {
  const here = set.filter((step) => step.sheet === sheet);
  // A range that permits any entry again covers the rules before it.
  const now: readonly Validation[] = [...rules, ...here.map(({ range, after }) => ({ ...(after ?? ANY), ranges: [range] }))];
  const ranges = now.flatMap((rule) => rule.ranges);
  if (ranges.length === 0) return [];
  const around: CellRange = {
    firstRow: Math.min(...ranges.map((range) => range.firstRow)),
    lastRow: Math.max(...ranges.map((range) => range.lastRow)),
    firstColumn: Math.min(...ranges.map((range) => range.firstColumn)),
    lastColumn: Math.max(...ranges.map((range) => range.lastColumn)),
  };
  const saidAt = (cell: CellAddress): string => said(ruleIn(now, cell));
  return deletions.flatMap((step): RuleStep[] => {
    if (step.kind !== 'delete' || step.across || step.sheet !== sheet) return [];
    const { axis, at, count } = step;
    const [first, last] = axis === 'row' ? (['firstRow', 'lastRow'] as const) : (['firstColumn', 'lastColumn'] as const);
    const line = (index: number): CellRange => ({ ...around, [first]: index, [last]: index });
    // Cut as those beside them are, too.
    const cuts = [line(at - 1), line(at + count)].flatMap((beside) => partsOfRange(now, beside).map(({ range }) => range));
    const other = axis === 'row' ? (['firstColumn', 'lastColumn'] as const) : (['firstRow', 'lastRow'] as const);
    const parts = partsOfRange(now, { ...around, [first]: at, [last]: at + count - 1 }).flatMap((part) =>
      cuts
        .filter((cut) => cut[other[0]] <= part.range[other[1]] && cut[other[1]] >= part.range[other[0]])
        .map((cut) => ({
          ...part.range,
          [other[0]]: Math.max(cut[other[0]], part.range[other[0]]),
          [other[1]]: Math.min(cut[other[1]], part.range[other[1]]),
        })),
    );
    return [...new Map(parts.map((range) => [stringifyRange(range), range])).values()].flatMap((range): RuleStep[] => {
      const cell = { row: range.firstRow, column: range.firstColumn };
      const before = saidAt({ ...cell, [axis]: at - 1 });
      const spread = before === saidAt({ ...cell, [axis]: at + count }) ? before : '';
      return saidAt(cell) === spread ? [] : [{ kind: 'setRule', sheet, range, after: null, differences: [] }];
    });
  });
}

const ANY = { type: 'none', operator: '', formula1: '', formula2: '', allowBlank: true };

function said(rule: Validation | undefined): string {
  if (rule === undefined || rule.type === ANY.type) return '';
  const { type, operator, formula1, formula2, allowBlank } = rule;
  return JSON.stringify([type, operator, formula1, formula2, allowBlank]);
}
