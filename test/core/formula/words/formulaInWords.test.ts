import { formulaInWords } from '../../../../src/core/formula/words/formulaInWords';
import { createWordBook } from '../../../../src/core/formula/words/WordBook';
import { parseRange } from '../../../../src/core/workbook/Address';
import { workbook } from '../../../support/workbook';

const list = Object.fromEntries(
  Array.from({ length: 14 }, (_, i) => [
    [`A${i + 2}`, `Deal ${i + 1}`],
    [`B${i + 2}`, i % 2 === 0 ? 'EMEA' : 'APAC'],
    [`C${i + 2}`, 2024 + i],
    [`D${i + 2}`, 100 * (i + 1)],
  ]).flat(),
);

const book = createWordBook(
  workbook(
    {
      Plan: {
        B3: 'Q1',
        C3: 'Q2',
        D3: 'Q3',
        E3: 'Q4',
        F3: 'FY26',
        A4: 'Renewals',
        B4: 100,
        C4: 110,
        D4: 120,
        E4: 130,
        F4: 460,
        A5: 'Renewal rate',
        B5: 0.9,
        C5: 0.91,
        D5: 0.92,
        E5: 0.93,
        A6: 'Expansion',
        B6: 5,
        C6: 6,
        D6: 7,
        E6: 8,
        A7: 'Total',
        B7: 1,
        A8: 'Other',
        B8: 2,
        A9: 'Total',
        B9: 3,
        A10: 'Net revenue',
        B10: 4,
        C10: 5,
        D10: 6,
      },
      Inputs: { A1: 'Price', B1: 12, A2: 'Net revenue', B2: 7, A4: 'Floor', B4: 1, C4: 2 },
      Bookings: { A1: 'Deal', B1: 'Region', C1: 'Year', D1: 'Amount', ...list },
      Prices: { A1: 'SKU', B1: 'Unit', C1: 'Price', A2: 'A100', B2: 'each', C2: 3, A3: 'B200', B3: 'each', C3: 4 },
      Years: { B1: 2025, C1: 2026, A2: 'Revenue', B2: 5, C2: 6 },
      Bare: { A1: 1, B1: 2 },
      'Sold 2026': { A1: 'Product', B1: 'Sold', C1: 'Share', A2: 'Core', B2: 5, C2: 0.5 },
    },
    {
      names: { Service_credits: 'Inputs!$B$1', Opening_ARR: '100', 'Plan!Local_rate': 'Plan!$B$5', Floor: 'Inputs!$C$4' },
      tables: [
        {
          name: 'Sold_items',
          sheet: 'Sold 2026',
          range: { firstRow: 1, firstColumn: 1, lastRow: 2, lastColumn: 3 },
          headerRow: true,
          totalsRow: false,
          columns: ['Product', 'Sold', 'Share'].map((name) => ({ name, formula: null })),
        },
      ],
    },
  ),
  'en-US',
);

function words(formula: string, at = 'Plan!C11'): string | null {
  const [sheet, address] = at.split('!') as [string, string];
  const { firstRow, firstColumn } = parseRange(address)!;
  const parts = formulaInWords(formula, { sheet, row: firstRow, column: firstColumn }, book);
  return parts && parts.map(({ text }) => text).join('');
}

