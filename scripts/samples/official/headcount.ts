import { columnName } from '../../../src/core/workbook/Address';
import { Chance } from '../chance';
import { serialOf } from '../dates';
import { FORMAT } from '../styles';
import type { Workbook } from '../Workbook';
import { HEADCOUNT } from './vocabulary';

export const FUNCTIONS_ROW = { hosting: 107, support: 108, research: 109, sales: 110, general: 111, total: 112, heads: 113 } as const;

const FUNCTIONS = ['Cloud operations', 'Customer support', 'Research and development', 'Sales and marketing', 'General and administrative'];

/** Role, how many, typical salary in USD; by function in the order above. */
const ROLES: readonly (readonly (readonly [role: string, count: number, salary: number])[])[] = [
  [
    ['Site reliability engineer', 5, 148_000],
    ['Cloud operations manager', 1, 168_000],
  ],
  [
    ['Support specialist', 8, 68_000],
    ['Support team lead', 2, 92_000],
    ['Implementation consultant', 4, 98_000],
  ],
  [
    ['VP Engineering', 1, 265_000],
    ['Engineering manager', 3, 188_000],
    ['Senior software engineer', 9, 164_000],
    ['Software engineer', 14, 132_000],
    ['Data engineer', 2, 146_000],
    ['Product manager', 5, 152_000],
    ['Product designer', 3, 126_000],
    ['Quality engineer', 3, 108_000],
  ],
  [
    ['VP Sales', 1, 240_000],
    ['Account executive, Enterprise', 5, 138_000],
    ['Account executive, Mid-market', 5, 104_000],
    ['Account executive, SMB', 4, 78_000],
    ['Solutions engineer', 3, 134_000],
    ['Sales development representative', 4, 62_000],
    ['Customer success manager', 5, 96_000],
    ['Demand generation manager', 1, 112_000],
    ['Marketing manager', 2, 102_000],
  ],
  [
    ['Chief executive officer', 1, 310_000],
    ['Chief financial officer', 1, 275_000],
    ['Controller', 1, 172_000],
    ['Finance business partner', 2, 118_000],
    ['Accountant', 2, 84_000],
    ['People partner', 1, 104_000],
    ['Legal counsel', 1, 182_000],
    ['IT administrator', 1, 82_000],
  ],
];

/** Adds the positions with their monthly cost, and the cost of each function. */
export function addHeadcount(workbook: Workbook): void {
  const sheet = workbook.add('Headcount');
  const { header, first, last } = HEADCOUNT;
  const chance = new Chance(104);
  const months = Array.from({ length: 12 }, (_, i) => columnName(7 + i));
  sheet.put('A1', 'Headcount FY26', 'title');
  sheet.put('A2', 'USD · salary with benefits and payroll tax; merit increase from April for those in seat before the year', 'subtitle');
  sheet.putHeader(`A${header}`, ['Position', 'Role', 'Function', 'Location', 'Start', 'Salary'], 4);
  months.forEach((column, i) =>
    sheet.put(`${column}${header}`, i === 0 ? '=FY_start' : `=EDATE(${months[i - 1]}${header},1)`, 'figureHeader', FORMAT.month),
  );
  sheet.put(`S${header}`, 'FY26', 'figureHeader');
  let row = first;
  ROLES.forEach((roles, f) => {
    for (const [role, count, salary] of roles) {
      for (let i = 0; i < count; i++, row++) {
        // Every seventh position opens during the year.
        const start =
          row % 7 === 0
            ? serialOf(2026, 1 + Math.floor(chance.between(1, 10)), 1)
            : serialOf(2018 + Math.floor(chance.between(0, 8)), 1 + Math.floor(chance.between(0, 12)), 1);
        sheet.putRow(
          `A${row}`,
          [`P-${201 + row - first}`, role, FUNCTIONS[f]!, chance.pick(['Denver', 'Denver', 'Remote US', 'London', 'Kraków', 'Singapore'])],
          'input',
        );
        sheet.put(`E${row}`, start, 'input', FORMAT.date);
        sheet.put(`F${row}`, Math.round((salary * chance.between(0.92, 1.1)) / 500) * 500, 'input', FORMAT.currency);
        for (const c of months) {
          const merit = `IF(AND(${c}$${header}>=Merit_date,$E${row}<FY_start),1+Merit_increase,1)`;
          sheet.put(`${c}${row}`, `=IF(${c}$${header}>=$E${row},$F${row}/12*(1+Benefits_load)*${merit},0)`, 'plain', FORMAT.number);
        }
        sheet.put(`S${row}`, `=SUM(G${row}:R${row})`, 'plain', FORMAT.number);
      }
    }
  });
  if (row !== last + 1) throw new Error(`Headcount ends in row ${row - 1}`);
  sheet.putRow(`A${FUNCTIONS_ROW.hosting - 1}`, ['Cost by function'], 'section');
  FUNCTIONS.forEach((label, i) => {
    const r = FUNCTIONS_ROW.hosting + i;
    sheet.put(`A${r}`, label);
    for (const c of [...months, 'S'])
      sheet.put(`${c}${r}`, `=SUMIFS(${c}$${first}:${c}$${last},$C$${first}:$C$${last},$A${r})`, 'plain', FORMAT.number);
  });
  sheet.put(`A${FUNCTIONS_ROW.total}`, 'Total cost', 'total');
  for (const c of [...months, 'S'])
    sheet.put(`${c}${FUNCTIONS_ROW.total}`, `=SUM(${c}${FUNCTIONS_ROW.hosting}:${c}${FUNCTIONS_ROW.general})`, 'total', FORMAT.number);
  sheet.put(`A${FUNCTIONS_ROW.heads}`, 'Heads in seat');
  for (const c of months)
    sheet.put(`${c}${FUNCTIONS_ROW.heads}`, `=COUNTIFS($E$${first}:$E$${last},"<="&${c}$${header})`, 'plain', FORMAT.count);
  sheet.put(`S${FUNCTIONS_ROW.heads}`, `=AVERAGE(G${FUNCTIONS_ROW.heads}:R${FUNCTIONS_ROW.heads})`, 'plain', '0.0');
  sheet.autoFilter = `A${header}:S${last}`;
  sheet.widths.push(24, 31, 25, 12, 12, 11, ...months.map(() => 10), 12);
  sheet.frozenAt = `C${first}`;
}
