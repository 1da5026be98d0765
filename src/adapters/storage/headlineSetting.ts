import { z } from 'zod';
import { chosenHeadlineSchema, headlineChoiceSchema } from '../../app/headlineChoiceSchema';
import type { WorkbookHost } from '../../app/ports/WorkbookHost';
import { NO_CHOICE, type HeadlineChoice } from '../../core/headlines/HeadlineChoice';
import type { Result } from '../../core/Result';

/** The document setting under which a workbook remembers which headlines its user chose. */
export const HEADLINE_SETTING = 'tieout.headlines';

/** What another version of Tieout wrote is used as far as it is understood. */
const stored = z.object({ added: z.array(z.unknown()).catch([]), removed: z.array(z.unknown()).catch([]) });

/** The headlines that the user of the open workbook chose; none where nothing that can be used is stored. */
export function readHeadlineSetting(host: Pick<WorkbookHost, 'getSetting'>): HeadlineChoice {
  const parsed = stored.safeParse(host.getSetting(HEADLINE_SETTING));
  if (!parsed.success) return NO_CHOICE;
  return {
    added: parsed.data.added.flatMap((each) => {
      const one = chosenHeadlineSchema.safeParse(each);
      return one.success && (one.data.local ?? one.data.official) !== null ? [one.data] : [];
    }),
    removed: parsed.data.removed.filter((name) => typeof name === 'string'),
  };
}

/** Makes the open workbook remember which headlines its user chose; nothing is left of it where none are. */
export function writeHeadlineSetting(host: Pick<WorkbookHost, 'setSetting'>, choice: HeadlineChoice): Promise<Result<null>> {
  const isEmpty = choice.added.length === 0 && choice.removed.length === 0;
  return host.setSetting(HEADLINE_SETTING, isEmpty ? undefined : headlineChoiceSchema.parse(choice));
}