describe('references are called by their labels, as seen from the cell', () => {
  it.each([
    // In the formula's own column the row's label does, in its own row the column's header.
    ['=C4*C5', 'Plan!C11', 'Renewals × Renewal rate'],
    ['=B4*(1+C5)', 'Plan!C4', 'Q1 × (1 + Renewal rate)'],
    ['=B4*C5', 'Plan!C11', 'Renewals (Q1) × Renewal rate'],
    ['=$B$4*$C$5', 'Plan!E20', 'Renewals (Q1) × Renewal rate (Q2)'],
    ['=D2*1.1', 'Bookings!F2', 'Amount × 1.1'],
    // Elsewhere the label, and the sheet only where the own line is called the same.
    ['=Inputs!B1*C4', 'Plan!C11', 'Price × Renewals'],
    ['=Inputs!B2', 'Plan!B10', 'Net revenue (Inputs sheet)'],
    ['=Plan!C4', 'Inputs!B1', 'Renewals (Q2)'],
    // No label, or one that does not tell: the address.
    ['=A1+B1', 'Bare!C1', null],
    ['=Bare!A1*Plan!C4', 'Plan!C11', 'Bare!A1 × Renewals'],
    ['=Inputs!C4', 'Plan!C11', 'Floor (Inputs!C4)'],
    ['=Inputs!C4*Floor', 'Plan!C11', 'Floor (Inputs!C4) × Floor'],
    ['=B7+B8+B9', 'Plan!B11', 'Total (B7) + Other + Total (B9)'],
    ['=C11', 'Plan!C11', null],
    ['=B2*C2', 'Years!D2', 'Revenue (2025) × Revenue (2026)'],
    // Headers and labels are called by what they say.
    ['=IF(C3="Q2",C4,0)', 'Plan!C11', 'if Q2 = "Q2" then Renewals else 0'],
    // Other workbooks and sheets that are gone stay as they are.
    ['=[1]Rates!B2*C4', 'Plan!C11', '[1]Rates!B2 × Renewals'],
    ['=Gone!B2*C4', 'Plan!C11', 'Gone!B2 × Renewals'],
    ['=C4*#REF!', 'Plan!C11', 'Renewals × #REF!'],
  ])('%s in %s', (formula, at, expected) => expect(words(formula, at)).toBe(expected));

  it.each([
    ['=SUM(B4:E4)', 'Plan!F4', 'sum of Q1 to Q4'],
    ['=SUM(B4:E4)', 'Plan!F11', 'sum of Renewals (Q1 to Q4)'],
    ['=SUM(C4:C6)', 'Plan!C11', 'sum of Renewals to Expansion'],
    ['=SUM(B4:E6)', 'Inputs!B9', null],
    ['=SUM(Plan!B4:E6)', 'Inputs!B9', 'sum of Renewals to Expansion (Q1 to Q4)'],
    ['=SUM(Bookings!D2:D15)', 'Plan!C11', 'sum of Amount'],
    ['=SUM(Bookings!D1:D15)', 'Plan!C11', 'sum of Amount'],
    ['=SUM(Bookings!D2:D5)', 'Plan!C11', 'sum of Amount (Deal 1 to Deal 4)'],
    ['=SUM(Bookings!D:D)', 'Plan!C11', 'sum of Amount'],
    ['=SUM(Bookings!C:D)', 'Plan!C11', 'sum of Year to Amount'],
    ['=SUM(Bookings!D2:D15)/SUM(Bookings!D:D)', 'Plan!C11', '(sum of Amount (Bookings!D2:D15)) ÷ (sum of Amount (Bookings!D:D))'],
  ])('range %s in %s', (formula, at, expected) => expect(words(formula, at)).toBe(expected));

  it.each([
    ['=Opening_ARR*C5', 'Plan!C11', 'Opening ARR × Renewal rate'],
    ['=Service_credits', 'Plan!C11', 'Service credits'],
    ['=Local_rate', 'Plan!C11', 'Local rate'],
    ['=Sold_items[[#This Row],[Sold]]*2', 'Sold 2026!C2', 'Sold × 2'],
    ['=Sold_items[[#This Row],[Sold]]*2', 'Sold 2026!D2', 'Sold (Sold items, this row) × 2'],
    ['=SUM(Sold_items[Sold])', 'Plan!C11', 'sum of Sold (Sold items)'],
    ['=[@Sold]/SUM(Sold_items[Sold])', 'Sold 2026!C2', 'Sold ÷ (sum of Sold (Sold items))'],
    ['=SUM(Sold_items[[Sold]:[Share]])', 'Plan!C11', 'sum of Sold to Share (Sold items)'],
    ['=Sold_items[[#Totals],[Sold]]', 'Plan!C11', 'Sold (Sold items, totals)'],
    ['=ROWS(Sold_items)', 'Plan!C11', 'ROWS(Sold items)'],
  ])('name or table %s in %s', (formula, at, expected) => expect(words(formula, at)).toBe(expected));
});

