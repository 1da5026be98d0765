import { fail, succeed, type Result } from '../../core/Result';
import type { Requests } from './Requests';

/** Shows the sheet, selects the cells and scrolls to them. Throws an OfficeProblem. */
export async function select(requests: Requests, sheet: string, address: string): Promise<Result<null>> {
  const found = await requests.send(({ workbook }) => workbook.worksheets.getItemOrNullObject(sheet).load('visibility'));
  if (found.isNullObject) return fail('not-found', `The sheet ${sheet} is no longer there. Compare again.`);
  if (found.visibility !== 'Visible') return fail('hidden-sheet', `The sheet ${sheet} is hidden: unhide it in Excel to look at this cell.`);
  await requests.send(({ workbook }) => {
    const worksheet = workbook.worksheets.getItem(sheet);
    worksheet.activate();
    if (address !== '') worksheet.getRange(address).select();
  });
  return succeed(null);
}
