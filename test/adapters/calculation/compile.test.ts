import { evaluate, spill } from '../../support/calculation/evaluate';

const cells = { A1: 1, A2: 2, A3: 3, B1: 10, B2: 20, B3: 30, C1: 'x', D1: ['=A1', 1] } as const;

describe('operators', () => {
  it.each([
    ['=1+2*3', 7],
    ['=-2^2', 4],
    ['=2^-1', 0.5],
    ['=10%', 0.1],
    ['="a"&1&TRUE', 'a1TRUE'],
    ['=1/0', '#DIV/0!'],
    ['=0^0', '#NUM!'],
    ['=0.1+0.2=0.3', true],
    ['=0.1+0.2-0.3', 0],
    ['="A"="a"', true],
    ['="10"+5', 15],
    ['="x"+5', '#VALUE!'],
    ['=TRUE>"z"', true],
    ['="z">9', true],
    ['=#N/A+1/0', '#N/A'],
    ['=E1=0', true],
    ['=E1=""', true],
    ['=E1', 0],
  ])('%s is %p', (formula, result) => expect(evaluate(formula, cells)).toBe(result));
});

describe('references', () => {
  it.each([
    ['=SUM(A1:B3)', 66],
    ['=SUM(A:A)', 6],
    ['=SUM(1:1)', 12],
    ['=SUM((A1:A2,B3))', 33],
    ['=SUM(A1:B2 B1:B3)', 30],
    ['=A1:A2 B1:B2', '#NULL!'],
    ['=SUM(Sheet1!A1:A2)', 3],
    ['=Nowhere!A1', '#REF!'],
    ['=#REF!+1', '#REF!'],
    ['=SUM(Rates)', 60],
    ['=Rates2', '#NAME?'],
    ['=[1]Other!A1', 'unknown: [1]Other'],
  ])('%s is %p', (formula, result) => expect(evaluate(formula, cells, 'Z99', { names: { Rates: 'Sheet1!$B$1:$B$3' } })).toBe(result));

  it('takes the cell in its own row or column of a range where one value is wanted', () => {
    expect(evaluate('=A1:A3*2', cells, 'F2')).toBe(4);
    expect(evaluate('=A1:A3*2', cells, 'F9')).toBe('#VALUE!');
    expect(evaluate('=SUMPRODUCT(A1:A3*B1:B3)', cells, 'F9')).toBe(140);
  });

  it('calculates with arrays written into a plain formula', () => {
    expect(evaluate('=SUM({1,2}*2)')).toBe(6);
    expect(evaluate('=SUM(ROUND({1.2,2.7},0)+1)')).toBe(6);
    expect(evaluate('={5,6}')).toBe(5);
  });

  it('calculates arrays as arrays', () => {
    expect(spill('=A1:A3*B1:B3', cells)).toEqual([[10], [40], [90]]);
    expect(spill('=A1:A3+{1,2}', cells)).toEqual([
      [2, 3],
      [3, 4],
      [4, 5],
    ]);
    expect(spill('={1,2,3}+{1,2}', cells)).toEqual([[2, 4, '#N/A']]);
    expect(spill('=IF(A1:A3>1,B1:B3,0)', cells)).toEqual([[0], [20], [30]]);
  });

  const deals = {
    name: 'Deals',
    sheet: 'Sheet1',
    range: { firstRow: 1, firstColumn: 1, lastRow: 4, lastColumn: 2 },
    headerRow: true,
    totalsRow: true,
    columns: [
      { name: 'Price', formula: null },
      { name: 'Number', formula: null },
    ],
  };
  const table = { A1: 'Price', B1: 'Number', A2: 5, B2: 2, A3: 7, B3: 3, A4: 12, B4: 5 };
  it.each([
    ['=SUM(Deals[Price])', 12],
    ['=SUM(Deals)', 17],
    ['=Deals[[#Totals],[Number]]', 5],
    ['=Deals[[#Headers],[Number]]', 'Number'],
    ['=Deals[@Price]*Deals[@Number]', 21],
    ['=SUM(Deals[[#This Row],[Price]:[Number]])', 10],
    ['=Deals[Cost]', '#REF!'],
  ])('%s is %p', (formula, result) => expect(evaluate(formula, table, 'Z3', { tables: [deals] })).toBe(result));
});

describe('LET, LAMBDA and branches', () => {
  it.each([
    ['=LET(x,2,y,x*3,x+y)', 8],
    ['=LET(f,LAMBDA(a,a*2),f(21))', 42],
    ['=LAMBDA(a,b,a-b)(5,3)', 2],
    ['=_xlfn.LET(_xlpm.a1,4,_xlpm.a1+1)', 5],
    ['=Twice(4)', 8],
    ['=LAMBDA(a,a)', '#CALC!'],
    ['=Endless(1)', '#NUM!'],
    ['=Round1', 'unknown: round1'],
    ['=IF(A1=1,"yes",1/0)', 'yes'],
    ['=IF(A1=1,,2)', 0],
    ['=IF(A1=2,1)', false],
    ['=IFERROR(1/0,"none")', 'none'],
    ['=IFNA(1/0,"none")', '#DIV/0!'],
    ['=IFS(A1=2,"b",A1=1,"a")', 'a'],
    ['=IFS(A1=2,"b")', '#N/A'],
    ['=SWITCH(A2,1,"one",2,"two","many")', 'two'],
    ['=CHOOSE(2,1/0,"b")', 'b'],
    ['=IF(TRUE,1,NOSUCHFUNCTION(1))', 1],
    ['=NOSUCHFUNCTION(1)', 'unknown: NOSUCHFUNCTION'],
    ['=IFERROR(NOSUCHFUNCTION(1),0)', 'unknown: NOSUCHFUNCTION'],
    ['=TODAY()+1', 'unknown: TODAY'],
  ])('%s is %p', (formula, result) =>
    expect(
      evaluate(formula, cells, 'Z99', {
        names: { Twice: 'LAMBDA(n,n*2)', Endless: 'LAMBDA(n,Endless(n+1))', Round1: 'Round2+1', Round2: 'Round1+1' },
      }),
    ).toBe(result),
  );
});
