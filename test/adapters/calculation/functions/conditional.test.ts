import { evaluate, spill } from '../../../support/calculation/evaluate';

const deals = {
  A1: 'EMEA', A2: 'emea', A3: 'APAC', A4: 'EMEA South', A5: 'a*b', A7: '7',
  B1: 10, B2: 20, B3: 30, B4: 40, B5: 50, B6: 60, B7: 7,
  C1: 1, C2: true, C3: '#N/A', C4: '', C6: 1,
} as const; // prettier-ignore

describe('SUMIF and its kin', () => {
  it.each([
    ['=SUMIF(A1:A6,"EMEA",B1:B6)', 30],
    ['=SUMIF(A:A,"emea*",B:B)', 70],
    ['=SUMIF(A1:A6,"????",B1)', 60],
    ['=SUMIF(A1:A6,"a~*b",B1:B6)', 50],
    ['=SUMIF(B1:B6,">=30")', 180],
    ['=SUMIF(B1:B6,"<>30")', 180],
    ['=SUMIF(B1:B6,30)', 30],
    ['=SUMIF(B1:B6,"=3e1")', 30],
    ['=SUMIF(A1:A6,"",B1:B6)', 60],
    ['=SUMIF(A1:A6,"<>",B1:B6)', 150],
    ['=SUMIF(A1:A6,">b",B1:B6)', 70],
    ['=SUMIF(A1:A6,"EMEA",C1:C6)', 1],
    ['=SUMIF(A1:A6,"APAC",C1:C6)', '#N/A'],
    ['=AVERAGEIF(A1:A6,"EMEA",B1:B6)', 15],
    ['=AVERAGEIF(A1:A6,"LATAM",B1:B6)', '#DIV/0!'],
    ['=COUNTIF(A1:A7,7)', 1],
    ['=COUNTIF(A1:A7,"<>7")', 7],
    ['=COUNTIF(B1:B7,">")', 0],
    ['=COUNTIF(A1:A7,"*")', 6],
    ['=COUNTIF(C1:C6,TRUE)', 1],
    ['=COUNTIF(C1:C6,"#N/A")', 1],
    ['=COUNTIF(C1:C6,"")', 2],
    ['=COUNTIF(C1:C6,"=")', 1],
    ['=COUNTIF(C1:C6,"<>1")', 4],
    ['=COUNTIF(A1:A7,"May 5")', 0],
    ['=COUNTIF(A:A,"")', 1_048_570],
    ['=COUNTIFS(A1:A6,"emea*",B1:B6,">10")', 2],
    ['=COUNTIFS(A1:A6,"emea*",B1:B5,">10")', '#VALUE!'],
    ['=SUMIFS(B:B,A:A,"EMEA*",B:B,"<40")', 30],
    ['=SUMIFS(B1:B6,A1:A5,"EMEA")', '#VALUE!'],
    ['=AVERAGEIFS(B1:B6,A1:A6,"EMEA*",B1:B6,">10")', 30],
    ['=MAXIFS(B1:B6,A1:A6,"EMEA*")', 40],
    ['=MINIFS(B1:B6,A1:A6,"EMEA*")', 10],
    ['=MINIFS(B1:B6,A1:A6,"LATAM")', 0],
  ])('%s is %p', (formula, result) => expect(evaluate(formula, deals)).toBe(result));

  it('gives one result for each of several conditions', () => {
    expect(spill('=SUMIFS(B1:B6,A1:A6,{"EMEA";"APAC"})', deals)).toEqual([[30], [30]]);
    expect(evaluate('=SUM(COUNTIF(A1:A6,{"EMEA","APAC"}))', deals)).toBe(3);
  });

  it('takes no longer for a pattern of many stars', () => {
    const cells = { A1: 'a'.repeat(5000) };
    expect(evaluate(`=COUNTIF(A1,"${'*a'.repeat(60)}*b")`, cells)).toBe(0);
  });
});

describe('AVERAGE, MIN, MAX, COUNT, COUNTA and COUNTBLANK', () => {
  it.each([
    ['=AVERAGE(B1:B6)', 35],
    ['=AVERAGE(A1:A6)', '#DIV/0!'],
    ['=AVERAGE(C1:C6)', '#N/A'],
    ['=AVERAGE(1,"3",TRUE)', 5 / 3],
    ['=MIN(B1:B6,5)', 5],
    ['=MAX(A1:A6)', 0],
    ['=COUNT(A1:C7)', 9],
    ['=COUNT(1,,"2","x",TRUE)', 4],
    ['=COUNTA(C1:C6)', 5],
    ['=COUNTBLANK(C1:C6)', 2],
    ['=COUNTBLANK(D:D)', 1_048_576],
  ])('%s is %p', (formula, result) => expect(evaluate(formula, deals)).toBe(result));
});
