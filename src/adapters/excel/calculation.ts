import type { Calculation } from '../../app/ports/WorkbookHost';
import type { Requests } from './Requests';

/** Whether what formulas show is what they give. Throws an OfficeProblem. */
export async function calculation(requests: Requests): Promise<Calculation> {
  const { calculationState, calculationMode } = await requests.send(({ workbook }) =>
    workbook.application.load('calculationState,calculationMode'),
  );
  if (calculationState === 'Done') return 'done';
  // But for data tables, all modes other than this one wait for the user.
  return calculationMode === 'Automatic' ? 'pending' : 'manual';
}
