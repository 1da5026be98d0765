import type { Chance } from '../../../../scripts/samples/chance';
import { columnName, quoteSheetName } from '../../../../src/core/workbook/Address';
import { amount, whole } from './figures';
import type { SheetMaker, SheetPen } from './modelOf';

const SECTIONS = ['Revenue', 'Cost of sales', 'Operating costs', 'Other income', 'Capital spending'];
const ITEMS = ['Licences', 'Support', 'Renewals', 'Services', 'Hosting', 'Salaries', 'Travel', 'Rent', 'Marketing', 'Tools'];

/** A profit and loss sheet: sections of items with totals, blank spacer rows, headers that come again, and a bottom line. */
export const profitAndLoss: SheetMaker = (sheet, chance) => {
  const periods = whole(chance, 3, 8);
  let row = 1;
  if (chance.next() < 0.5) {
    sheet.set(row, 1, 'Profit and loss');
    sheet.merge(row, 1, periods + 1);
    row += 2;
  }
  const header = (): void => {
    for (let k = 1; k <= periods; k++) sheet.set(row, 1 + k, `Q${k}`);
    row++;
  };
  header();
  const again = chance.next() < 0.5;
  const totals: number[] = [];
  for (let s = 0; s < whole(chance, 2, 4); s++) {
    if (s > 0 && again) header();
    sheet.set(row++, 1, SECTIONS[s]!);
    const first = row;
    const items = whole(chance, 2, 6);
    for (let i = 0; i < items; i++, row++) {
      sheet.set(row, 1, `${chance.pick(ITEMS)} ${chance.next() < 0.6 ? '' : i}`.trim());
      itemCells(sheet, chance, row, periods);
    }
    sheet.set(row, 1, `Total ${SECTIONS[s]!.toLowerCase()}`);
    for (let c = 2; c <= periods + 1; c++) sheet.set(row, c, [`=SUM(${columnName(c)}${first}:${columnName(c)}${row - 1})`, amount(chance)]);
    totals.push(row);
    row += 1 + whole(chance, 0, 2);
  }
  sheet.set(row, 1, 'Net');
  for (let c = 2; c <= periods + 1; c++) sheet.set(row, c, [`=${totals.map((total) => columnName(c) + total).join('-')}`, amount(chance)]);
  sheet.name_(`Net_${sheet.name[0]!}`, row, periods + 1);
};

function itemCells(sheet: SheetPen, chance: Chance, row: number, periods: number): void {
  const way = chance.next();
  const other = sheet.before.at(-1);
  for (let c = 2; c <= periods + 1; c++) {
    if (c > 2 && way < 0.35) sheet.set(row, c, [`=${columnName(c - 1)}${row}*1.05`, amount(chance)]);
    else if (c === 2 && way < 0.2 && other !== undefined && other.rows > 0) {
      sheet.set(row, c, [`=${quoteSheetName(other.name)}!$B$${whole(chance, 1, other.rows)}`, amount(chance)]);
    } else sheet.set(row, c, { value: way > 0.9 ? 0 : amount(chance), format: '#,##0.00' });
  }
}

/** Drivers over many months: each row one rule, filled to the right. */
export const timeSeries: SheetMaker = (sheet, chance) => {
  const months = whole(chance, 10, 30);
  sheet.set(1, 1, 'Month');
  for (let k = 1; k <= months; k++) sheet.set(1, 1 + k, k === 1 ? 45_292 : [`=${columnName(k)}1+31`, 45_292 + 31 * k]);
  const rows = whole(chance, 4, 10);
  for (let row = 2; row <= rows + 1; row++) {
    sheet.set(row, 1, chance.pick(ITEMS));
    const way = chance.next();
    for (let c = 2; c <= months + 1; c++) {
      const [here, back] = [columnName(c), columnName(c - 1)];
      if (c === 2 || way < 0.3) sheet.set(row, c, amount(chance));
      else if (way < 0.6 || row === 2) sheet.set(row, c, [`=${back}${row}*(1+$B$2)`, amount(chance)]);
      else sheet.set(row, c, [`=SUM($B${row - 1}:${here}${row - 1})/${here}2`, amount(chance)]);
    }
  }
  sheet.name_(`Growth_${sheet.name[0]!}`, 2, 2);
};
