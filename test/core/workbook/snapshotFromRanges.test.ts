import { snapshotFromRanges } from '../../../src/core/workbook/snapshotFromRanges';
import { describeSheet } from '../../support/describeSheet';

test('blocks in any order become one sheet; empty cells are left out', () => {
  const snapshot = snapshotFromRanges({
    kind: 'ranges',
    manual: false,
    name: 'Open.xlsx',
    sheets: [
      {
        name: 'One',
        visibility: 'hidden',
        protected: true,
        blocks: [
          {
            range: { firstRow: 3, firstColumn: 1, lastRow: 3, lastColumn: 2 },
            values: [[24, { error: '#N/A' }]],
            formulas: [['=A1*2', null]],
            formats: [['0.0', 'General']],
          },
          {
            range: { firstRow: 1, firstColumn: 1, lastRow: 2, lastColumn: 2 },
            values: [
              [12, 'text'],
              ['', ''],
            ],
            formulas: [
              [null, null],
              [null, '=IF(A1>0,"","x")'],
            ],
            formats: [
              ['General', 'General'],
              ['0%', 'General'],
            ],
          },
        ],
      },
    ],
    names: [{ name: 'Rate', scope: null, formula: '=One!$A$1', hidden: false, comment: '' }],
  });
  expect(describeSheet(snapshot)).toEqual({ A1: '12', B1: '"text"', B2: '=IF(A1>0,"","x") → ""', A3: '=A1*2 → 24 [0.0]', B3: '#N/A' });
  expect(snapshot).toMatchObject({
    sha256: null,
    names: [{ formula: 'One!$A$1' }],
    sheets: [{ name: 'One', visibility: 'hidden', protected: true }],
  });
  expect(snapshot.warnings).toHaveLength(1);
});
