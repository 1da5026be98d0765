import { evaluate } from '../../../support/calculation/evaluate';

/** The formula's result, a number to six places. */
function rounded(formula: string): unknown {
  const value = evaluate(formula);
  return typeof value === 'number' ? Number(value.toFixed(6)) : value;
}

describe('coupons', () => {
  it.each([
    ['=COUPDAYBS(DATE(2011,1,25),DATE(2011,11,15),2,1)', 71],
    ['=COUPDAYS(DATE(2011,1,25),DATE(2011,11,15),2,1)', 181],
    ['=COUPDAYSNC(DATE(2011,1,25),DATE(2011,11,15),2,1)', 110],
    ['=COUPNCD(DATE(2011,1,25),DATE(2011,11,15),2,1)', 40678],
    ['=COUPPCD(DATE(2011,1,25),DATE(2011,11,15),2,1)', 40497],
    ['=COUPNUM(DATE(2007,1,25),DATE(2008,11,15),2,1)', 4],
    ['=COUPPCD(DATE(2024,1,15),DATE(2025,2,28),2)', 45169],
    ['=COUPNUM(DATE(2024,1,15),DATE(2025,2,28),3)', '#NUM!'],
    ['=COUPNUM(DATE(2024,1,15),DATE(2024,1,15),2)', '#NUM!'],
    ['=COUPNUM(DATE(2024,1,15),DATE(2025,1,15),2,5)', '#NUM!'],
    ['=COUPNUM("then",DATE(2025,1,15),2)', '#VALUE!'],
    ['=COUPNUM(61,DATE(9999,12,31),4)', 32400],
  ])('%s is %p', (formula, result) => expect(evaluate(formula)).toBe(result));
});

describe('prices and yields', () => {
  it.each([
    ['=PRICE(DATE(2008,2,15),DATE(2017,11,15),5.75%,6.5%,100,2,0)', 94.634362],
    ['=PRICE(DATE(2008,2,15),DATE(2017,11,15),5.75%,-1%,100,2,0)', '#NUM!'],
    ['=YIELD(DATE(2008,2,15),DATE(2016,11,15),5.75%,95.04287,100,2,0)', 0.065],
    ['=YIELD(DATE(2008,2,15),DATE(2008,5,15),5%,100,100,2,0)', 0.049383],
    ['=DURATION(DATE(2018,7,1),DATE(2048,1,1),8%,9%,2,1)', 10.919145],
    ['=MDURATION(DATE(2008,1,1),DATE(2016,1,1),8%,9%,2,1)', 5.73567],
    ['=DISC(DATE(2018,7,1),DATE(2048,1,1),97.975,100,1)', 0.000686],
    ['=INTRATE(DATE(2008,2,15),DATE(2008,5,15),1000000,1014420,2)', 0.05768],
    ['=RECEIVED(DATE(2008,2,15),DATE(2008,5,15),1000000,5.75%,2)', 1014584.654407],
    ['=PRICEDISC(DATE(2008,2,16),DATE(2008,3,1),5.25%,100,2)', 99.795833],
    ['=YIELDDISC(DATE(2008,2,16),DATE(2008,3,1),99.795,100,2)', 0.052823],
    ['=PRICEMAT(DATE(2008,2,15),DATE(2008,4,13),DATE(2007,11,11),6.1%,6.1%,0)', 99.984499],
    ['=YIELDMAT(DATE(2008,3,15),DATE(2008,11,3),DATE(2007,11,8),6.25%,100.0123,0)', 0.060954],
    ['=ODDLPRICE(DATE(2008,2,7),DATE(2008,6,15),DATE(2007,10,15),3.75%,4.05%,100,2,0)', 99.878286],
    ['=ODDLYIELD(DATE(2008,4,20),DATE(2008,6,15),DATE(2007,12,24),3.75%,99.875,100,2,0)', 0.045192],
    ['=ODDFPRICE(DATE(2008,11,11),DATE(2021,3,1),DATE(2008,10,15),DATE(2009,3,1),7.85%,6.25%,100,2,1)', 113.597717],
    ['=ODDFYIELD(DATE(2008,11,11),DATE(2021,3,1),DATE(2008,10,15),DATE(2009,3,1),5.75%,84.5,100,2,0)', 0.077246],
    ['=ODDFPRICE(DATE(2008,11,11),DATE(2021,3,1),DATE(2008,10,15),DATE(2009,3,1),7.85%,6.25%,100,2,2)', 'unknown: ODDFPRICE'],
    ['=ODDLPRICE(DATE(2008,2,7),DATE(2008,6,15),DATE(2007,10,15),3.75%,4.05%,100,2,3)', 'unknown: ODDLPRICE'],
    ['=ODDFYIELD(DATE(2008,11,11),DATE(2009,3,1),DATE(2008,10,15),DATE(2009,3,1),5.75%,84.5,100,2,0)', '#NUM!'],
    ['=TBILLEQ(DATE(2008,3,31),DATE(2008,6,1),9.14%)', 0.094151],
    ['=TBILLPRICE(DATE(2008,3,31),DATE(2008,6,1),9%)', 98.45],
    ['=TBILLYIELD(DATE(2008,3,31),DATE(2008,6,1),98.45)', 0.091417],
    ['=TBILLPRICE(DATE(2008,3,31),DATE(2009,6,1),9%)', '#NUM!'],
    ['=ACCRINTM(39539,39614,0.1,1000,3)', 20.547945],
    ['=ACCRINT(39508,39691,39569,0.1,1000,2,0)', 16.666667],
    // Issued before the period of the first coupon, at a month's end; settled behind the first coupon; as Excel has them.
    ['=ACCRINT(DATE(2007,3,1),DATE(2008,8,31),DATE(2008,5,1),0.1,1000,2,0)', 116.944444],
    ['=ACCRINT(DATE(2007,3,1),DATE(2008,8,31),DATE(2008,5,1),0.1,1000,2,0,FALSE)', 66.944444],
    ['=ACCRINT(DATE(2017,1,1),DATE(2017,12,1),DATE(2017,4,1),0.33,3000,4,2)', 236.5],
    ['=ACCRINT(DATE(2021,6,1),DATE(2021,12,1),DATE(2022,3,1),0.025,5000,2,1)', 93.237705],
    ['=ACCRINT(DATE(2020,12,1),DATE(2021,12,1),DATE(2022,6,1),0.075,100,1,2)', 11.291667],
    ['=ACCRINT(DATE(2021,9,1),DATE(2021,12,1),DATE(2022,2,1),0.025,5000,4,3)', 52.482877],
  ])('%s is %p', (formula, result) => expect(rounded(formula)).toBe(result));

  it('finds the yield that a price was made with', () => {
    for (const yearly of [0, 0.01, 0.2, 1.5])
      for (const maturity of [45500, 46000, 56000])
        expect(evaluate(`=YIELD(45292,${maturity},4%,PRICE(45292,${maturity},4%,${yearly},100,4,1),100,4,1)`)).toBeCloseTo(yearly, 9);
  });
});
