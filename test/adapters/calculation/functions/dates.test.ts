import fc from 'fast-check';
import { dateOf, serialOf } from '../../../../src/adapters/calculation/values/calendar';
import { evaluate, spill } from '../../../support/calculation/evaluate';

const cells = { A1: '2024-12-25', A2: 45292, A3: true, B1: 45285, B2: 45286, B3: '1/1/2024' } as const;

describe('dates', () => {
  it.each([
    ['=DATE(2024,2,29)', 45351],
    ['=DATE(2024,13,1)', 45658],
    ['=DATE(2024,1,0)', 45291],
    ['=DATE(2024,-1,1)', 45231],
    ['=DATE(108,1,2)', 39449],
    ['=DATE(1900,2,29)', 60],
    ['=DATE(1900,3,1)', 61],
    ['=DATE(1900,1,0)', 0],
    ['=DATE(1899,12,31)', 693962],
    ['=DATE(10000,1,1)', '#NUM!'],
    ['=DATE(9999,12,32)', '#NUM!'],
    ['=DATE(-1,1,1)', '#NUM!'],
    ['=DATE(2024,1E9,1)', '#NUM!'],
    ['=YEAR(60)&"-"&MONTH(60)&"-"&DAY(60)', '1900-2-29'],
    ['=YEAR(0)&"-"&MONTH(0)&"-"&DAY(0)', '1900-1-0'],
    ['=DAY(2958466)', '#NUM!'],
    ['=DAY(-1)', '#NUM!'],
    ['=DAY("15-Apr-11")', 15],
    ['=MONTH(A1)', 12],
    ['=DAYS("15-MAR-2021","1-FEB-2021")', 42],
    ['=EDATE(DATE(2024,1,31),1)', 45351],
    ['=EDATE(DATE(2011,1,15),-1)', 40527],
    ['=EDATE(A3,1)', '#VALUE!'],
    ['=EDATE(1,-1)', '#NUM!'],
    ['=EDATE(31,1)', 60],
    ['=EOMONTH(DATE(2011,1,1),1)', 40602],
    ['=EOMONTH(DATE(2011,1,1),-3)', 40482],
    ['=EOMONTH(A2,1E9)', '#NUM!'],
    ['=SUMPRODUCT(EOMONTH(B1:B2,0))', '#VALUE!'],
    ['=SUMPRODUCT(EOMONTH(B1:B2*1,0))', 90582],
  ])('%s is %p', (formula, result) => expect(evaluate(formula, cells)).toBe(result));

  it('counts from 1904 where the workbook does', () => {
    const at = (formula: string) => evaluate(formula, cells, 'Z99', { dateSystem: 1904 });
    expect(at('=DATE(1904,1,1)')).toBe(0);
    expect(at('=DATE(1903,12,31)')).toBe('#NUM!');
    expect(at('=YEAR(0)')).toBe(1904);
    expect(at('=WEEKDAY(0)')).toBe(6);
    expect(at('=DATEVALUE("1/2/1904")')).toBe(1);
    // The same text one after the other in both systems.
    for (const system of [1904, 1900, 1904] as const) {
      const first = system === 1904 ? 43_830 : 45_292;
      const inSystem = (formula: string) => evaluate(formula, { A1: '1/1/2024', A2: first }, 'Z99', { dateSystem: system });
      expect(inSystem('="1/1/2024"+0')).toBe(first);
      expect(inSystem('=A1*1')).toBe(first);
      expect(inSystem('=INT("1/1/2024 12:00")')).toBe(first);
      expect(inSystem('=SUM("1/1/2024",1)')).toBe(first + 1);
      expect(inSystem('=COUNTIF(A1:A2,"1/1/2024")')).toBe(2);
      expect(inSystem('=COUNTIF(A2,">=1/1/2024")')).toBe(1);
      expect(inSystem('=SUMIF(A2,">1/1/2024")')).toBe(0);
    }
    expect(at('=MONTH("2024-03-05")')).toBe(3);
  });

  it('turns serial numbers into dates and back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2957003 }), fc.constantFrom(1900 as const, 1904 as const), (serial, system) => {
        const { year, month, day } = dateOf(serial, system)!;
        expect(serialOf(year, month, day, system)).toBe(serial);
      }),
    );
  });
});

describe('times of day', () => {
  it.each([
    ['=TIME(12,0,0)', 0.5],
    ['=TIME(27,0,0)', 0.125],
    ['=TIME(0,750,0)*1440', 750],
    ['=TIME(0,0,-1)', '#NUM!'],
    ['=TIME(32768,0,0)', '#NUM!'],
    ['=HOUR(0.75)', 18],
    ['=HOUR("7/18/2011 7:45")', 7],
    ['=MINUTE("12:45:00 PM")', 45],
    ['=SECOND("4:48:18 PM")', 18],
    ['=SECOND(-1)', '#NUM!'],
    ['=TIMEVALUE("2:24 AM")', 0.1],
    ['=TIMEVALUE("22-Aug-2011 6:45 AM")', 0.28125],
    ['=TIMEVALUE("noon")', '#VALUE!'],
  ])('%s is %p', (formula, result) => expect(evaluate(formula)).toBe(result));
});

