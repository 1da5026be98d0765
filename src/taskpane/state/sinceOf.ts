import type { Official } from '../PaneServices';
import type { Since } from './createRecords';

/** An official version as the one that the open workbook was made from; throws for a sheet, which is no version. */
export function sinceOf({ choice: { title, key }, source }: Official): Since {
  if ('sheets' in source) throw new Error('a sheet is no version that a workbook was made from');
  return { title, at: null, key, ...('packed' in source ? source : { source }) };
}
