import { evaluate, spill } from '../../../support/calculation/evaluate';

const cells = { A1: 1, A2: 2, A3: '#DIV/0!', A4: 4, A5: ['=SUBTOTAL(9,A1:A2)', 3], B1: 10, B2: 20, B3: 30, B6: ['=IF(A1=1,SUBTOTAL(9,B1:B3))', 60] } as const; // prettier-ignore

describe('mathematics', () => {
  it.each([
    ['=CEILING(2.5,1)', 3],
    ['=CEILING(-2.5,-2)', -4],
    ['=CEILING(-2.5,2)', -2],
    ['=CEILING(2.5,-2)', '#NUM!'],
    ['=CEILING(0.234,0.01)', 0.24],
    ['=FLOOR(3.7,2)', 2],
    ['=FLOOR(-2.5,-2)', -2],
    ['=FLOOR(1,0)', '#DIV/0!'],
    ['=CEILING.MATH(-8.1,2)', -8],
    ['=CEILING.MATH(-5.5,2,-1)', -6],
    ['=CEILING.MATH(24.3)', 25],
    ['=FLOOR.MATH(-8.1,2)', -10],
    ['=FLOOR.MATH(-5.5,2,-1)', -4],
    ['=ISO.CEILING(4.3)', 5],
    ['=FLOOR.PRECISE(-3.2,-1)', -4],
    ['=EVEN(1.5)', 2],
    ['=EVEN(-1)', -2],
    ['=ODD(2)', 3],
    ['=ODD(0)', 1],
    ['=MOD(3,-2)', -1],
    ['=MOD(-3,2)', 1],
    ['=MOD(3,0)', '#DIV/0!'],
    ['=QUOTIENT(-10,3)', -3],
    ['=ABS(-4)', 4],
    ['=SIGN(-0.5)', -1],
    ['=SQRT(-1)', '#NUM!'],
    ['=POWER(0,0)', '#NUM!'],
    ['=LOG(8,2)', 3],
    ['=LN(0)', '#NUM!'],
    ['=ATAN2(-1,-1)', (-3 * Math.PI) / 4],
    ['=COT(0)', '#DIV/0!'],
    ['=SIN(1E+9)', '#NUM!'],
    ['=ACOTH(6)', 0.16823611831060642],
    ['=FACT(5)', 120],
    ['=FACT(171)', '#NUM!'],
    ['=FACTDOUBLE(7)', 105],
    ['=COMBIN(8,2)', 28],
    ['=COMBINA(4,3)', 20],
    ['=MULTINOMIAL(2,3,4)', 1260],
    ['=GCD(24,36)', 12],
    ['=LCM(24,36)', 72],
    ['=ROMAN(499)', 'CDXCIX'],
    ['=ROMAN(499,1)', 'LDVLIV'],
    ['=ROMAN(499,2)', 'XDIX'],
    ['=ROMAN(499,3)', 'VDIV'],
    ['=ROMAN(499,4)', 'ID'],
    ['=ROMAN(4000)', '#VALUE!'],
    ['=ARABIC("mcmxii")', 1912],
    ['=ARABIC("-IX")', -9],
    ['=BASE(255,16,4)', '00FF'],
    ['=DECIMAL("FF",16)', 255],
    ['=DECIMAL("2",2)', '#NUM!'],
    ['=SERIESSUM(2,0,1,{1,2,3})', 17],
    ['=SUMX2MY2({2,3},{6,5})', -48],
    ['=SUMXMY2({2,3},{6,5})', 20],
    ['=MDETERM({1,3,8,5;1,3,6,1;1,1,1,0;7,3,10,2})', 88],
    ['=MDETERM({1,2;2,4})', 0],
    ['=MINVERSE({1,2;2,4})', '#NUM!'],
  ] as const)('%s is %p', (formula, result) => {
    const value = evaluate(formula);
    if (typeof result === 'number') expect(value).toBeCloseTo(result, 10);
    else expect(value).toBe(result);
  });

  it('calculates with matrices', () => {
    expect(spill('=MMULT({1,3;7,2},{2,0;0,2})')).toEqual([[2, 6], [14, 4]]); // prettier-ignore
    expect(spill('=MINVERSE({4,-1;2,0})')).toEqual([[0, 0.5], [-1, 2]]); // prettier-ignore
    expect(spill('=MUNIT(2)')).toEqual([[1, 0], [0, 1]]); // prettier-ignore
    expect(evaluate('=MMULT({1,2},{1,2})')).toBe('#VALUE!');
  });

  it.each([
    ['=SUBTOTAL(9,B1:B6)', 60],
    ['=SUBTOTAL(1,B1:B3)', 20],
    ['=SUBTOTAL(9,A1:A5)', '#DIV/0!'],
    ['=SUBTOTAL(3,A1:A5)', 4],
    ['=SUBTOTAL(12,B1:B3)', '#VALUE!'],
    ['=AGGREGATE(9,6,A1:A5)', 10],
    ['=AGGREGATE(9,2,A1:A5)', 7],
    ['=AGGREGATE(9,4,A1:A5)', '#DIV/0!'],
    ['=AGGREGATE(14,6,A1:A4,1)', 4],
    ['=AGGREGATE(15,6,B1:B3/(A1:A3>1),1)', 20],
    ['=AGGREGATE(17,6,B1:B3,2)', 20],
    ['=AGGREGATE(12,6,B1:B3)', 20],
    ['=AGGREGATE(14,6,B1:B3,4)', '#NUM!'],
  ])('%s is %p', (formula, result) => expect(evaluate(formula, cells)).toBe(result));

  it('passes over hidden rows, and does not guess why they are hidden', () => {
    const hidden = { sheets: { Sheet1: { hiddenRows: [{ first: 2, last: 2 }] } } };
    expect(evaluate('=SUBTOTAL(109,B1:B3)', cells, 'Z99', hidden)).toBe(40);
    expect(evaluate('=AGGREGATE(9,5,B1:B3)', cells, 'Z99', hidden)).toBe(40);
    expect(evaluate('=SUBTOTAL(9,B1:B3)', cells, 'Z99', hidden)).toBe('unknown: a subtotal over hidden rows');
    expect(evaluate('=SUBTOTAL(4,B1:B3)', cells, 'Z99', hidden)).toBe(30);
  });
});

