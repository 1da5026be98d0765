import type { CellContent, SyncStep } from './SyncPlan';

/** Whether any of these steps reckons with where the lines of a sheet stand: changes something there, or writes a formula that looks there. */
export function countsOn(steps: readonly SyncStep[], sheet: string): boolean {
  return steps.some((step) => {
    if ('sheet' in step && step.sheet === sheet) return step.kind !== 'deleteSheet';
    if (step.kind === 'setName') return step.scope === sheet || mentions(step.after?.formula, sheet);
    return step.kind === 'write' && step.after.some((row) => row.some((content: CellContent | null) => mentions(content?.formula, sheet)));
  });
}

/** Too often rather than too rarely. */
function mentions(formula: string | null | undefined, sheet: string): boolean {
  return formula != null && formula.toLowerCase().replaceAll("''", "'").includes(sheet.toLowerCase());
}
