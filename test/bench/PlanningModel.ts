import type { Snapshot } from '../../src/core/workbook/Snapshot';
import { workbook, type CellText } from '../support/workbook';

/** A planning model made for measuring: so many products over so many months, ten formulas each a month, totals and one headline. */
export interface PlanningModel {
  readonly products: number;
  readonly months: number;
  /** By product, the growth a month that someone typed in another one; in local only. */
  readonly edits: number;
}

/** Where the headline stands. */
export const HEADLINE = 'Summary!B1';
/** Formulas a product a month. */
const LINES = 10;
const FIRST_COLUMN = 3;

/** Either workbook of a planning model, every formula with its result. */
export function planningWorkbook({ products, months, edits }: PlanningModel, side: 'official' | 'local'): Snapshot {
  const inputs: Record<string, CellText> = {
    A1: 'Product',
    B1: 'Units',
    C1: 'Growth',
    D1: 'Price',
    E1: 'Price rise',
    F1: 'Cost',
    G1: 'Churn',
  };
  const plan: Record<string, CellText> = { A1: 'Line' };
  const totals = new Array<number>(months).fill(0);
  for (let product = 0; product < products; product++) {
    const row = product + 2;
    const growth = 0.01 + (product % 7) / 1000 + (side === 'local' && product < edits ? 0.002 : 0);
    const values = { B: 100 + product, C: growth, D: 20 + (product % 13), E: 0.001, F: 0.3, G: 0.02 };
    inputs[`A${row}`] = `Product ${product + 1}`;
    for (const [column, value] of Object.entries(values)) inputs[`${column}${row}`] = value;
    writeProduct(plan, product, values, totals);
  }
  const last = letters(FIRST_COLUMN + months - 1);
  const sumRow = products * LINES + 3;
  totals.forEach((total, month) => {
    const column = letters(FIRST_COLUMN + month);
    plan[`${column}${sumRow}`] = [`=SUMIF($A$2:$A$${sumRow - 2},"Margin",${column}$2:${column}$${sumRow - 2})`, total];
  });
  plan[`A${sumRow}`] = 'Total margin';
  const headline = totals.reduce((sum, total) => sum + total, 0);
  return workbook({ Inputs: inputs, Plan: plan, Summary: { A1: 'Margin', B1: [`=SUM(Plan!C${sumRow}:${last}${sumRow})`, headline] } });
}

interface ProductInputs {
  readonly B: number;
  readonly C: number;
  readonly D: number;
  readonly E: number;
  readonly F: number;
  readonly G: number;
}

function writeProduct(plan: Record<string, CellText>, product: number, inputs: ProductInputs, totals: number[]): void {
  const names = ['Units', 'Price', 'Gross', 'Churned', 'Net units', 'Revenue', 'Discount', 'Net revenue', 'Cost', 'Margin'];
  const top = product * LINES + 2;
  const own = product + 2;
  names.forEach((name, line) => (plan[`A${top + line}`] = name));
  let [units, price] = [inputs.B, inputs.D];
  totals.forEach((_, month) => {
    const [column, before] = [letters(FIRST_COLUMN + month), letters(FIRST_COLUMN + month - 1)];
    const at = (line: number): string => `${column}${top + line}`;
    if (month > 0) [units, price] = [units * (1 + inputs.C), price * (1 + inputs.E)];
    const gross = units * price;
    const churned = units * inputs.G;
    const net = units - churned;
    const revenue = net * price;
    const discount = gross > 5000 ? revenue * 0.05 : 0;
    const netRevenue = revenue - discount;
    const cost = netRevenue * inputs.F;
    const formulas: [string, number][] = [
      [month === 0 ? `=Inputs!$B$${own}` : `=${before}${top}*(1+Inputs!$C$${own})`, units],
      [month === 0 ? `=Inputs!$D$${own}` : `=${before}${top + 1}*(1+Inputs!$E$${own})`, price],
      [`=${at(0)}*${at(1)}`, gross],
      [`=${at(0)}*Inputs!$G$${own}`, churned],
      [`=${at(0)}-${at(3)}`, net],
      [`=${at(4)}*${at(1)}`, revenue],
      [`=IF(${at(2)}>5000,${at(5)}*0.05,0)`, discount],
      [`=${at(5)}-${at(6)}`, netRevenue],
      [`=${at(7)}*Inputs!$F$${own}`, cost],
      [`=${at(7)}-${at(8)}`, netRevenue - cost],
    ];
    formulas.forEach((formula, line) => (plan[at(line)] = formula));
    totals[month]! += netRevenue - cost;
  });
}

function letters(column: number): string {
  return column > 26 ? letters(Math.floor((column - 1) / 26)) + letters(((column - 1) % 26) + 1) : String.fromCharCode(64 + column);
}
