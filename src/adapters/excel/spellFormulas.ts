import { intersectedNames, markIntersections } from '../../core/formula/markIntersections';
import { oneValueNames } from '../../core/formula/oneValueNames';
import type { CellContent, WriteStep } from '../../core/sync/SyncPlan';
import { readNames } from './readRanges';
import type { Requests } from './Requests';

/** The API set that came with dynamic arrays. An Excel without them takes one value by itself, and knows no `@`. */
const DYNAMIC_ARRAYS = '1.12';

/**
 * The steps with their formulas as this Excel has to be given them. A file leaves unsaid where a formula takes one value; Excel with
 * dynamic arrays takes `Range.formulas` for what is typed in the formula bar, so that without `@` it would spill. Throws an OfficeProblem.
 */
export async function spellFormulas(requests: Requests, steps: readonly WriteStep[]): Promise<readonly WriteStep[]> {
  if (!Office.context.requirements.isSetSupported('ExcelApi', DYNAMIC_ARRAYS)) return steps;
  const formulas = steps.flatMap(({ after }) => after.flatMap((row) => row.flatMap((content) => content?.formula ?? [])));
  if (!formulas.some((formula) => markIntersections(formula, () => false) !== formula)) return steps;
  const names = formulas.some((formula) => intersectedNames(formula).length > 0) ? await readNames(requests, sheetsOf(steps)) : [];
  const isOneValue = oneValueNames(names);
  return steps.map((step) => {
    const spell = (content: CellContent | null): CellContent | null =>
      content?.formula ? { ...content, formula: markIntersections(content.formula, isOneValue(step.sheet)) } : content;
    return { ...step, after: step.after.map((row) => row.map(spell)) };
  });
}

function sheetsOf(steps: readonly WriteStep[]): readonly string[] {
  return [...new Set(steps.map(({ sheet }) => sheet))];
}
