import fc from 'fast-check';
import { evaluate, spill } from '../../../support/calculation/evaluate';

const cells = {
  A1: 3, A2: 2, A3: 'three', A4: 5, A5: 6, A6: true,
  B1: 9, B2: 7, B3: 12, B4: 15, B5: 17, B6: 1,
  C1: 1, C2: 'x', C3: true, C4: false, C5: '5',
  D1: { error: '#N/A' }, D2: 4,
  E1: 7, E2: 3.5, E3: 3.5, E4: 1, E5: 2, F1: 3.5,
} as const; // prettier-ignore

describe('statistics', () => {
  it.each([
    ['=MEDIAN(1,2,3,4,5,6)', 3.5],
    ['=MEDIAN(C2)', '#NUM!'],
    ['=MEDIAN(1,TRUE,"4")', 1],
    ['=LARGE({3,5,3,5,4;4,2,4,6,7},3)', 5],
    ['=LARGE({3,5,3,5,4;4,2,4,6,7},7)', 4],
    ['=SMALL({1,4,8,3,7,12,54,8,23},2)', 3],
    ['=SMALL({1,2},0)', '#NUM!'],
    ['=SMALL({1,2},3)', '#NUM!'],
    ['=SMALL({1,2},1.5)', 'unknown: place number 1.5'],
    ['=SMALL(D1:D2,1)', '#N/A'],
    ['=SMALL(A:A,2)', 3],
    ['=LARGE((A1:A2,E1:E2),1)', 7],
    ['=PERCENTILE({1,3,2,4},0.3)', 1.9],
    ['=PERCENTILE.INC({1,2},1.1)', '#NUM!'],
    ['=PERCENTILE.EXC({1,2,3,6,6,6,7,8,9},0.25)', 2.5],
    ['=PERCENTILE.EXC({1,2,3,6,6,6,7,8,9},0.01)', '#NUM!'],
    ['=QUARTILE({1,2,4,7,8,9,10,12},1)', 3.5],
    ['=QUARTILE.INC({1,2,4},5)', '#NUM!'],
    ['=QUARTILE.EXC({6,7,15,36,39,40,41,42,43,47,49},3.9)', 43],
    ['=PERCENTRANK({13,12,11,8,4,3,2,1,1,1},2)', 0.333],
    ['=PERCENTRANK.INC({13,12,11,8,4,3,2,1,1,1},5)', 0.583],
    ['=PERCENTRANK.INC({1,2},3)', '#N/A'],
    ['=PERCENTRANK.INC({1,1,2},1.5)', 0.75],
    ['=SUM(LARGE({3,5,3,5,4},{1,2,3}))', 14],
    ['=PERCENTRANK.EXC({1,2,3,6,6,6,7,8,9},5.43,1)', 0.3],
    ['=PERCENTRANK.EXC({1,2,3},2,0)', '#NUM!'],
    ['=RANK(E2,E1:E5,1)', 3],
    ['=RANK(E1,E1:E5)', 1],
    ['=RANK.EQ(8,E1:E5)', '#N/A'],
    ['=RANK.AVG(F1,E1:E5,0)', 2.5],
    ['=TRIMMEAN({4,5,6,7,2,3,4,5,1,2,3},0.2)', 34 / 9],
    ['=TRIMMEAN({4,5},1)', '#NUM!'],
    ['=MODE({5.6,4,4,3,2,4})', 4],
    ['=MODE.SNGL({3,1,1,3})', 3],
    ['=MODE({1,2,3})', '#N/A'],
    ['=AVERAGEA(C1:C5)', 0.4],
    ['=AVERAGEA(Z1)', '#DIV/0!'],
    ['=MAXA(C1:C5,0.5)', 1],
    ['=MINA(C1:C5)', 0],
    ['=MINA(2,"x")', '#VALUE!'],
    ['=VARA(C1:C5)', 0.3],
    ['=STDEV(1)', '#DIV/0!'],
    ['=VAR.P(1,3)', 1],
    ['=STDEVP(Z1:Z2)', '#DIV/0!'],
    ['=DEVSQ(4,5,8,7,11,4,3)', 48],
    ['=GEOMEAN(4,9)', 6],
    ['=GEOMEAN(4,0)', '#NUM!'],
    ['=HARMEAN(1,D1)', '#N/A'],
    ['=SKEW(1,2)', '#DIV/0!'],
    ['=KURT(1,1,1,1)', '#DIV/0!'],
    ['=COVAR({3,2,4,5,6},{9,7,12,15,17})', 5.2],
    ['=COVARIANCE.S({5},{10})', '#DIV/0!'],
    ['=CORREL({1,2},{1,2,3})', '#N/A'],
    ['=CORREL({1,1},{1,2})', '#DIV/0!'],
    ['=SLOPE(A1:A6,B1:B6)', 6.5 / 17],
    ['=SLOPE(A:A,B:B)', 6.5 / 17],
    ['=CORREL(D1:D2,E1:E2)', '#N/A'],
    ['=STEYX({1,2},{3,4})', '#DIV/0!'],
    ['=CORREL({1,2,3},{0.1,0.1,0.1})', 'unknown: how numbers vary that are all 0.1'],
    ['=SKEW(0.1,0.1,0.1)', 'unknown: how numbers vary that are all 0.1'],
    ['=LINEST({1,2,3},{1,2,3},TRUE,TRUE)', 'unknown: the statistics of a perfect fit'],
    ['=SUM(FORECAST({1,2},{2,4,6},{1,2,3}))', 6],
    ['=TREND({1,2},{1,2,3})', '#REF!'],
    ['=GROWTH({1,0},{1,2})', '#NUM!'],
    ['=TREND(A1:A4)', '#VALUE!'],
    ['=LINEST({2,4,7},{1,2,3;2,4,6})', 'unknown: a regression on variables that follow from each other'],
  ])('%s is %p', (formula, result) => expect(evaluate(formula, cells)).toEqual(near(result, 12)));

  it.each([
    ['=STDEV.S(1345,1301,1368,1322,1310,1370,1318,1350,1303,1299)', 27.46391572],
    ['=STDEV.P(1345,1301,1368,1322,1310,1370,1318,1350,1303,1299)', 26.05455814],
    ['=AVEDEV(4,5,6,7,5,4,3)', 1.020408163],
    ['=GEOMEAN(4,5,8,7,11,4,3)', 5.476986969],
    ['=HARMEAN(4,5,8,7,11,4,3)', 5.028375962],
    ['=SKEW(3,4,5,2,3,4,5,6,4,7)', 0.359543071],
    ['=SKEW.P(3,4,5,2,3,4,5,6,4,7)', 0.303193339],
    ['=KURT(3,4,5,2,3,4,5,6,4,7)', -0.151799637],
    ['=CORREL({3,2,4,5,6},{9,7,12,15,17})', 0.997054486],
    ['=RSQ({2,3,9,1,8,7,5},{6,5,11,7,5,4,4})', 0.057950192],
    ['=STEYX({2,3,9,1,8,7,5},{6,5,11,7,5,4,4})', 3.30571895],
    ['=INTERCEPT({2;3;9;1;8},{6;5;11;7;5})', 0.048387097],
    ['=FORECAST.LINEAR(30,{6,7,9,15,21},{20,28,31,38,40})', 10.607253086],
    ['=GROWTH({33100;47300;69000;102000;150000;220000},{11;12;13;14;15;16},17)', 320196.7184],
  ])("%s is %p, as in Microsoft's example", (formula, result) => expect(evaluate(formula)).toEqual(near(result, 8)));

  it('gives arrays', () => {
    expect(spill('=LARGE({3,5,3,5,4;4,2,4,6,7},{1,2,3})')).toEqual([[7, 6, 5]]);
    expect(spill('=MODE.MULT({1,2,3,4,3,2,1,2,3,5,6,1})')).toEqual([[1], [2], [3]]);
    expect(spill('=FREQUENCY({79,85,78,85,50,81,95,88,97},{70,79,89})')).toEqual([[1], [2], [4], [2]]);
    expect(spill('=FREQUENCY({1,2,3,4},{3,1,3})')).toEqual([[2], [1], [0], [1]]);
    expect(spill('=TREND({1;2;3},,{4,5})')).toEqual([[near(4, 12), near(5, 12)]]);
    expect(spill('=TREND({3,5,8},{1,2,3;1,0,1},{4;1})')).toEqual([[near(10.5, 12)]]);
    expect(spill('=LINEST({1,9,5,7},{0,4,2,3})')).toEqual([[near(2, 12), near(1, 12)]]);
    expect(spill('=LINEST({1,2},{1,2},TRUE,TRUE)')).toEqual([[1, 0], [0, 0], [1, 0], ['#NUM!', 0], [0.5, 0]]); // prettier-ignore
    expect(spill('=LOGEST({2;4;8},{1;2;3},FALSE)')).toEqual([[near(2, 12), 1]]);
    expect(spill('=LINEST({1,2,4},{1,2,3},FALSE,TRUE)')[1]).toEqual([near(Math.sqrt(5 / 28 / 14), 12), '#N/A']);
  });

  it("gives the statistics of Microsoft's example of a multiple regression", () => {
    const floors = [2310, 2333, 2356, 2379, 2402, 2425, 2448, 2471, 2494, 2517, 2540];
    const others = [[2, 2, 20], [2, 2, 12], [3, 1.5, 33], [3, 2, 43], [2, 3, 53], [4, 2, 23], [2, 1.5, 99], [2, 2, 34], [3, 3, 23], [4, 4, 55], [2, 3, 22]]; // prettier-ignore
    const values = [142000, 144000, 151000, 150000, 139000, 169000, 126000, 142900, 163000, 169000, 149000];
    const xs = floors.map((floor, k) => [floor, ...others[k]!].join(',')).join(';');
    expect(spill(`=LINEST({${values.join(';')}},{${xs}},TRUE,TRUE)`)).toEqual([
      [-234.2371645, 2553.21066, 12529.76817, 27.64138737, 52317.83051].map((value) => near(value, 8)),
      [13.26801148, 530.6691519, 400.0668382, 5.429374042, 12237.3616].map((value) => near(value, 8)),
      [near(0.996747993, 8), near(970.5784629, 8), '#N/A', '#N/A', '#N/A'],
      [near(459.7536742, 8), 6, '#N/A', '#N/A', '#N/A'],
      [near(1732393319, 8), near(5652135.316, 8), '#N/A', '#N/A', '#N/A'],
    ]);
  });

  it('agrees with itself', () => {
    const list = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 2, maxLength: 12 });
    fc.assert(
      fc.property(list, fc.nat(), (numbers, seed) => {
        const [array, k] = [`{${numbers.join(',')}}`, seed % numbers.length];
        expect(evaluate(`=PERCENTILE(${array},${k}/${numbers.length - 1})-SMALL(${array},${k + 1})`)).toBeCloseTo(0, 8);
        expect(evaluate(`=LARGE(${array},${k + 1})`)).toBe(evaluate(`=-SMALL(-${array},${k + 1})`));
        expect(evaluate(`=VAR.S(${array})*${numbers.length - 1}-DEVSQ(${array})`)).toBeCloseTo(0, 6);
        expect(evaluate(`=SUM(TREND(${array}))-SUM(${array})`)).toBeCloseTo(0, 6);
      }),
      { numRuns: 40 },
    );
  });
});

/** The value itself, a number to so many digits. */
function near(value: string | number, digits: number): unknown {
  if (typeof value === 'string') return value;
  return value === 0 ? expect.closeTo(0, digits) : expect.closeTo(value, digits - 1 - Math.floor(Math.log10(Math.abs(value))));
}
