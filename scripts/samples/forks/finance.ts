import { ShadowCopy } from '../ShadowCopy';
import type { Workbook } from '../Workbook';

/** Finance's copy: taken for the July reforecast and never brought back. */
export function financeCopy(official: Workbook): ShadowCopy {
  return new ShadowCopy(official)
    .says('Renewals from Q2 on still use the rate before the pricing change.')
    .reformulate('Assumptions', 'C28:E30', '=C16')
    .says('First quarter actuals were pasted over the recognition formulas; right today, they will never move again.')
    .overwrite('Revenue', 'D6:F25')
    .says('The euro is kept at an old rate for the second half.')
    .change('Assumptions', 'D76:E76', 1.1)
    .says('A round placeholder stands for the opening ARR of Payments in Latin America.')
    .change('Assumptions', 'G55', 250_000)
    .says('Net revenue is reported after a management reserve of 25,000 a month that only this copy knows.')
    .insertRows('Revenue', 53, [{ A: 'Management reserve', ...reserve() }])
    .reformulate('Revenue', 'D53:O53', '=D51+D52+D53')
    .says('A note on the renewal rates says why, and who agreed.')
    .note('Assumptions', 'C28', 'Kept at the rate before the change until the Q3 cohort is complete. Agreed with the CFO on 12 August.')
    .says('Retention is shown with two decimals.')
    .reformat('Summary', 'C10:G11', '0.00%');
}

function reserve(): Record<string, number> {
  return Object.fromEntries('DEFGHIJKLMNO'.split('').map((column) => [column, -25_000]));
}
