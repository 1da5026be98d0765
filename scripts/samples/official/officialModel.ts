import { calculate } from '../calculate';
import { Workbook } from '../Workbook';
import { addAssumptions } from './assumptions';
import { addBookings } from './bookings';
import { addDefinitions } from './definitions';
import { addHeadcount } from './headcount';
import { addRevenue } from './revenue';
import { addSummary } from './summary';
import { addTerritories, makeAccounts } from './territories';

/** The official model "Revenue model FY26", calculated. */
export function officialModel(): Workbook {
  const workbook = new Workbook('Revenue model FY26');
  const accounts = makeAccounts();
  addSummary(workbook);
  addAssumptions(workbook);
  addBookings(workbook, accounts);
  addRevenue(workbook);
  addHeadcount(workbook);
  addTerritories(workbook, accounts);
  addDefinitions(workbook);
  calculate(workbook);
  return workbook;
}
