import { officialModel } from './official/officialModel';
import { writeWorkbook } from './writeWorkbook';

/** The files of assets/samples by name; the same bytes every time. */
export function sampleFiles(): Map<string, Uint8Array> {
  const official = officialModel();
  return new Map([['revenue-model-fy26-official.xlsx', writeWorkbook(official)]]);
}
