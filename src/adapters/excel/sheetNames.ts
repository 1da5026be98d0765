import { succeed, type Result } from '../../core/Result';
import type { Requests } from './Requests';

/** The workbook's sheets in their order, but for those that only programs can show. Throws an OfficeProblem. */
export async function sheetNames(requests: Requests): Promise<Result<readonly string[]>> {
  const sheets = await requests.send(({ workbook }) => workbook.worksheets.load('items/name, items/visibility'));
  return succeed(sheets.items.flatMap(({ name, visibility }) => (visibility === 'VeryHidden' ? [] : [name])));
}