describe('operators, as finance writes them', () => {
  it.each([
    ['C4-C5', 'Renewals − Renewal rate'],
    ['C4/C5^2', 'Renewals ÷ Renewal rate^2'],
    ['C4-(C5-C6)', 'Renewals − (Renewal rate − Expansion)'],
    ['(C4-C5)-C6', 'Renewals − Renewal rate − Expansion'],
    ['C4/(C5*C6)', 'Renewals ÷ (Renewal rate × Expansion)'],
    ['(C4+C5)*C6', '(Renewals + Renewal rate) × Expansion'],
    ['((C4))', 'Renewals'],
    ['-C4^2', '(−Renewals)^2'],
    ['-(C4^2)', '−(Renewals^2)'],
    ['C4--C5', 'Renewals − (−Renewal rate)'],
    ['+@C4', 'Renewals'],
    ['C4*5%', 'Renewals × 5%'],
    ['C4*1200000', 'Renewals × 1,200,000'],
    ['C4>2025', 'Renewals > 2025'],
    ['C4<>C5', 'Renewals ≠ Renewal rate'],
    ['C4>=C5', 'Renewals ≥ Renewal rate'],
    ['C4<=C5', 'Renewals ≤ Renewal rate'],
    ['C4=""', 'Renewals is blank'],
    ['C4<>""', 'Renewals is filled'],
    ['C4&" in "&C5', 'Renewals & " in " & Renewal rate'],
    ['C4=TRUE', 'Renewals = true'],
    ['C4#', 'all of Renewals'],
    ['SUM(C4:C5 B5:D5)', 'sum of (Renewals to Renewal rate where it meets Renewal rate (Q1 to Q3))'],
    ['C4*{1,2;3,4}', 'Renewals × {1, 2; 3, 4}'],
  ])('=%s', (formula, expected) => expect(words(`=${formula}`)).toBe(expected));
});

