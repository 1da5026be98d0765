import { evaluate, spill } from '../../../support/calculation/evaluate';

const cells = { A1: 3, A2: 1, A3: 2, A4: 1, B1: 'c', B2: 'a', B3: 'b', B4: 'A' } as const;

describe('arrays', () => {
  it.each([
    ['=FILTER(B1:B4,A1:A4>1)', [['c'], ['b']]],
    ['=FILTER(A1:B4,{FALSE,TRUE})', [['c'], ['a'], ['b'], ['A']]],
    ['=SORT(A1:A4)', [[1], [1], [2], [3]]],
    ['=SORT(A1:B4,{1,2},{-1,1})', [[3, 'c'], [2, 'b'], [1, 'a'], [1, 'A']]],
    ['=SORT({3,1,2},1,1,TRUE)', [[1, 2, 3]]],
    ['=SORTBY(B1:B4,A1:A4,-1)', [['c'], ['b'], ['a'], ['A']]],
    ['=UNIQUE(B1:B4)', [['c'], ['a'], ['b']]],
    ['=UNIQUE(A1:A4,,TRUE)', [[3], [2]]],
    ['=SEQUENCE(2,3,10,5)', [[10, 15, 20], [25, 30, 35]]],
    ['=TAKE(A1:B4,2)', [[3, 'c'], [1, 'a']]],
    ['=TAKE(A1:B4,-1,1)', [[1]]],
    ['=DROP(A1:B4,2,1)', [['b'], ['A']]],
    ['=DROP({1,2,3},,-1)', [[1, 2]]],
    ['=EXPAND({1},2,2,"-")', [[1, '-'], ['-', '-']]],
    ['=CHOOSECOLS(A1:B2,-1,1)', [['c', 3], ['a', 1]]],
    ['=CHOOSEROWS(A1:A4,{4,1})', [[1], [3]]],
    ['=VSTACK({1,2},{3})', [[1, 2], [3, '#N/A']]],
    ['=HSTACK({1;2},{3})', [[1, 3], [2, '#N/A']]],
    ['=TOCOL({1,2;3,4},,TRUE)', [[1], [3], [2], [4]]],
    ['=TOROW(A1:A5,1)', [[3, 1, 2, 1]]],
    ['=WRAPROWS({1,2,3},2,0)', [[1, 2], [3, 0]]],
    ['=WRAPCOLS({1,2,3},2)', [[1, 3], [2, '#N/A']]],
    ['=WRAPROWS({1,2},1E+9)', [[1, 2]]],
    ['=TRANSPOSE({1,2;3,4})', [[1, 3], [2, 4]]],
    ['=MAP({1,2},{10,20},LAMBDA(a,b,a+b))', [[11, 22]]],
    ['=SCAN(0,{1,2,3},LAMBDA(a,b,a+b))', [[1, 3, 6]]],
    ['=BYROW({1,2;3,4},LAMBDA(x,SUM(x)))', [[3], [7]]],
    ['=BYCOL({1,2;3,4},LAMBDA(x,MAX(x)))', [[3, 4]]],
    ['=MAKEARRAY(2,2,LAMBDA(x,y,x*y))', [[1, 2], [2, 4]]],
    ['=BYROW({1,2},LAMBDA(x,x))', [['#CALC!']]],
  ] as const)('%s', (formula, rows) => expect(spill(formula, cells)).toEqual(rows)); // prettier-ignore

  it.each([
    ['=REDUCE(0,A1:A4,LAMBDA(a,b,a+b))', 7],
    ['=FILTER(A1:A4,A1:A4>9,"none")', 'none'],
    ['=FILTER(A1:A4,A1:A4>9)', '#CALC!'],
    ['=DROP({1,2},1)', '#CALC!'],
    ['=CHOOSECOLS({1,2},3)', '#VALUE!'],
    ['=SUM(SORT(A1:A4))', 7],
    ['=ROWS(UNIQUE(A1:A4))', 3],
    ['=SEQUENCE(1E+6,1E+6)', 'unknown: an array of 1000000 rows and 1000000 columns'],
    ['=LAMBDA(a,b,IF(ISOMITTED(b),"no b",b))(1,)', 'no b'],
    ['=LAMBDA(a,IF(ISOMITTED(a),"none",a))(B9)', 0],
  ])('%s is %p', (formula, result) => expect(evaluate(formula, cells)).toBe(result));
});

describe('information', () => {
  it.each([
    ['=N(A1)', 3],
    ['=N("x")', 0],
    ['=N(TRUE)', 1],
    ['=T(B1)', 'c'],
    ['=T(5)', ''],
    ['=NA()', '#N/A'],
    ['=TYPE({1,2})', 64],
    ['=TYPE("x")', 2],
    ['=ERROR.TYPE(1/0)', 2],
    ['=ERROR.TYPE(1)', '#N/A'],
    ['=ISODD(-3.5)', true],
    ['=ISEVEN(TRUE)', '#VALUE!'],
    ['=ISREF(A1)', true],
    ['=ISREF(1)', false],
    ['=ISFORMULA(A1)', false],
    ['=SHEET()', 1],
    ['=SHEET("Sheet1")', 1],
    ['=SHEETS()', 1],
    ['=CELL("address",C5)', '$C$5'],
    ['=CELL("type",B1)', 'l'],
    ['=CELL("width",B1)', 'unknown: CELL("width")'],
    ['=MROUND(,5)', '#N/A'],
    ['=OR("",TRUE)', true],
  ])('%s is %p', (formula, result) => expect(evaluate(formula, cells)).toBe(result));
});
