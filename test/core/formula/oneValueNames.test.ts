import { oneValueNames } from '../../../src/core/formula/oneValueNames';

const names = oneValueNames([
  { name: 'Rate', scope: null, formula: "'My sheet'!$B$2" },
  { name: 'Rate', scope: 'Other', formula: 'Other!$A:$A' },
  { name: 'Tax', scope: null, formula: '0.21' },
  { name: 'Title', scope: null, formula: '="a:b"' },
  { name: 'Years', scope: null, formula: 'Model!$B$1:$F$1' },
  { name: 'Last', scope: null, formula: 'INDEX(Model!$A:$A,3)' },
  { name: 'Both', scope: null, formula: 'Model!$A$1,Model!$B$1' },
  { name: 'Own', scope: "It's", formula: 'Model!$A$1' },
]);

test.each([
  ['rate', 'Model', true],
  ['Rate', 'Other', false],
  ['Other!RATE', 'Model', false],
  ['Model!Rate', 'Other', true],
  ['Tax', 'Model', true],
  ['Title', 'Model', true],
  ['Years', 'Model', false],
  ['Last', 'Model', false],
  ['Both', 'Model', false],
  ['Own', 'Model', false],
  ["'It''s'!Own", 'Model', true],
  ['NobodyKnows', 'Model', false],
])('%s on %s', (name, sheet, expected) => {
  expect(names(sheet)(name)).toBe(expected);
});
