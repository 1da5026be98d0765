import { z } from 'zod';
import { equalWithinSchema, ownToleranceSchema, toleranceSchema } from '../../app/equalWithinSchema';
import type { WorkbookHost } from '../../app/ports/WorkbookHost';
import { EXACT, type EqualWithin } from '../../core/compare/EqualWithin';
import type { Result } from '../../core/Result';

/** The document setting under which a workbook remembers what its user counts as equal. */
export const TOLERANCE_SETTING = 'tieout.tolerance';

/** What another version of Tieout wrote is used as far as it is understood. */
const stored = z.object({ tolerance: toleranceSchema.catch(EXACT.tolerance), tolerances: z.array(z.unknown()).catch([]) });

/** What the user of the open workbook counts as equal; what is exact where nothing that can be used is stored. */
export function readToleranceSetting(host: Pick<WorkbookHost, 'getSetting'>): EqualWithin {
  const parsed = stored.safeParse(host.getSetting(TOLERANCE_SETTING));
  if (!parsed.success) return EXACT;
  const { tolerance, tolerances } = parsed.data;
  return {
    tolerance,
    tolerances: tolerances.flatMap((each) => {
      const one = ownToleranceSchema.safeParse(each);
      return one.success ? [one.data] : [];
    }),
  };
}

/** Makes the open workbook remember what its user counts as equal; nothing is left of it where that is what is exact. */
export function writeToleranceSetting(host: Pick<WorkbookHost, 'setSetting'>, within: EqualWithin): Promise<Result<null>> {
  const isExact = within.tolerance === EXACT.tolerance && within.tolerances.length === 0;
  return host.setSetting(TOLERANCE_SETTING, isExact ? undefined : equalWithinSchema.parse(within));
}
