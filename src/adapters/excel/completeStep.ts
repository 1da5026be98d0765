import type { SkippedCell } from '../../app/ports/WorkbookHost';
import type { Structural } from './Around';
import { changeStructure } from './changeStructure';
import { headAgain } from './headedColumns';
import type { Requests } from './Requests';

const VISIBILITIES = { visible: 'Visible', hidden: 'Hidden', veryHidden: 'VeryHidden' } as const;

/**
 * Does what may be missing of a step that stands as done, of which the journal has what takes it back. Gives what was left and why; null where
 * all of it is done. Lines that came or went are not touched: what stands there by now may be somebody's. Throws an OfficeProblem.
 */
export async function completeStep(requests: Requests, step: Structural): Promise<SkippedCell | null> {
  switch (step.kind) {
    case 'addSheet':
      await requests.send(({ workbook }) => {
        const sheet = workbook.worksheets.getItem(step.sheet);
        sheet.position = step.position;
        sheet.visibility = VISIBILITIES[step.visibility];
      });
      return null;
    case 'setName':
      // A name that is gone is gone.
      return step.after === null ? null : (await changeStructure(requests, step, NOTHING)).skipped;
    case 'insert': {
      const theirs = step.heads ? await headAgain(requests, step, step.heads) : null;
      return theirs === null ? null : { sheet: step.sheet, address: theirs, reason: 'Somebody headed this new column meanwhile.' };
    }
    case 'setNote':
    case 'setHidden':
    case 'setVisibility':
      return (await changeStructure(requests, step, NOTHING)).skipped;
    case 'setRule': {
      // One that was written in part is none that anyone expects.
      const { before: _, ...anyway } = step;
      return (await changeStructure(requests, anyway, NOTHING)).skipped;
    }
    default:
      return null;
  }
}

/** The journal has it already. */
const NOTHING = {
  before: () => undefined,
  after: () => undefined,
  met: () => undefined,
  again: () => undefined,
  isDone: () => Promise.resolve(null),
};
