import { z } from 'zod';
import { equalWithinSchema, ownToleranceSchema, toleranceSchema } from '../../app/equalWithinSchema';
import type { WorkbookHost } from '../../app/ports/WorkbookHost';
import { EXACT, isSameWithin, type EqualWithin } from '../../core/compare/EqualWithin';
import type { Result } from '../../core/Result';

/** The document setting under which a workbook remembers what its user counts as equal. */
export const TOLERANCE_SETTING = 'tieout.tolerance';

/** What another version of Tieout wrote is used as far as it is understood. */
const stored = z.object({ tolerance: toleranceSchema.catch(EXACT.tolerance), tolerances: z.array(z.unknown()).catch([]) });

/** What the user of the open workbook counts as equal; null where nothing that can be used is stored. */
export function readToleranceSetting(host: Pick<WorkbookHost, 'getSetting'>): EqualWithin | null {
  const parsed = stored.safeParse(host.getSetting(TOLERANCE_SETTING));
  if (!parsed.success) return null;
  const { tolerance, tolerances } = parsed.data;
  return {
    tolerance,
    tolerances: tolerances.flatMap((each) => {
      const one = ownToleranceSchema.safeParse(each);
      return one.success ? [one.data] : [];
    }),
  };
}

/** Makes the open workbook remember what its user counts as equal; nothing is left of it where that is what is usual. */
export function writeToleranceSetting(
  host: Pick<WorkbookHost, 'setSetting'>,
  within: EqualWithin,
  usual: EqualWithin,
): Promise<Result<null>> {
  return host.setSetting(TOLERANCE_SETTING, isSameWithin(within, usual) ? undefined : equalWithinSchema.parse(within));
}
