import type { Correspondence } from '../align/Correspondence';
import type { Comparison } from '../compare/Comparison';
import type { CellAddress } from '../workbook/Address';
import type { Snapshot } from '../workbook/Snapshot';
import type { Choice } from './chooseDifferences';
import { groupBlocks, type CellWrite } from './groupBlocks';
import { officialFormulas } from './officialFormulas';
import { planDeletions, type PlannedDeletions } from './planDeletions';
import { growFormulas, growNames } from './planGrowth';
import { planHidden } from './planHidden';
import { planLayout, type PlannedLayout } from './planLayout';
import { planNames } from './planNames';
import { keptForNotes, planNotes } from './planNotes';
import { planRules } from './planRules';
import { planWrites } from './planWrites';
import { indexLayouts, movesFromOfficial, type LayoutIndex } from './referenceMoves';
import type { OutsideFormula, Refusal, SyncStep, WriteStep } from './SyncPlan';
import type { SyncSelection } from './SyncSelection';

/** What a sync does once lines have moved. */
export interface PlannedContents {
  readonly steps: readonly SyncStep[];
  readonly refused: readonly Refusal[];
  readonly outside: readonly OutsideFormula[];
  readonly layouts: LayoutIndex;
}

/**
 * Returns the steps that bring sheets and lines, names and cells from official, and those that delete what is ticked, in this order,
 * for a local workbook in which lines stand as they are to stand.
 */
export function planContents(
  official: Snapshot,
  local: Snapshot,
  correspondence: Correspondence,
  comparison: Comparison,
  { take, remove: ticked }: Pick<Choice, 'take' | 'remove'>,
  { notes: canChangeNotes = true, outside = [], onlySheet }: Pick<SyncSelection, 'notes' | 'outside' | 'onlySheet'> = {},
): PlannedContents {
  const kept = keptForNotes(local, ticked, canChangeNotes);
  const remove = ticked.filter(({ id }) => !kept.some(({ difference }) => difference === id));
  const planned = planLayout(official, local, correspondence, take, remove);
  const layouts = indexLayouts(official, planned.layouts);
  const allowOutside = new Set(outside);
  const names = planNames(official, local, planned.tables, layouts, take, allowOutside);
  const move = movesFromOfficial(official, planned.tables, layouts, (key) => names.available.has(key));
  const sources = { official, local, planned, layouts };
  const grown = growFormulas(sources, comparison.differences, onlySheet);
  const writing = { ...sources, move, take, remove, growth: grown.growth, allowOutside };
  const writes = planWrites(writing);
  const rules = planRules(writing, correspondence);
  const deletions = planDeletions(local, correspondence, planned, layouts, remove, writes.cells, officialFormulas(sources));
  const notes = planNotes(writing, canChangeNotes);
  const hidden = planHidden(writing);
  const stay = new Set(deletions.refused.map(({ difference }) => difference));
  const steps: SyncStep[] = [
    ...planned.steps,
    // Cells that head columns which a table then takes in, so that Excel calls these as they say.
    ...writeSteps(writes.cells, ({ sheet, cell }) => planned.headedColumns.holds(sheet, cell)),
    ...planned.widening,
    ...names.steps,
    ...(onlySheet === undefined ? growNames(sources, comparison.differences, names.steps) : []),
    // Other headings last: formulas that refer to a column read otherwise once it is called otherwise.
    ...writeSteps(writes.cells, ({ sheet, cell }) => !planned.headings.holds(sheet, cell)),
    ...writeSteps(writes.cells, ({ sheet, cell }) => planned.headings.holds(sheet, cell) && !planned.headedColumns.holds(sheet, cell)),
    ...rules.steps,
    ...notes.steps,
    ...hidden.steps,
    ...writeSteps(deletions.cells),
    ...rules.clearing(deletions.steps),
    ...notes.clearing(stay),
    ...hidden.clearing(stay),
    ...deletions.steps,
    ...settlingSteps(planned, deletions),
  ];
  return {
    steps,
    refused: [
      ...planned.refused,
      ...names.refused,
      ...grown.refused,
      ...writes.refused,
      ...rules.refused,
      ...notes.refused,
      ...hidden.refused,
      ...kept,
      ...deletions.refused,
    ],
    outside: [...names.outside, ...writes.outside],
    layouts,
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

function writeSteps(
  cells: ReadonlyMap<string, readonly CellWrite[]>,
  wanted: (at: { readonly sheet: string; readonly cell: CellAddress }) => boolean = () => true,
): WriteStep[] {
  return [...cells].flatMap(([sheet, writes]) =>
    groupBlocks(
      sheet,
      writes.filter((cell) => wanted({ sheet, cell })),
    ),
  );
}
