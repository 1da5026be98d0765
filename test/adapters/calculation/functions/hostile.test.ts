import { beginFormula, spendWork } from '../../../../src/adapters/calculation/model/formulaContext';
import { evaluate, spill } from '../../../support/calculation/evaluate';

const LIMIT = expect.stringMatching(/^unknown: /) as unknown;
const cells = { A1: 1, A2: 2, A3: 'a'.repeat(5000) };

/** Arguments with which a function that does as it is told would never come to an end, or hold more than there is memory. */
describe('hostile arguments', () => {
  it.each<[string, unknown]>([
    ['=REPT("x",1E9)', '#VALUE!'],
    ['=LEN(REPT("x",32767))', 32_767],
    ['=LEN(REPT("x",32767)&"y")', '#VALUE!'],
    ['=CONCAT(REPT("x",32767),"y")', '#VALUE!'],
    ['=CONCAT(SEQUENCE(1048576))', '#VALUE!'],
    ['=TEXTJOIN(REPT("x",32767),FALSE,SEQUENCE(1000))', '#VALUE!'],
    ['=TEXTJOIN("x",FALSE,A:XFD)', '#VALUE!'],
    ['=ARRAYTOTEXT(SEQUENCE(1048576),1)', '#VALUE!'],
    ['=VALUETOTEXT(REPT("x",32767),1)', '#VALUE!'],
    ['=SUBSTITUTE(REPT("a",32767),"a",REPT("b",32767))', '#VALUE!'],
    ['=REPLACE(REPT("a",32767),1,0,REPT("b",32767))', '#VALUE!'],
    ['=FIXED(1,1E9)', '#VALUE!'],
    ['=TEXTSPLIT(REPT(",",32767),",")', LIMIT],
    ['=SEARCH(REPT("*a",1000)&"b",REPT("a",32767))', '#VALUE!'],
    ['=COUNTIF(A1:A3,REPT("*a",120)&"b")', 0],
    ['=REGEXTEST(REPT("a",30000)&"b","^(a+)+$")', LIMIT],
    ['=REGEXREPLACE(REPT("a",30000),"(.*)*x","y")', LIMIT],
    ['=REGEXREPLACE(REPT("a",30000),"a",REPT("b",30000))', LIMIT],
    ['=REGEXTEST("x","x{1000000000}")', LIMIT],
    ['=BASE(1,2,1E9)', '#NUM!'],
    ['=BASE(1E300,2)', '#NUM!'],
    ['=DECIMAL(REPT("1",32767),2)', '#NUM!'],
    ['=ROMAN(1E9)', '#VALUE!'],
    ['=ARABIC(REPT("M",32767))', '#VALUE!'],
    ['=NUMBERVALUE(REPT("%",32767))', 0],
    ['=VALUE(REPT("9",32767))', '#VALUE!'],
    ['=DATEVALUE(REPT("1/",16000))', '#VALUE!'],
    ['=INDIRECT("A1:"&REPT("Z",300)&"1")', '#REF!'],
  ])('of texts: %s is %p', (formula, result) => expect(evaluate(formula, cells)).toEqual(result));

  it.each<[string, unknown]>([
    ['=SUM(SEQUENCE(1E6,1E6))', LIMIT],
    ['=SUM(SEQUENCE(1048577))', LIMIT],
    ['=SUM(SEQUENCE(1,16385))', LIMIT],
    ['=SUM(SEQUENCE(1E300,1))', LIMIT],
    ['=SUM(RANDARRAY(1E6,1E6))', LIMIT],
    ['=SUM(MAKEARRAY(1E6,1E6,LAMBDA(u,v,u*v)))', LIMIT],
    ['=SUM(EXPAND(1,1048576,16384,0))', LIMIT],
    ['=SUM(WRAPROWS(SEQUENCE(1000),1E300,0))', 500_500],
    ['=SUM(MUNIT(1E6))', LIMIT],
    ['=MDETERM(SEQUENCE(2000,2000))', LIMIT],
    ['=SUM(CHOOSE(SEQUENCE(1048576,10,1,0),1))', LIMIT],
    ['=ROWS(REDUCE(1,SEQUENCE(1000),LAMBDA(a,b,VSTACK(a,a))))', LIMIT],
    ['=REDUCE("x",SEQUENCE(100),LAMBDA(a,b,a&a))', '#VALUE!'],
    ['=SUMPRODUCT(A:XFD,A:XFD)', 5],
    ['=SUM(OFFSET(A1,0,0,1048576,16384))', 3],
  ])('of arrays: %s is %p', (formula, result) => expect(evaluate(formula, cells)).toEqual(result));

  it.each(['=A:XFD*1', '=(A:A=TRANSPOSE(A1:A1000))*1', '=XLOOKUP(A:XFD,A:A,A:A)'])('of arrays: %s is not calculated', (formula) =>
    expect(spill(formula, cells)).toEqual(LIMIT),
  );

  it.each<[string, unknown]>([
    ['=LET(f,LAMBDA(f,n,f(f,n+1)),f(f,1))', '#NUM!'],
    ['=LET(f,LAMBDA(f,n,f(f,n)+f(f,n)),f(f,1))', LIMIT],
    ['=LET(fib,LAMBDA(f,n,IF(n<2,n,f(f,n-1)+f(f,n-2))),fib(fib,60))', LIMIT],
    ['=LET(fib,LAMBDA(f,n,IF(n<2,n,f(f,n-1)+f(f,n-2))),fib(fib,12))', 144],
    ['=SUM(MAP(SEQUENCE(100000),LAMBDA(x,SUM(MAP(SEQUENCE(100000),LAMBDA(y,x*y))))))', LIMIT],
    ['=SUM(SCAN(0,SEQUENCE(1048576),LAMBDA(p,q,SUM(SEQUENCE(1048576)))))', LIMIT],
    ['=SUM(MAP(SEQUENCE(1048576),LAMBDA(x,MATCH(-x,SEQUENCE(1000),0))))', LIMIT],
    [
      '=LET(Y,LAMBDA(f,LET(h,LAMBDA(x,f(LAMBDA(y,LET(i,x(x),i(y))))),h(h))),fac,Y(LAMBDA(s,LAMBDA(n,IF(n<2,1,n*s(n-1))))),fac(10))',
      3_628_800,
    ],
  ])('of functions within functions: %s is %p', (formula, result) => expect(evaluate(formula, cells)).toEqual(result));

  it.each<[string, unknown]>([
    ['=FACT(1E9)', '#NUM!'],
    ['=FACTDOUBLE(1E300)', '#NUM!'],
    ['=COMBIN(1E15,5E14)', '#NUM!'],
    ['=PERMUTATIONA(1E15,1E15)', '#NUM!'],
    ['=MULTINOMIAL(1E9,1E9,1E9)', '#NUM!'],
    ['=MULTINOMIAL(1E9)', 1],
    ['=MULTINOMIAL(2,3,4)', 1_260],
    ['=GCD(9007199254740991,9007199254740990)', 1],
    ['=LCM(SEQUENCE(1000))', '#NUM!'],
    ['=NETWORKDAYS.INTL(1,2958465,"1111110")', 422_638],
    ['=WORKDAY.INTL(1,5,"1111111")', '#VALUE!'],
    ['=COUPNUM(1,2958465,4)', 32_400],
    ['=VDB(1E6,1,1E9,0.5,9E8,2)', LIMIT],
    ['=CUMIPMT(0.01,1E9,1,1E9,0)', LIMIT],
    ['=RATE(1E9,-1,1,1)', '#NUM!'],
    ['=HYPGEOM.DIST(5E7,1E8,1E8,2E8,TRUE)', LIMIT],
    ['=POISSON.DIST(1E9,1E9,TRUE)', LIMIT],
    ['=BESSELJ(1E9,1E9)', LIMIT],
    ['=IMPOWER("1+i",1E300)', '#NUM!'],
    ['=MROUND(1E300,1E-300)', '#NUM!'],
  ])('of numbers: %s is %p', (formula, result) => expect(evaluate(formula, cells)).toEqual(result));

  it('counts the steps of each formula by itself', () => {
    beginFormula(1900);
    spendWork(39_000_000);
    expect(() => spendWork(2_000_000)).toThrow('more steps than can be waited for');
    beginFormula(1900);
    expect(() => spendWork(39_000_000)).not.toThrow();
    beginFormula(1900);
  });
});
