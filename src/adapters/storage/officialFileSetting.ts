import { z } from 'zod';
import type { WorkbookHost } from '../../app/ports/WorkbookHost';
import type { Result } from '../../core/Result';

/** The document setting under which a workbook remembers the file on this computer that is its official model. */
export const OFFICIAL_FILE_SETTING = 'tieout.officialFile';

/** The file's title, and the id under which this computer keeps what lets it be read again: on another computer it says nothing. */
const officialFileSchema = z.object({ title: z.string().min(1), id: z.string().min(1) });

export type OfficialFileSetting = Readonly<z.infer<typeof officialFileSchema>>;

/** The file that the open workbook remembers; null when there is none or what is stored cannot be used. */
export function readOfficialFile(host: Pick<WorkbookHost, 'getSetting'>): OfficialFileSetting | null {
  const parsed = officialFileSchema.safeParse(host.getSetting(OFFICIAL_FILE_SETTING));
  return parsed.success ? parsed.data : null;
}

/** Makes the open workbook remember a file. */
export function writeOfficialFile(host: Pick<WorkbookHost, 'setSetting'>, setting: OfficialFileSetting): Promise<Result<null>> {
  return host.setSetting(OFFICIAL_FILE_SETTING, officialFileSchema.parse(setting));
}