describe('time between dates', () => {
  it.each([
    ['=DATEDIF("1/1/2001","1/1/2003","Y")', 2],
    ['=DATEDIF("6/1/2001","8/15/2002","D")', 440],
    ['=DATEDIF("6/1/2001","8/15/2002","YD")', 75],
    ['=DATEDIF("6/1/2001","8/15/2002","md")', 14],
    ['=DATEDIF("12/31/2001","3/1/2002","YM")', 2],
    ['=DATEDIF("1/31/2023","3/1/2023","MD")', -2],
    ['=DATEDIF("1/1/2003","1/1/2001","Y")', '#NUM!'],
    ['=DATEDIF(1,2,"W")', '#NUM!'],
    ['=DAYS360(DATE(2011,1,30),DATE(2011,2,1))', 1],
    ['=DAYS360(DATE(2011,1,1),DATE(2011,12,31))', 360],
    ['=DAYS360(DATE(2011,1,1),DATE(2011,12,31),TRUE)', 359],
    ['=YEARFRAC(DATE(2012,1,1),DATE(2012,7,30))', 209 / 360],
    ['=YEARFRAC(DATE(2012,1,1),DATE(2012,7,30),1)', 211 / 366],
    ['=YEARFRAC(DATE(2012,1,1),DATE(2012,7,30),3)', 211 / 365],
    ['=YEARFRAC(DATE(2012,7,30),DATE(2012,1,1),2)', 211 / 360],
    ['=YEARFRAC(1,2,5)', '#NUM!'],
    ['=YEARFRAC(TRUE,2)', '#VALUE!'],
  ])('%s is %p', (formula, result) => expect(evaluate(formula)).toBe(result));
});

describe('weeks', () => {
  it.each([
    ['=WEEKDAY(DATE(2008,2,14))', 5],
    ['=WEEKDAY(DATE(2008,2,14),2)', 4],
    ['=WEEKDAY(DATE(2008,2,14),3)', 3],
    ['=WEEKDAY(DATE(2008,2,14),4)', '#NUM!'],
    ['=WEEKDAY(1)', 1],
    ['=WEEKNUM(DATE(2012,3,9))', 10],
    ['=WEEKNUM(DATE(2012,3,9),2)', 11],
    ['=WEEKNUM(DATE(2021,1,1),21)', 53],
    ['=ISOWEEKNUM(DATE(2012,3,9))', 10],
    ['=ISOWEEKNUM(1)', 52],
  ])('%s is %p', (formula, result) => expect(evaluate(formula)).toBe(result));
});

describe('working days', () => {
  const holidays = { A1: 41235, A2: 41247, A3: 41295 } as const;
  it.each([
    ['=NETWORKDAYS(DATE(2012,10,1),DATE(2013,3,1))', 110],
    ['=NETWORKDAYS(DATE(2012,10,1),DATE(2013,3,1),A1)', 109],
    ['=NETWORKDAYS(DATE(2012,10,1),DATE(2013,3,1),A1:A3)', 107],
    ['=NETWORKDAYS(DATE(2013,3,1),DATE(2012,10,1),A1:A3)', -107],
    ['=NETWORKDAYS.INTL(DATE(2006,1,1),DATE(2006,1,31))', 22],
    ['=NETWORKDAYS.INTL(DATE(2006,2,28),DATE(2006,1,31))', -21],
    ['=NETWORKDAYS.INTL(DATE(2006,1,1),DATE(2006,2,1),7,{"2006/1/2","2006/1/16"})', 22],
    ['=NETWORKDAYS.INTL(DATE(2006,1,1),DATE(2006,2,1),"0010001",{"2006/1/2","2006/1/16"})', 20],
    ['=NETWORKDAYS.INTL(1,2,"1111111")', 0],
    ['=NETWORKDAYS.INTL(1,2,8)', '#NUM!'],
    ['=NETWORKDAYS.INTL(1,2,"01")', '#VALUE!'],
    ['=WORKDAY(DATE(2008,10,1),151)', 39933],
    ['=WORKDAY(DATE(2008,10,1),151,{39778,39786,39834})', 39938],
    ['=WORKDAY(DATE(2024,1,6),-1)', 45296],
    ['=WORKDAY(DATE(2024,1,6),0)', 45297],
    ['=WORKDAY(5,-100)', '#NUM!'],
    ['=WORKDAY(5,1E9)', '#NUM!'],
    ['=WORKDAY.INTL(DATE(2012,1,1),90,11)', 41013],
    ['=WORKDAY.INTL(DATE(2012,1,1),30,17)', 40944],
    ['=WORKDAY.INTL(DATE(2012,1,1),30,"1111111")', '#VALUE!'],
  ])('%s is %p', (formula, result) => expect(evaluate(formula, holidays)).toBe(result));

  it('agrees with counting day by day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 40000, max: 40100 }), fc.integer({ min: -60, max: 60 }), (start, days) => {
        const end = evaluate(`=WORKDAY(${start},${days},{40020,40021,40050})`) as number;
        let day = start;
        for (let left = Math.abs(days); left > 0;) {
          day += Math.sign(days);
          if (![0, 1].includes(day % 7) && ![40020, 40021, 40050].includes(day)) left--;
        }
        expect(end).toBe(day);
      }),
    );
  });

  it('takes arrays of dates', () => {
    expect(spill('=EOMONTH({45292,45323},0)')).toEqual([[45322, 45351]]);
    expect(spill('=WORKDAY({45292;45293},1)')).toEqual([[45293], [45294]]);
  });
});
