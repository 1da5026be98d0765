import { checkFormula } from '../../../src/workbench/book/checkFormula';
import { renameInFormula } from '../../../src/workbench/book/renameInFormula';

test.each([
  ['=Data!A1+data!B2', 'New', '=New!A1+New!B2'],
  ['=Data!A1', 'My sheet', "='My sheet'!A1"],
  ["=SUM('Data'!A:A)", "It's", "=SUM('It''s'!A:A)"],
  ['="Data!A1"&Data2!A1', 'New', '="Data!A1"&Data2!A1'],
  ['=SUM(Data:Last!A1)', 'My sheet', "=SUM('My sheet:Last'!A1)"],
  ['=Data!#REF!', 'New', '=New!#REF!'],
  ['=[1]Data!A1', 'New', '=[1]Data!A1'],
  ['=Data!Rate*Data!A1#', 'New', '=New!Rate*New!A1#'],
  ['=Data!A1+1', null, '=#REF!A1+1'],
])('%s with Data renamed to %s is %s', (formula, to, expected) => {
  expect(renameInFormula(formula, 'Data', to)).toBe(expected);
});

const sheets = new Set(['data', 'my sheet', 'last']);
const accepts = (formula: string) => {
  try {
    checkFormula(formula, (name) => sheets.has(name.toLowerCase()));
    return true;
  } catch {
    return false;
  }
};

test.each([
  '=1+1',
  "='My sheet'!A1:B2",
  '=SUM(Data:Last!A1)',
  '=[1]Elsewhere!A1',
  '=IF(A1="(","{",{1,2;3,4})',
  '=#REF!A1',
  '=LET(x,1,x+1)',
  '=Table1[[#This Row],[Net (USD)]]',
  "=SUM('[Book 2.xlsx]S'!A1)",
  '=A1#',
  '=@A1:A3',
])('%s is taken', (formula) => expect(accepts(formula)).toBe(true));

test.each(['=SUM(A1', '=A1)', '="open', '=Gone!A1', "='Not there'!A1", '=SUM(Data:Gone!A1)', '={1,2'])('%s is refused', (formula) =>
  expect(accepts(formula)).toBe(false),
);