describe('functions in plain words', () => {
  it.each([
    ['SUM(C4,C5,C6)', 'sum of Renewals, Renewal rate and Expansion'],
    ['AVERAGE(C4:C6)', 'average of Renewals to Expansion'],
    ['MEDIAN(C4:C6)', 'median of Renewals to Expansion'],
    ['PRODUCT(C4,C5)', 'product of Renewals and Renewal rate'],
    ['COUNT(C4:C6)', 'count of numbers in Renewals to Expansion'],
    ['COUNTA(C4:C6)', 'count of filled cells in Renewals to Expansion'],
    ['COUNTBLANK(C4:C6)', 'count of blank cells in Renewals to Expansion'],
    ['MIN(C4,C5)', 'lower of Renewals and Renewal rate'],
    ['MAX(0,C4-C5)', 'higher of 0 and Renewals − Renewal rate'],
    ['MIN(C4:C6)', 'lowest of Renewals to Expansion'],
    ['MAX(C4,C5,C6)', 'highest of Renewals, Renewal rate and Expansion'],
    ['SUMPRODUCT(B4:E4,B5:E5)', 'line-by-line sum of Renewals (Q1 to Q4) × Renewal rate (Q1 to Q4)'],
    ['SUBTOTAL(9,C4:C6)', 'subtotal (sum) of Renewals to Expansion'],
    ['SUBTOTAL(77,C4)', 'SUBTOTAL(77, Renewals)'],
    ['IF(C4>0,C5,0)', 'if Renewals > 0 then Renewal rate else 0'],
    ['IF(C4>0,C5)', 'if Renewals > 0 then Renewal rate'],
    ['IF(C4>0,,C5)', 'if Renewals > 0 then blank else Renewal rate'],
    ['IF(C4>0,1,IF(C5>0,2,3))', 'if Renewals > 0 then 1 else if Renewal rate > 0 then 2 else 3'],
    ['1+IF(C4>0,C5,0)', '1 + (if Renewals > 0 then Renewal rate else 0)'],
    ['IFS(C4>0,1,TRUE,2)', 'if Renewals > 0 then 1, else if true then 2'],
    ['SWITCH(C4,1,"a",2,"b","c")', 'by Renewals: 1 gives "a", 2 gives "b", else "c"'],
    ['CHOOSE(C4,C5,C6)', 'choice Renewals of Renewal rate and Expansion'],
    ['IFERROR(C4/C5,0)', 'Renewals ÷ Renewal rate, or 0 if that is an error'],
    ['IFNA(C4,"none")', 'Renewals, or "none" if that is #N/A'],
    ['AND(C4>0,C5>0)', 'Renewals > 0 and Renewal rate > 0'],
    ['OR(C4>0,AND(C5>0,C6>0))', 'Renewals > 0 or (Renewal rate > 0 and Expansion > 0)'],
    ['NOT(C4>0)', 'not (Renewals > 0)'],
    ['ROUND(C4*C5,2)', '(Renewals × Renewal rate) rounded to 2 decimals'],
    ['ROUND(C4,0)', 'Renewals rounded to whole numbers'],
    ['ROUND(C4,-3)', 'Renewals rounded to thousands'],
    ['ROUNDUP(C4,1)', 'Renewals rounded up to 1 decimal'],
    ['ROUNDDOWN(C4,C5)', 'Renewals rounded down to Renewal rate decimals'],
    ['TRUNC(C4)', 'Renewals cut to whole numbers'],
    ['INT(C4)', 'Renewals rounded down to whole numbers'],
    ['ABS(C4-C5)', 'absolute value of (Renewals − Renewal rate)'],
    ['SQRT(C4)', 'square root of Renewals'],
    ['POWER(1+C5,C6)', '(1 + Renewal rate)^Expansion'],
    ['MOD(C4,2)', 'remainder of Renewals ÷ 2'],
    ['NPV(C5,B4:E4)', 'present value of Renewals (Q1 to Q4) at Renewal rate'],
    ['IRR(B4:E4)', 'internal rate of return of Renewals (Q1 to Q4)'],
    ['LARGE(C4:C6,2)', 'number 2 from the top of Renewals to Expansion'],
    ['SMALL(C4:C6,1)', 'number 1 from the bottom of Renewals to Expansion'],
    ['TODAY()-C4', 'today − Renewals'],
    ['NOW()-C4', 'now − Renewals'],
    ['YEAR(C4)', 'year of Renewals'],
    ['MONTH(C4)', 'month of Renewals'],
    ['DAY(C4)', 'day of Renewals'],
    ['EDATE(C4,1)', '1 month after Renewals'],
    ['EDATE(C4,-3)', '3 months before Renewals'],
    ['EDATE(C4,C5)', 'Renewal rate months after Renewals'],
    ['EOMONTH(C4,0)', 'end of the month of Renewals'],
    ['EOMONTH(C4,2)', 'end of the month 2 months after Renewals'],
    ['LEN(C4)', 'length of Renewals'],
    ['LEFT(C4,3)', 'first 3 characters of Renewals'],
    ['RIGHT(C4,2)', 'last 2 characters of Renewals'],
    ['TEXT(C4,"0.0")', 'Renewals shown as "0.0"'],
    ['VALUE(C4)', 'Renewals as a number'],
    ['CONCATENATE(C4," ",C5)', 'Renewals & " " & Renewal rate'],
    ['CONCAT(C4,C5)', 'Renewals & Renewal rate'],
    ['ISBLANK(C4)', 'Renewals is blank'],
    ['ISERROR(C4)', 'Renewals is an error'],
    ['ISNA(C4)', 'Renewals is #N/A'],
    ['ISNUMBER(C4)', 'Renewals is a number'],
    ['ISTEXT(C4)', 'Renewals is a text'],
    ['UNIQUE(C4:C6)', 'distinct values of Renewals to Expansion'],
    ['SORT(C4:C6)', 'Renewals to Expansion sorted'],
    ['FILTER(C4:C6,C4:C6>0,"none")', 'Renewals to Expansion where Renewals to Expansion > 0, or "none" if there is none'],
    ['_xlfn.SINGLE(C4)', 'Renewals'],
    ['_xlfn.ANCHORARRAY(C4)', 'all of Renewals'],
    ['LET(x,C4*2,x+1)', 'with x = Renewals × 2: x + 1'],
    ['LAMBDA(x,x*2)(C4)', '(for x: x × 2)(Renewals)'],
    ['PMT(C5/12,60,-C4)', 'PMT(Renewal rate ÷ 12, 60, −Renewals)'],
    ['SUMIFS(Bookings!D2:D15,Bookings!B2:B15,"EMEA",Bookings!C2:C15,">=2025")', 'sum of Amount where Region is "EMEA" and Year ≥ 2025'],
    ['SUMIF(Bookings!B2:B15,C4,Bookings!D2:D15)', 'sum of Amount where Region is Renewals'],
    ['SUMIF(Bookings!D2:D15,">0")', 'sum of Amount where Amount > 0'],
    ['COUNTIFS(Bookings!B2:B15,"<>",Bookings!C2:C15,"<="&C4)', 'number of rows where Region is filled and Year ≤ Renewals'],
    ['COUNTIF(Bookings!B2:B15,"E*")', 'number of rows where Region is like "E*"'],
    ['COUNTIF(Bookings!B2:B15,"")', 'number of rows where Region is blank'],
    ['COUNTIF(Bookings!B2:B15,"<>EMEA")', 'number of rows where Region is not "EMEA"'],
    ['AVERAGEIF(Bookings!B2:B15,"EMEA",Bookings!D2:D15)', 'average of Amount where Region is "EMEA"'],
    ['AVERAGEIFS(Bookings!D2:D15,Bookings!C2:C15,2025)', 'average of Amount where Year = 2025'],
    ['MINIFS(Bookings!D2:D15,Bookings!C2:C15,2025)', 'lowest of Amount where Year = 2025'],
    ['MAXIFS(Bookings!D2:D15,Bookings!C2:C15,2025)', 'highest of Amount where Year = 2025'],
    ['SUMIFS(Bookings!D2:D15,Bookings!B2:B15)', 'SUMIFS(Amount, Region)'],
    ['XLOOKUP(C4,Bookings!A2:A15,Bookings!D2:D15)', 'Amount looked up by Renewals in Deal'],
    [
      'XLOOKUP(C4,Bookings!A2:A15,Bookings!D2:D15,0,-1)',
      'Amount looked up by Renewals in Deal, or the next smaller, or 0 if there is none',
    ],
    ['XLOOKUP(C4,Bookings!A2:A15,Bookings!D2:D15,,0,-1)', 'Amount looked up by Renewals in Deal, from the last one'],
    ['XLOOKUP(C4,Bookings!A2:A15,Bookings!D2:D15,,C5)', 'XLOOKUP(Renewals, Deal, Amount, blank, Renewal rate)'],
    ['VLOOKUP(C4,Bookings!A2:D15,4,FALSE)', 'Amount looked up by Renewals in Deal'],
    ['VLOOKUP(C4,Bookings!A2:D15,4)', 'Amount looked up by Renewals in Deal, or the next smaller'],
    ['VLOOKUP(C4,Bookings!A2:D15,C5,0)', 'column Renewal rate of Deal to Amount looked up by Renewals'],
    ['VLOOKUP(C4,Bookings!A2:D15,9,0)', 'column 9 of Deal to Amount looked up by Renewals'],
    ['HLOOKUP(C4,B3:E6,2,FALSE)', 'Renewals (Q1 to Q4) looked up by Renewals in B3:E3'],
    ['LOOKUP(C4,Bookings!C2:C15,Bookings!D2:D15)', 'Amount looked up by Renewals in Year, or the next smaller'],
    ['INDEX(Bookings!D2:D15,MATCH(C4,Bookings!A2:A15,0))', 'Amount looked up by Renewals in Deal'],
    [
      'INDEX(B4:E6,MATCH(C5,A4:A6,0),MATCH(C6,B3:E3,0))',
      'Renewals to Expansion (Q1 to Q4) looked up by Renewal rate in Renewals to Expansion and by Expansion in B3:E3',
    ],
    ['INDEX(Bookings!D2:D15,3)', 'item 3 of Amount'],
    ['INDEX(B4:E6,2,C5)', 'row 2 and column Renewal rate of Renewals to Expansion (Q1 to Q4)'],
    ['MATCH(C4,Bookings!A2:A15,0)', 'position of Renewals in Deal'],
    ['MATCH(C4,Bookings!C2:C15)', 'position of Renewals in Year, or the next smaller'],
    ['XMATCH(C4,Bookings!C2:C15,1)', 'position of Renewals in Year, or the next larger'],
  ])('=%s', (formula, expected) => expect(words(`=${formula}`)).toBe(expected));
});

