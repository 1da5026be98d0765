import type { Iteration } from '../../../src/core/workbook/Snapshot';
import { workbook, type CellText } from '../workbook';

/** A plan of debt whose interest is on the average of what is owed, which the interest itself adds to. */
export interface DebtPlan {
  readonly opening: number;
  readonly rate: number;
  readonly repaid: readonly number[];
  /** 0: interest on what is owed at first, without a circle. */
  readonly average: 0 | 1;
}

/** What is owed at the end of each year: the circle solved for it by hand. */
export function closings({ opening, rate, repaid, average }: DebtPlan): readonly number[] {
  let owed = opening;
  return repaid.map((paid) => (owed = average === 1 ? (owed * (1 + rate / 2) - paid) / (1 - rate / 2) : owed * (1 + rate) - paid));
}

/** The cells of a plan: a year a column from B, rows for what is owed at first, repaid, interest and owed at the end. */
export function debtCells(plan: DebtPlan): Readonly<Record<string, CellText>> {
  const cells: Record<string, CellText> = { A1: 'Rate', B1: plan.rate, A2: 'On average', B2: plan.average };
  Object.assign(cells, { A4: 'Opening', A5: 'Repaid', A6: 'Interest', A7: 'Closing' });
  const ends = closings(plan);
  plan.repaid.forEach((paid, k) => {
    const [column, before] = [String.fromCharCode(66 + k), String.fromCharCode(65 + k)];
    const opening = k === 0 ? plan.opening : ends[k - 1]!;
    cells[`${column}4`] = k === 0 ? plan.opening : [`=${before}7`, opening];
    cells[`${column}5`] = paid;
    cells[`${column}6`] = [`=$B$1*IF($B$2=1,AVERAGE(${column}4,${column}7),${column}4)`, ends[k]! - opening + paid];
    cells[`${column}7`] = [`=${column}4-${column}5+${column}6`, ends[k]!];
  });
  return cells;
}

/** The workbook of a plan, as Excel stores it once it is calculated. */
export function debtPlan(plan: DebtPlan, iteration: Iteration | null) {
  return workbook({ Debt: debtCells(plan) }, { iteration });
}
