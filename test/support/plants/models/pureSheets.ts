import { columnName } from '../../../../src/core/workbook/Address';
import { amount, whole } from './figures';
import type { SheetMaker } from './modelOf';

/** Numbers only, all different or few different ones, with gaps. */
export const numbersOnly: SheetMaker = (sheet, chance) => {
  const [rows, columns] = [whole(chance, 5, 25), whole(chance, 2, 9)];
  const few = chance.next() < 0.4;
  const gaps = chance.next() < 0.3 ? 0.2 : 0;
  for (let row = 1; row <= rows; row++) {
    for (let c = 1; c <= columns; c++) {
      if (chance.next() >= gaps) sheet.set(row, c, few ? whole(chance, 0, 9) : amount(chance));
    }
  }
};

/** Formulas only, filled down or to the right, or each another. */
export const formulasOnly: SheetMaker = (sheet, chance) => {
  const [rows, columns] = [whole(chance, 5, 25), whole(chance, 2, 8)];
  const ways = Array.from({ length: columns }, () => chance.next());
  for (let row = 1; row <= rows; row++) {
    for (let c = 1; c <= columns; c++) {
      const way = ways[c - 1]!;
      const formula =
        row === 1 || c === 1
          ? `=ROW()+${row * 3 + c}`
          : way < 0.4
            ? `=${columnName(c - 1)}${row}*2`
            : way < 0.7
              ? `=${columnName(c)}${row - 1}+$A$1`
              : `=SUM(A${row}:${columnName(c - 1)}${row})*${whole(chance, 2, 9)}`;
      sheet.set(row, c, [formula, amount(chance)]);
    }
  }
};

const WORDS = ['net', 'new', 'renewal', 'churn', 'gross', 'booked', 'owner', 'region', 'see', 'by', 'plan', 'actual'];

/** Texts only, some of which come again. */
export const textsOnly: SheetMaker = (sheet, chance) => {
  const [rows, columns] = [whole(chance, 5, 25), whole(chance, 1, 5)];
  for (let row = 1; row <= rows; row++) {
    for (let c = 1; c <= columns; c++) {
      if (c > 1 && chance.next() < 0.15) continue;
      sheet.set(row, c, Array.from({ length: whole(chance, 1, 3) }, () => chance.pick(WORDS)).join(' '));
    }
  }
};
