import fc from 'fast-check';
import { evaluate } from '../../../support/calculation/evaluate';

/** The formula's result, a number to six places. */
function rounded(formula: string, cells = {}): unknown {
  const value = evaluate(formula, cells);
  return typeof value === 'number' ? Number(value.toFixed(6)) : value;
}

describe('annuities', () => {
  it.each([
    ['=PMT(8%/12,10,10000)', -1037.032089],
    ['=PMT(8%/12,10,10000,0,1)', -1030.164327],
    ['=PMT(0,10,1000)', -100],
    ['=PMT(0.1,0,1000)', '#NUM!'],
    ['=PMT(6%/12,216,0,50000)', -129.081161],
    ['=PV(8%/12,240,500,,0)', -59777.145851],
    ['=FV(6%/12,10,-200,-500,1)', 2581.403374],
    ['=FV(-1,-2,1)', '#DIV/0!'],
    ['=NPER(12%/12,-100,-1000,10000,1)', 59.673866],
    ['=NPER(1%,-100,-1000)', -9.578594],
    ['=NPER(10%,-10,1000)', '#NUM!'],
    ['=RATE(48,-200,8000)', 0.007701],
    ['=RATE(10,-1200,2000)', '#NUM!'],
    ['=RATE(0,-1,2)', '#NUM!'],
    ['=IPMT(10%/12,1,36,8000)', -66.666667],
    ['=IPMT(10%,3,3,8000)', -292.44713],
    ['=IPMT(10%,4,3,8000)', '#NUM!'],
    ['=IPMT(10%,1,3,8000,0,1)', 0],
    ['=PPMT(10%/12,1,24,2000)', -75.623186],
    ['=PPMT(8%,10,10,200000)', -27598.053462],
    ['=ISPMT(10%/12,1,36,8000000)', -64814.814815],
    ['=CUMIPMT(9%/12,360,125000,13,24,0)', -11135.232131],
    ['=CUMPRINC(9%/12,360,125000,13,24,0)', -934.107123],
    ['=CUMPRINC(9%/12,360,125000,1,1,0)', -68.278271],
    ['=CUMIPMT(9%/12,360,125000,1,361,0)', '#NUM!'],
    ['=CUMIPMT(9%/12,1E9,125000,1,1E9,0)', '#NUM!'],
  ])('%s is %p', (formula, result) => expect(rounded(formula)).toBe(result));

  it('splits every payment into interest and principal that add up', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.001, max: 0.2, noNaN: true }),
        fc.integer({ min: 1, max: 60 }),
        fc.constantFrom(0, 1),
        (rate, periods, type) => {
          const sum = (name: string) =>
            Array.from({ length: periods }, (_, k) => evaluate(`=${name}(${rate},${k + 1},${periods},1000,0,${type})`) as number).reduce(
              (total, value) => total + value,
              0,
            );
          expect(sum('PPMT')).toBeCloseTo(-1000, 6);
          expect(sum('IPMT')).toBeCloseTo(evaluate(`=CUMIPMT(${rate},${periods},1000,1,${periods},${type})`) as number, 6);
        },
      ),
      { numRuns: 30 },
    );
  });
});

