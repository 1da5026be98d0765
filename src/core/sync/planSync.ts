import type { Correspondence } from '../align/Correspondence';
import type { Comparison } from '../compare/Comparison';
import type { Snapshot } from '../workbook/Snapshot';
import { chooseDifferences } from './chooseDifferences';
import { groupBlocks, type CellWrite } from './groupBlocks';
import { planDeletions } from './planDeletions';
import { growFormulas, growNames } from './planGrowth';
import { planLayout } from './planLayout';
import { planNames } from './planNames';
import { planWrites } from './planWrites';
import { indexLayouts, movesFromOfficial } from './referenceMoves';
import type { Refusal, SyncPlan, SyncStep, WriteStep } from './SyncPlan';
import type { SyncSelection } from './SyncSelection';

/**
 * Returns the steps which bring the selected differences from official to local, and what is refused with its reason.
 * Order: sheets and lines added, names, cells written, names and lines deleted. Nothing outside the selection is
 * touched; formulas that follow are left to recalculation.
 */
export function planSync(
  official: Snapshot,
  local: Snapshot,
  correspondence: Correspondence,
  comparison: Comparison,
  selection: SyncSelection,
): SyncPlan {
  const { take, remove, refused } = chooseDifferences(comparison, selection);
  const planned = planLayout(official, local, correspondence, take);
  const layouts = indexLayouts(official, planned.layouts);
  const names = planNames(official, local, planned.tables, layouts, take);
  const move = movesFromOfficial(official, planned.tables, layouts, (key) => names.available.has(key));
  const sources = { official, local, planned, layouts };
  const grown = growFormulas(sources, comparison.differences);
  const writes = planWrites({ ...sources, move, take, remove, growth: grown.growth });
  const deletions = planDeletions(local, correspondence, layouts, remove, writes.cells);
  const steps: SyncStep[] = [
    ...planned.steps,
    ...names.steps,
    ...growNames(sources, comparison.differences, names.steps),
    ...writeSteps(writes.cells),
    ...writeSteps(deletions.cells),
    ...deletions.steps,
  ];
  return {
    steps,
    refused: withoutRepeats([...refused, ...planned.refused, ...names.refused, ...grown.refused, ...writes.refused, ...deletions.refused]),
    cells: new Set(steps.flatMap(cellKeys)).size,
    sheets: [...new Set(steps.flatMap((step) => ('sheet' in step ? [step.sheet] : [])))],
  };
}

function writeSteps(cells: ReadonlyMap<string, readonly CellWrite[]>): WriteStep[] {
  return [...cells].flatMap(([sheet, writes]) => groupBlocks(sheet, writes));
}

function cellKeys(step: SyncStep): string[] {
  if (step.kind !== 'write') return [];
  return step.after.flatMap((row, i) =>
    row.flatMap((content, j) => (content ? [`${step.sheet}!${step.range.firstRow + i}:${step.range.firstColumn + j}`] : [])),
  );
}

function withoutRepeats(refused: readonly Refusal[]): Refusal[] {
  const seen = new Set<string>();
  return refused.filter(({ difference, reason }) => {
    const key = `${difference} ${reason}`;
    return !seen.has(key) && seen.add(key);
  });
}
