import type { Correspondence } from '../align/Correspondence';
import type { Comparison } from '../compare/Comparison';
import type { Snapshot } from '../workbook/Snapshot';
import { chooseDifferences } from './chooseDifferences';
import { groupBlocks, type CellWrite } from './groupBlocks';
import { planDeletions, type PlannedDeletions } from './planDeletions';
import { growFormulas, growNames } from './planGrowth';
import { planLayout, type PlannedLayout } from './planLayout';
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
  const planned = planLayout(official, local, correspondence, take, remove);
  const layouts = indexLayouts(official, planned.layouts);
  const names = planNames(official, local, planned.tables, layouts, take);
  const move = movesFromOfficial(official, planned.tables, layouts, (key) => names.available.has(key));
  const sources = { official, local, planned, layouts };
  const grown = growFormulas(sources, comparison.differences);
  const writes = planWrites({ ...sources, move, take, remove, growth: grown.growth });
  const deletions = planDeletions(local, correspondence, planned, layouts, remove, writes.cells);
  const steps: SyncStep[] = [
    ...planned.steps,
    ...names.steps,
    ...growNames(sources, comparison.differences, names.steps),
    ...writeSteps(writes.cells),
    ...writeSteps(deletions.cells),
    ...deletions.steps,
    ...settlingSteps(planned, deletions),
  ];
  return {
    steps,
    refused: withoutRepeats([...refused, ...planned.refused, ...names.refused, ...grown.refused, ...writes.refused, ...deletions.refused]),
    cells: new Set(steps.flatMap(cellKeys)).size,
    sheets: [...new Set(steps.flatMap((step) => ('sheet' in step ? [step.sheet] : [])))],
  };
}

/** What blank cells make up for on sheets where cells were shifted across part of the sheet. */
function settlingSteps({ layouts, steps, acrossBands }: PlannedLayout, deletions: PlannedDeletions): SyncStep[] {
  const shifted = (sheet: string): boolean =>
    [...steps, ...deletions.steps].some(
      (step) => (step.kind === 'insert' || step.kind === 'delete') && step.across && step.sheet === sheet,
    );
  return layouts.flatMap(({ name }) => (shifted(name) ? (acrossBands(name)?.settling ?? []) : []));
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