describe('cash flows', () => {
  const cells = {
    ...{ A1: -70000, A2: 12000, A3: 15000, A4: 18000, A5: 21000, A6: 26000 },
    ...{ B1: -10000, B2: 2750, B3: 4250, B4: 3250, B5: 2750 },
    ...{ C1: 39448, C2: 39508, C3: 39751, C4: 39859, C5: 39904 },
    ...{ D1: -120000, D2: 39000, D3: 30000, D4: 21000, D5: 37000, D6: 46000, E1: 'x' },
  };
  it.each([
    ['=NPV(10%,-10000,3000,4200,6800)', 1188.443412],
    ['=NPV(8%,8000,9200,10000,12000,14500)-40000', 1922.061555],
    ['=NPV(-1,1)', '#DIV/0!'],
    ['=IRR(A1:A5)', -0.021245],
    ['=IRR(A1:A6)', 0.086631],
    ['=IRR(A1:A3,-10%)', -0.443507],
    ['=IRR(A2:A3)', '#NUM!'],
    ['=IRR({-20,5,5,-10,5})', -0.448928],
    ['=IRR({1,-2,1})', 'unknown: the return of payments without one certain answer'],
    ['=MIRR(D1:D6,10%,12%)', 0.126094],
    ['=MIRR(D1:D4,10%,12%)', -0.048045],
    ['=MIRR(D2:D4,10%,12%)', '#DIV/0!'],
    ['=XNPV(9%,B1:B5,C1:C5)', 2086.647602],
    ['=XNPV(9%,B1:B5,C1:C4)', '#NUM!'],
    ['=XIRR(B1:B5,C1:C5,0.1)', 0.373363],
    ['=XIRR(B2:B5,C2:C5)', '#NUM!'],
    ['=XIRR(E1,C1)', '#VALUE!'],
    ['=FVSCHEDULE(1,{0.09,0.11,0.1})', 1.33089],
    ['=FVSCHEDULE(1,E1)', '#VALUE!'],
  ])('%s is %p', (formula, result) => expect(rounded(formula, cells)).toBe(result));

  it('stops looking for XIRR where Excel stops', () => expect(evaluate('=XIRR(B1:B5,C1:C5)', cells)).toBeCloseTo(0.373362535238266, 14));
});

describe('depreciation', () => {
  it.each([
    ['=SLN(30000,7500,10)', 2250],
    ['=SLN(1,2,0)', '#DIV/0!'],
    ['=SYD(30000,7500,10,1)', 4090.909091],
    ['=SYD(30000,7500,10,10)', 409.090909],
    ['=DB(1000000,100000,6,1,7)', 186083.333333],
    ['=DB(1000000,100000,6,2,7)', 259639.416667],
    ['=DB(1000000,100000,6,7,7)', 15845.098474],
    ['=DB(1000000,100000,6,8,7)', '#NUM!'],
    ['=DDB(2400,300,3650,1)', 1.315068],
    ['=DDB(2400,300,10,1)', 480],
    ['=DDB(2400,300,10,2,1.5)', 306],
    ['=DDB(2400,300,10,10)', 22.122547],
    ['=VDB(2400,300,3650,0,1)', 1.315068],
    ['=VDB(2400,300,120,6,18)', 396.306053],
    ['=VDB(2400,300,120,6,18,1.5)', 311.808937],
    ['=VDB(2400,300,10,0,0.875,1.5)', 315],
    ['=VDB(2400,300,10,0,10)', 2100],
    ['=VDB(2400,300,1E9,0,1E9)', 'unknown: VDB over 1000000000 periods'],
  ])('%s is %p', (formula, result) => expect(rounded(formula)).toBe(result));
});

describe('rates and prices', () => {
  it.each([
    ['=EFFECT(5.25%,4)', 0.053543],
    ['=EFFECT(5.25%,4.9)', 0.053543],
    ['=EFFECT(0,4)', '#NUM!'],
    ['=NOMINAL(5.3543%,4)', 0.0525],
    ['=RRI(96,10000,11000)', 0.000993],
    ['=PDURATION(2.5%,2000,2200)', 3.859866],
    ['=PDURATION(0,2000,2200)', '#NUM!'],
    ['=DOLLARDE(1.02,16)', 1.125],
    ['=DOLLARDE(1.1,32)', 1.3125],
    ['=DOLLARFR(1.125,16)', 1.02],
    ['=DOLLARFR(1.125,32)', 1.04],
    ['=DOLLARDE(1,0)', '#DIV/0!'],
  ])('%s is %p', (formula, result) => expect(rounded(formula)).toBe(result));
});
