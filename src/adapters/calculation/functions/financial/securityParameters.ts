import type { CellError } from '../../../../core/workbook/CellValue';
import { ERRORS } from '../../values/errors';
import { basisOf, type Basis } from '../dates/dayCounts';

import { optional, type Parameter, plainNumber } from '../define';

/** How many coupons a security pays a year: 1, 2 or 4. */
export const frequency: Parameter<number> = {
  read: (value, cell) => {
    const read = plainNumber.read(value, cell);
    if (typeof read !== 'number') return read;
    const times = Math.trunc(read);
    return times === 1 || times === 2 || times === 4 ? times : ERRORS.number;
  },
};

/** How days are counted; 30/360 when nothing is said. */
export const basis: Parameter<Basis> = optional<Basis>(
  {
    read: (value, cell): Basis | CellError => {
      const read = plainNumber.read(value, cell);
      return typeof read === 'number' ? (basisOf(read) ?? ERRORS.number) : read;
    },
  },
  0,
);
