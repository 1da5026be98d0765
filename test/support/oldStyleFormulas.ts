import fc from 'fast-check';

/** Formulas as files of Excel before dynamic arrays hold them, in words of the names, tables and sheets of a model. */
export const oldStyleFormulas = fc
  .letrec<{ part: string }>((tie) => ({
    part: fc.oneof(
      { maxDepth: 4, depthSize: 'small' },
      fc.constantFrom('A1', '$B$2', 'A:A', '$A$3:$A$7', '1:1', 'Other!$A$2:$A$9', 'outYear', 'Amount', 'Rate', 'Other!A6', '7', '"a,(b"'),
      fc.tuple(tie('part'), fc.constantFrom('+', '*', '&', '<=', '^'), tie('part')).map((parts) => parts.join('')),
      tie('part').map((part) => `(${part})`),
      tie('part').map((part) => `-${part}`),
      tie('part').map((part) => `SUM(${part})`),
      tie('part').map((part) => `ISNUMBER(${part})`),
      fc.tuple(tie('part'), tie('part'), tie('part')).map((parts) => `IF(${parts.join(',')})`),
      fc.tuple(tie('part'), tie('part')).map((parts) => `INDEX(${parts.join(',')})`),
      fc.tuple(tie('part'), tie('part')).map((parts) => `COUNTIF(Amount,${parts.join('&')})`),
      fc.tuple(tie('part'), tie('part')).map((parts) => `SUMPRODUCT(${parts.join('*')})`),
      fc.tuple(tie('part'), tie('part')).map((parts) => `IA.OWN(${parts.join(',')})`),
    ),
  }))
  .part.map((part) => `=${part}`);