describe('databases', () => {
  const orchard = {
    A1: 'Tree', B1: 'Height', C1: 'Profit',
    A2: 'Apple', B2: 18, C2: 105, A3: 'Pear', B3: 12, C3: 96, A4: 'Cherry', B4: 13, C4: 105, A5: 'Apple', B5: 14, C5: 75,
    E1: 'Tree', F1: 'Height', G1: 'Height', E2: 'App', F2: '>10', G2: '<16', E3: 'Pear', H1: 'Tall', H2: true,
  } as const; // prettier-ignore
  it.each([
    ['=DSUM(A1:C5,"Profit",E1:E2)', 180],
    ['=DSUM(A1:C5,3,E1:G3)', 171],
    ['=DCOUNT(A1:C5,"Profit",E1:G2)', 1],
    ['=DCOUNTA(A1:C5,,E1:E3)', 3],
    ['=DMAX(A1:C5,"Profit",E1:E3)', 105],
    ['=DMIN(A1:C5,"Profit",E1:E3)', 75],
    ['=DAVERAGE(A1:C5,2,E1:E2)', 16],
    ['=DPRODUCT(A1:C5,2,E1:G2)', 14],
    ['=DGET(A1:C5,"Profit",E1:E3)', '#NUM!'],
    ['=DGET(A1:C5,"Profit",E1:G2)', 75],
    ['=DVARP(A1:C5,2,E1:E2)', 4],
    ['=DSTDEVP(A1:C5,2,E1:E2)', 2],
    ['=DSUM(A1:C5,"Rent",E1:E2)', '#VALUE!'],
    ['=DSUM(A1:C5,3,H1:H2)', 'unknown: a database function with a formula as its condition'],
  ])('%s is %p', (formula, result) => expect(evaluate(formula, orchard)).toBe(result));
});

describe('trimmed ranges', () => {
  const sparse = { B2: 1, B4: 2 };
  it.each([
    ['=ROWS(TRIMRANGE(A1:C9))', 3],
    ['=ROWS(TRIMRANGE(A1:C9,2))', 4],
    ['=COLUMNS(A1.:.C9)', 1],
    ['=COLUMNS(A1:.C9)', 2],
    ['=ROWS(A1.:C9)', 8],
    ['=SUM(B.:.B)', 3],
    ['=ROWS(TRIMRANGE(E1:F9))', '#REF!'],
  ])('%s is %p', (formula, result) => expect(evaluate(formula, sparse)).toBe(result));
});
