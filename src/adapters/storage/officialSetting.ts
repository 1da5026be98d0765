import { z } from 'zod';
import type { WorkbookHost } from '../../app/ports/WorkbookHost';
import type { Result } from '../../core/Result';

/** The document setting under which a workbook remembers its official model. */
export const OFFICIAL_SETTING = 'tieout.official';

/**
 * Shape of the setting: what the official model is called and the address it can be fetched from, or, with the id of a `model`, that of the catalog
 * that lists it. `publishedAt` is an ISO date or time.
 */
const officialSettingSchema = z.object({
  title: z.string().min(1),
  version: z.string().min(1).optional(),
  url: z.string().min(1),
  publishedAt: z.string().min(1).optional(),
  model: z.string().min(1).optional(),
});

export type OfficialSetting = Readonly<z.infer<typeof officialSettingSchema>>;

/** The official model that the open workbook remembers; null when there is none or what is stored cannot be used. */
export function readOfficialSetting(host: Pick<WorkbookHost, 'getSetting'>): OfficialSetting | null {
  const parsed = officialSettingSchema.safeParse(host.getSetting(OFFICIAL_SETTING));
  return parsed.success ? parsed.data : null;
}

/** Makes the open workbook remember its official model. */
export function writeOfficialSetting(host: Pick<WorkbookHost, 'setSetting'>, setting: OfficialSetting): Promise<Result<null>> {
  return host.setSetting(OFFICIAL_SETTING, officialSettingSchema.parse(setting));
}
