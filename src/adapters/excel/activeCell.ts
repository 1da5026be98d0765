import type { HostCell } from '../../app/ports/WorkbookHost';
import { succeed, type Result } from '../../core/Result';
import type { Requests } from './Requests';

/** The cell that the user is at, one even where more are selected. Throws an OfficeProblem. */
export async function activeCell(requests: Requests): Promise<Result<HostCell>> {
  const cell = await requests.send(({ workbook }) => workbook.getActiveCell().load('address, worksheet/name'));
  return succeed({ sheet: cell.worksheet.name, address: cell.address.slice(cell.address.lastIndexOf('!') + 1) });
}
