import { evaluate, spill } from '../../../support/calculation/evaluate';

const cells = {
  A1: 10, A2: 20, A3: 30, A4: 30, A5: 40,
  B1: 'ten', B2: 'twenty', B3: 'thirty', B4: 'Thirty', B5: 'forty',
  D1: 'x', E1: 'y', F1: 'z', D2: 1, E2: 2, F2: 3,
  H1: ['=SUM(A1:A5)', 130], H2: '=_xlfn.XMATCH(1,A1:A5)', H4: 'A2',
} as const; // prettier-ignore

describe('finding', () => {
  it.each([
    ['=MATCH(30,A1:A5,0)', 3],
    ['=MATCH(35,A1:A5)', 4],
    ['=MATCH(5,A1:A5)', '#N/A'],
    ['=MATCH("TH*",B1:B5,0)', 3],
    ['=MATCH("y",D1:F1,0)', 2],
    ['=MATCH(3,{9,7,3,1},-1)', 3],
    ['=MATCH(4,{9,7,3,1},-1)', 2],
    ['=MATCH(1/0,A1:A5,0)', '#DIV/0!'],
    ['=VLOOKUP(20,A1:B5,2,FALSE)', 'twenty'],
    ['=VLOOKUP(25,A1:B5,2)', 'twenty'],
    ['=VLOOKUP(25,A1:B5,2,FALSE)', '#N/A'],
    ['=VLOOKUP(20,A1:B5,3,FALSE)', '#REF!'],
    ['=VLOOKUP(20,A1:B5,0,FALSE)', '#VALUE!'],
    ['=HLOOKUP("y",D1:F2,2,FALSE)', 2],
    ['=LOOKUP(35,A1:A5,B1:B5)', 'Thirty'],
    ['=LOOKUP(2,1/(A1:A5>20),B1:B5)', 'forty'],
    ['=XLOOKUP(30,A1:A5,B1:B5)', 'thirty'],
    ['=XLOOKUP(30,A1:A5,B1:B5,,0,-1)', 'Thirty'],
    ['=XLOOKUP(35,A1:A5,B1:B5)', '#N/A'],
    ['=XLOOKUP(35,A1:A5,B1:B5,"none")', 'none'],
    ['=XLOOKUP(35,A1:A5,B1:B5,,-1)', 'thirty'],
    ['=XLOOKUP(35,A1:A5,B1:B5,,1)', 'forty'],
    ['=XLOOKUP("f*",B1:B5,A1:A5,,2)', 40],
    ['=XLOOKUP(30,A1:A5,B1:B5,,0,2)', 'thirty'],
    ['=XLOOKUP(30,A1:A5,B1:B4)', '#VALUE!'],
    ['=XLOOKUP(30,A1:A5,B1:B5,,5)', '#VALUE!'],
    ['=SUM(XLOOKUP(20,A1:A5,A1:A5):XLOOKUP(40,A1:A5,A1:A5))', 120],
    ['=XMATCH("y",D1:F1)', 2],
    ['=XMATCH("a.*",B1:B5,3)', 'unknown: XLOOKUP or XMATCH by regular expression'],
  ])('%s is %p', (formula, result) => expect(evaluate(formula, cells, 'Z99')).toBe(result));

  it('looks for each of several values, and gives whole rows', () => {
    expect(spill('=XLOOKUP({10;40},A1:A5,B1:B5)', cells)).toEqual([['ten'], ['forty']]);
    expect(spill('=XLOOKUP(20,A1:A5,A1:B5)', cells)).toEqual([[20, 'twenty']]);
    expect(spill('=MATCH({10,50},A1:A5,0)', cells)).toEqual([[1, '#N/A']]);
  });
});

describe('picking and pointing', () => {
  it.each([
    ['=INDEX(B1:B5,2)', 'twenty'],
    ['=INDEX(D1:F2,2,3)', 3],
    ['=INDEX(D1:F1,3)', 'z'],
    ['=SUM(INDEX(A1:A5,2):A4)', 80],
    ['=SUM(INDEX(D1:F2,2,0))', 6],
    ['=SUM(INDEX(A1:B5,0,1))', 130],
    ['=INDEX((A1:A5,D1:F2),2,1,2)', 1],
    ['=INDEX(A1:A5,6)', '#REF!'],
    ['=INDEX(A1:A5,-1)', '#VALUE!'],
    ['=INDEX({1,2;3,4},2,1)', 3],
    ['=OFFSET(A1,2,1)', 'thirty'],
    ['=SUM(OFFSET(A1,1,0,3))', 80],
    ['=SUM(OFFSET(A5,0,0,-2,1))', 70],
    ['=OFFSET(A1,-1,0)', '#REF!'],
    ['=INDIRECT("A"&3)', 30],
    ['=SUM(INDIRECT("A1:A5"))', 130],
    ['=INDIRECT("\'Sheet1\'!$B$2")', 'twenty'],
    ['=INDIRECT("Sheet9!A1")', '#REF!'],
    ['=INDIRECT("1+1")', '#REF!'],
    ['=INDIRECT("R2C1",FALSE)', 20],
    ['=INDIRECT("R[-97]C[-24]",FALSE)', 'twenty'],
    ['=INDIRECT(H4)', 20],
    ['=SUM(INDIRECT("Tens"))', 130],
    ['=ROW()', 99],
    ['=ROW(B7)', 7],
    ['=COLUMN(C1:D1)', 3],
    ['=ROWS(A1:C9)', 9],
    ['=COLUMNS({1,2,3})', 3],
    ['=AREAS((A1:A2,C1))', 2],
    ['=ADDRESS(2,3)', '$C$2'],
    ['=ADDRESS(2,3,4)', 'C2'],
    ['=ADDRESS(2,3,2,FALSE)', 'R2C[3]'],
    ['=ADDRESS(1,1,1,TRUE,"My Sheet")', "'My Sheet'!$A$1"],
    ['=ADDRESS(0,1)', '#VALUE!'],
    ['=FORMULATEXT(H2)', '=XMATCH(1,A1:A5)'],
    ['=FORMULATEXT(A1)', '#N/A'],
    ['=HYPERLINK("https://example.com","Here")', 'Here'],
  ])('%s is %p', (formula, result) => expect(evaluate(formula, cells, 'Z99', { names: { Tens: 'Sheet1!$A$1:$A$5' } })).toBe(result));
});
