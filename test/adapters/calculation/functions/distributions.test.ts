import fc from 'fast-check';
import { evaluate, spill } from '../../../support/calculation/evaluate';

describe('distributions', () => {
  it.each([
    ['=NORM.DIST(42,40,1.5,TRUE)', 0.9087888],
    ['=NORMDIST(42,40,1.5,FALSE)', 0.10934005],
    ['=NORM.INV(0.908789,40,1.5)', 42.000002],
    ['=NORM.S.DIST(1.333333,TRUE)', 0.908788726],
    ['=NORM.S.DIST(1.333333,FALSE)', 0.164010148],
    ['=LOGNORM.DIST(4,3.5,1.2,TRUE)', 0.0390836],
    ['=LOGNORM.DIST(4,3.5,1.2,FALSE)', 0.0176176],
    ['=LOGINV(0.039084,3.5,1.2)', 4.0000252],
    ['=BINOM.DIST(6,10,0.5,FALSE)', 0.205078125],
    ['=CRITBINOM(6,0.5,0.75)', 4],
    ['=BINOM.DIST.RANGE(60,0.75,48)', 0.083974967],
    ['=BINOM.DIST.RANGE(60,0.75,45,50)', 0.523629793],
    ['=NEGBINOM.DIST(10,5,0.25,TRUE)', 0.3135141],
    ['=NEGBINOMDIST(10,5,0.25)', 0.0550487],
    ['=POISSON.DIST(2,5,TRUE)', 0.124652],
    ['=POISSON(2,5,FALSE)', 0.084224],
    ['=HYPGEOM.DIST(1,4,8,20,TRUE)', 0.465428277],
    ['=HYPGEOMDIST(1,4,8,20)', 0.363261094],
    ['=EXPON.DIST(0.2,10,FALSE)', 1.35335283],
    ['=EXPONDIST(0.2,10,TRUE)', 0.86466472],
    ['=WEIBULL.DIST(105,20,100,TRUE)', 0.929581],
    ['=WEIBULL(105,20,100,FALSE)', 0.035589],
    ['=GAMMA.DIST(10.00001131,9,2,FALSE)', 0.032639],
    ['=GAMMADIST(10.00001131,9,2,TRUE)', 0.068094],
    ['=GAMMA.INV(0.068094,9,2)', 10.0000112],
    ['=BETA.DIST(2,8,10,TRUE,1,3)', 0.6854706],
    ['=BETA.DIST(2,8,10,FALSE,1,3)', 1.4837646],
    ['=BETAINV(0.685470581,8,10,1,3)', 2],
    ['=CHISQ.DIST(0.5,1,TRUE)', 0.52049988],
    ['=CHISQ.DIST(2,3,FALSE)', 0.20755375],
    ['=CHIDIST(18.307,10)', 0.0500006],
    ['=CHISQ.INV(0.93,1)', 3.283020287],
    ['=CHISQ.INV.RT(0.050001,10)', 18.306973],
    ['=T.DIST(60,1,TRUE)', 0.99469533],
    ['=T.DIST(8,3,FALSE)', 0.00073691],
    ['=TDIST(1.959999998,60,2)', 0.054645],
    ['=T.DIST.RT(1.959999998,60)', 0.027322],
    ['=T.INV(0.75,2)', 0.8164966],
    ['=TINV(0.546449,60)', 0.606533],
    ['=F.DIST(15.20675,6,4,FALSE)', 0.0012238],
    ['=FDIST(15.20686486,6,4)', 0.01],
    ['=F.INV(0.01,6,4)', 0.10930991],
    ['=F.INV.RT(0.01,6,4)', 15.20686],
    ['=CONFIDENCE(0.05,2.5,50)', 0.692952],
    ['=CONFIDENCE.T(0.05,1,50)', 0.284196855],
    ['=Z.TEST({3,6,7,8,6,5,4,2,1,9},4)', 0.090574],
    ['=ZTEST({3,6,7,8,6,5,4,2,1,9},6)', 0.863043],
    ['=T.TEST({3,4,5,8,9,1,2,4,5},{6,19,3,2,14,4,5,17,1},2,1)', 0.196016],
    ['=F.TEST({6,7,9,15,21},{20,28,31,38,40})', 0.64831785],
    ['=CHISQ.TEST({58,35;11,25;10,23},{45.35,47.65;17.56,18.44;16.09,16.91})', 0.0003082],
    ['=FISHER(0.75)', 0.9729551],
    ['=FISHERINV(0.972955)', 0.75],
    ['=PHI(0.75)', 0.301137432],
    ['=GAUSS(2)', 0.47724987],
    ['=GAMMA(2.5)', 1.329340388],
    ['=GAMMA(-3.75)', 0.267866129],
    ['=GAMMALN(4)', 1.7917595],
    ['=PERMUT(100,3)', 970200],
    ['=PERMUTATIONA(3,2)', 9],
    ['=PROB({0,1,2,3},{0.2,0.3,0.1,0.4},2)', 0.1],
    ['=PROB({0,1,2,3},{0.2,0.3,0.1,0.4},1,3)', 0.8],
    ['=STANDARDIZE(42,40,1.5)', 1.33333333],
    ['=PERCENTOF({1,2},{1,2,3,6})', 0.25],
  ])("%s is %p, as in Microsoft's example", (formula, result) => expect(evaluate(formula) as number).toBeCloseTo(result, 5));

  it.each([
    ['=NORM.DIST(1,1,0,TRUE)', '#NUM!'],
    ['=NORM.S.INV(0)', '#NUM!'],
    ['=NORM.S.INV(0.5)', 0],
    ['=NORM.S.DIST("x",TRUE)', '#VALUE!'],
    ['=BINOM.DIST(3,2,0.5,TRUE)', '#NUM!'],
    ['=BINOM.INV(10,0.5,1)', '#NUM!'],
    ['=POISSON.DIST(-0.1,1,TRUE)', '#NUM!'],
    ['=HYPGEOM.DIST(5,4,8,20,TRUE)', '#NUM!'],
    ['=GAMMA.DIST(0,1,2,FALSE)', 0.5],
    ['=GAMMA.DIST(0,0.5,2,FALSE)', '#NUM!'],
    ['=GAMMA.INV(0.3,0.00001,1)', 0],
    ['=GAMMA(0)', '#NUM!'],
    ['=GAMMA(172)', '#NUM!'],
    ['=GAMMALN(0)', '#NUM!'],
    ['=CHISQ.DIST(1,0.9,TRUE)', '#NUM!'],
    ['=T.DIST.2T(-1,5)', '#NUM!'],
    ['=TDIST(1,5,3)', '#NUM!'],
    ['=CONFIDENCE.T(0.05,1,1)', '#DIV/0!'],
    ['=T.TEST({1,2},{1,2,3},2,1)', '#N/A'],
    ['=T.TEST({1,1},{1,1},2,2)', '#DIV/0!'],
    ['=CHISQ.TEST({1,2},{1,0})', '#DIV/0!'],
    ['=PERMUT(2,3)', '#NUM!'],
    ['=PROB({1,2},{0.5,0.4},1)', '#NUM!'],
    ['=PERCENTOF({1,2},{0,0})', '#DIV/0!'],
    ['=FISHER(1)', '#NUM!'],
  ])('%s is %p', (formula, result) => expect(evaluate(formula)).toBe(result));

  it('keeps the digits of small tails', () => {
    const relative = (formula: string, exact: number): void => expect(Number(evaluate(formula)) / exact).toBeCloseTo(1, 11);
    relative('=NORM.S.DIST(-20,TRUE)', 2.7536241186062337e-89);
    relative('=NORM.S.INV(1E-100)', -21.273453560958776);
    relative('=CHISQ.DIST.RT(400,2)', 1.3838965267367376e-87);
    relative('=BINOM.DIST(500,1000,0.5,FALSE)', 0.025225018178360802);
    relative('=POISSON.DIST(0,700,TRUE)', 9.85967654375977e-305);
  });

  it('takes the cell in its own row where ranges are given', () => {
    const cells = { A1: 40, A2: 41, A3: 42 };
    expect(evaluate('=NORM.DIST(A1:A3,40,1,TRUE)', cells, 'F1')).toBe(0.5);
    expect(spill('=STANDARDIZE(A1:A3,40,2)', cells)).toEqual([[0], [0.5], [1]]);
  });

  it('inverts what it calculates', () => {
    const share = fc.double({ min: 0.001, max: 0.999, noNaN: true });
    const size = fc.double({ min: 0.3, max: 300, noNaN: true });
    fc.assert(
      fc.property(share, size, size, (p, a, b) => {
        const [m, n] = [Math.ceil(a), Math.ceil(b)];
        for (const [there, back] of [
          ['NORM.DIST(#,0,1,TRUE)', `NORM.INV(${p},0,1)`],
          [`GAMMA.DIST(#,${a},${b},TRUE)`, `GAMMA.INV(${p},${a},${b})`],
          // Below 1 the last digit of a place near 1 decides much.
          [`BETA.DIST(#,${a},${b + 0.7},TRUE)`, `BETA.INV(${p},${a},${b + 0.7})`],
          [`CHISQ.DIST.RT(#,${m})`, `CHISQ.INV.RT(${p},${m})`],
          [`F.DIST(#,${m},${n},TRUE)`, `F.INV(${p},${m},${n})`],
          [`F.DIST.RT(#,${m},${n})`, `F.INV.RT(${p},${m},${n})`],
          [`T.DIST(#,${m},TRUE)`, `T.INV(${p},${m})`],
          [`T.DIST.2T(#,${m})`, `T.INV.2T(${p},${m})`],
        ] as const)
          expect(evaluate(`=${there.replace('#', back)}`) as number).toBeCloseTo(p, 9);
      }),
      { numRuns: 50 },
    );
  });

  it('adds the chances of counts up to what it gives for all of them', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.double({ min: 0.01, max: 0.99, noNaN: true }), fc.nat(), (n, p, seed) => {
        const x = seed % (n + 1);
        const counts = Array.from({ length: x + 1 }, (_, k) => k);
        const sum = (term: (k: number) => string): number => counts.reduce((total, k) => total + Number(evaluate(`=${term(k)}`)), 0);
        expect(sum((k) => `BINOM.DIST(${k},${n},${p},FALSE)`)).toBeCloseTo(Number(evaluate(`=BINOM.DIST(${x},${n},${p},TRUE)`)), 11);
        expect(sum((k) => `POISSON.DIST(${k},${n * p},FALSE)`)).toBeCloseTo(Number(evaluate(`=POISSON.DIST(${x},${n * p},TRUE)`)), 11);
        expect(sum((k) => `NEGBINOM.DIST(${k},${n},${p},FALSE)`)).toBeCloseTo(Number(evaluate(`=NEGBINOM.DIST(${x},${n},${p},TRUE)`)), 11);
      }),
      { numRuns: 40 },
    );
  });
});
