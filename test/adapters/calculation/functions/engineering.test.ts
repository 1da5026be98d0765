import fc from 'fast-check';
import { evaluate } from '../../../support/calculation/evaluate';

const cells = { A1: '3+4i', A2: '1-i', A3: 'j', A4: null, A5: true, A6: '1100100', B1: 2, B2: 3 } as const;

describe('engineering', () => {
  it.each([
    ['=BIN2DEC(1100100)', 100],
    ['=BIN2DEC("1111111111")', -1],
    ['=BIN2DEC(12)', '#NUM!'],
    ['=BIN2DEC(TRUE)', '#VALUE!'],
    ['=BIN2DEC(A6)', 100],
    ['=BIN2HEX(11111011,4)', '00FB'],
    ['=BIN2OCT(1111111111)', '7777777777'],
    ['=DEC2BIN(9,4)', '1001'],
    ['=DEC2BIN(-100)', '1110011100'],
    ['=DEC2BIN(512)', '#NUM!'],
    ['=DEC2BIN(9,3)', '#NUM!'],
    ['=DEC2HEX(-54)', 'FFFFFFFFCA'],
    ['=DEC2HEX(28,4.9)', '001C'],
    ['=DEC2OCT(58,3)', '072'],
    ['=HEX2BIN("F",8)', '00001111'],
    ['=HEX2DEC("3DA408B9")', 1034160313],
    ['=HEX2DEC("FFFFFFFF5B")', -165],
    ['=HEX2OCT("3B4E")', '35516'],
    ['=OCT2HEX(100,4)', '0040'],
    ['=OCT2BIN("7777777000")', '1000000000'],
    ['=OCT2DEC(8)', '#NUM!'],
    ['=BITAND(13,25)', 9],
    ['=BITOR(23,10)', 31],
    ['=BITXOR(5,3)', 6],
    ['=BITAND(2^48,1)', '#NUM!'],
    ['=BITAND(1.5,1)', '#NUM!'],
    ['=BITLSHIFT(4,2)', 16],
    ['=BITRSHIFT(13,2)', 3],
    ['=BITLSHIFT(1,48)', '#NUM!'],
    ['=BITLSHIFT(1,54)', '#NUM!'],
    ['=DELTA(5,4)', 0],
    ['=GESTEP(-1)', 0],
    ['=GESTEP(TRUE,1)', '#VALUE!'],
    ['=COMPLEX(3,4)', '3+4i'],
    ['=COMPLEX(3,-1,"j")', '3-j'],
    ['=COMPLEX(0,1)', 'i'],
    ['=COMPLEX(1E-16,0)', '0.0000000000000001'],
    ['=COMPLEX(1,1,"k")', '#VALUE!'],
    ['=IMREAL("6-9i")', 6],
    ['=IMAGINARY("0-j")', -1],
    ['=IMAGINARY(4)', 0],
    ['=IMABS("5+12i")', 13],
    ['=IMABS("5+12")', '#NUM!'],
    ['=IMARGUMENT(0)', '#DIV/0!'],
    ['=IMCONJUGATE(A1)', '3-4i'],
    ['=IMSUM(A1:A2)', '4+3i'],
    ['=IMSUM(A1:A4)', 'unknown: complex numbers among blank cells'],
    ['=IMPRODUCT("3+4i","5-3i")', '27+11i'],
    ['=IMPRODUCT(A1,A4)', '0'],
    ['=IMSUM(A1,A3)', '#VALUE!'],
    ['=IMSUB("13+4i","5+3i")', '8+i'],
    ['=IMDIV("-238+240i","10+24i")', '5+12i'],
    ['=IMDIV(1,0)', '#NUM!'],
    ['=IMLN(0)', '#NUM!'],
    ['=IMPOWER(0,0)', '#NUM!'],
    ['=CONVERT(68,"F","C")', 20],
    ['=CONVERT(0,"C","F")', 32],
    ['=CONVERT(2.5,"ft","sec")', '#N/A'],
    ['=CONVERT(1,"kibyte","byte")', 1024],
    ['=CONVERT(1,"km2","m2")', 1e6],
    ['=CONVERT(1,"dam","m")', 10],
    ['=CONVERT(1,"kft","m")', '#N/A'],
    ['=CONVERT(1,"X","m")', '#N/A'],
    ['=CONVERT(1,"ms","sec")', 'unknown: the unit ms'],
    ['=BESSELJ(1,-1)', '#NUM!'],
    ['=BESSELK(0,1)', '#NUM!'],
    ['=BESSELJ(10,1)', 'unknown: BESSELJ of 10'],
    ['=BESSELI(1,1E9)', 'unknown: BESSELI of order 1000000000'],
  ])('%s is %p', (formula, result) => expect(evaluate(formula, cells)).toBe(result));

  it.each([
    ['=ERF(0.745)', 0.70792892],
    ['=ERF(0,1)', 0.84270079],
    ['=ERF.PRECISE(1)', 0.84270079],
    ['=ERFC(1)', 0.15729921],
    ['=IMARGUMENT("3+4i")', 0.92729522],
    ['=IMREAL(IMCOS("1+i"))', 0.833730025],
    ['=IMAGINARY(IMEXP("1+i"))', 2.287355287],
    ['=IMREAL(IMPOWER("2+3i",3))', -46],
    ['=IMREAL(IMSQRT("1+i"))', 1.098684113],
    ['=IMREAL(IMLOG10("3+4i"))', 0.698970004],
    ['=IMAGINARY(IMTAN("4+3i"))', 1.00070953606723],
    ['=CONVERT(1,"lbm","kg")', 0.45359237],
    ['=CONVERT(100,"ft2","m2")', 9.290304],
    ['=CONVERT(1,"gal","l")', 3.785411784],
    ['=BESSELI(1.5,1)', 0.981666428],
    ['=BESSELJ(1.9,2)', 0.329925829],
    ['=BESSELK(1.5,1)', 0.277387804],
    ['=BESSELY(2.5,1)', 0.145918138],
  ])("%s is %p, as in Microsoft's example", (formula, result) => expect(evaluate(formula) as number).toBeCloseTo(result, 8));

  it('takes no range where it wants one value', () => expect(evaluate('=SUM(BIN2DEC((B1:B2)))', cells, 'F9')).toBe('#VALUE!'));

  it('reads what it writes in every system', () => {
    fc.assert(
      fc.property(fc.integer({ min: -512, max: 511 }), (value) => {
        for (const system of ['BIN', 'OCT', 'HEX']) expect(evaluate(`=${system}2DEC(DEC2${system}(${value}))`)).toBe(value);
        expect(evaluate(`=HEX2BIN(OCT2HEX(BIN2OCT(DEC2BIN(${value}))))`)).toBe(evaluate(`=DEC2BIN(${value})`));
      }),
    );
  });

  it('divides complex numbers by what it multiplied them with', () => {
    const whole = fc.integer({ min: -99, max: 99 });
    fc.assert(
      fc.property(whole, whole, fc.integer({ min: 1, max: 99 }), whole, (a, b, c, d) => {
        const [z, w] = [`COMPLEX(${a},${b})`, `COMPLEX(${c},${d})`];
        expect(evaluate(`=IMABS(IMSUB(IMDIV(IMPRODUCT(${z},${w}),${w}),${z}))`) as number).toBeLessThan(1e-9);
      }),
    );
  });
});