describe('formulas of any length', () => {
  it.each([
    ['a chain of additions', Array.from({ length: 2700 }, () => 'C4').join('+')],
    ['a list of arguments', `SUM(${Array.from({ length: 2700 }, () => 'C4').join(',')})`],
    ['parentheses in parentheses', `${'('.repeat(4000)}C4${')'.repeat(4000)}`],
    ['functions in functions', `${'IF(C4>0,'.repeat(64)}C5${')'.repeat(64)}`],
  ])('%s is said', (_, formula) => expect(words(`=${formula}`)).toMatch(/Renewals/));

  it.each(['=C4*', '=(', '="', `=${'-'.repeat(8000)}C4`, '=C4 C5 C6 (', '=\u0000'])(
    'what cannot be read has no words, and harms nothing: %#',
    (formula) => expect(words(formula)).toBeNull(),
  );
});

test('a part says where it is', () => {
  const parts = formulaInWords('=C4*Inputs!B1+Service_credits', { sheet: 'Plan', row: 11, column: 3 }, book)!;
  expect(parts.flatMap(({ text, use }) => (use === null ? [] : [[text, use.place]]))).toEqual([
    ['Renewals', { sheet: 'Plan', address: 'C4' }],
    ['Price', { sheet: 'Inputs', address: 'B1' }],
    ['Service credits', { sheet: 'Inputs', address: 'B1' }],
  ]);
});
