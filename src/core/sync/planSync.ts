import type { Correspondence } from '../align/Correspondence';
import type { Comparison } from '../compare/Comparison';
import { isMoved } from '../compare/isMoved';
import type { Snapshot } from '../workbook/Snapshot';
import { carryCorrespondence, carryDifferences } from './carryDifferences';
import { carryMoves } from './carryMoves';
import { chooseDifferences } from './chooseDifferences';
import { findCulprits } from './findCulprits';
import { moveSteps } from './moveSteps';
import { planContents } from './planContents';
import { planMoves } from './planMoves';
import { renameTables } from './renameTables';
import type { OutsideFormula, Refusal, SyncPlan, SyncStep } from './SyncPlan';
import type { SyncSelection } from './SyncSelection';

/**
 * Returns the steps which bring the selected differences from official to local, and what is refused with its reason.
 * Order: tables renamed, lines moved, sheets and lines added, names, cells written, names and lines deleted. Nothing outside the selection is
 * touched; formulas that follow are left to recalculation.
 */
export function planSync(
  official: Snapshot,
  held: Snapshot,
  correspondence: Correspondence,
  comparison: Comparison,
  selection: SyncSelection,
): SyncPlan {
  const { take: chosen, remove, refused } = chooseDifferences(comparison, selection);
  const renamed = renameTables(held, chosen);
  const { local, take } = renamed;
  const others = take.filter((difference) => !isMoved(difference));
  let moving = take.filter(isMoved);
  const stay: Refusal[] = [];
  for (;;) {
    const moves = planMoves(official, local, correspondence, moving);
    const carried = carryMoves(local, moves.sheets);
    const choice = {
      take: carryDifferences(others, local, moves.sheets),
      remove: carryDifferences(remove, local, moves.sheets),
    };
    const plan = planContents(official, carried.local, carryCorrespondence(correspondence, moves.sheets), comparison, choice, selection);
    const culprits = findCulprits(carried, plan, choice, moves.sheets);
    if (culprits.length === 0) {
      const steps = [...renamed.steps, ...moveSteps(local, moves.sheets, carried), ...plan.steps];
      return toPlan(steps, [...refused, ...renamed.refused, ...stay, ...moves.refused, ...plan.refused], plan.outside);
    }
    stay.push(...culprits);
    moving = moving.filter(({ id }) => !culprits.some(({ difference }) => difference === id));
  }
}

function toPlan(steps: readonly SyncStep[], refused: readonly Refusal[], outside: readonly OutsideFormula[]): SyncPlan {
  return {
    steps,
    refused: withoutRepeats(refused),
    ...(outside.length > 0 && { outside }),
    cells: new Set(steps.flatMap(cellKeys)).size,
    sheets: [...new Set(steps.flatMap((step) => ('sheet' in step && !(step.kind === 'write' && step.aside) ? [step.sheet] : [])))],
  };
}

function cellKeys(step: SyncStep): string[] {
  if (step.kind !== 'write' || step.aside) return [];
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
