import { calculate } from '../../scripts/samples/calculate';
import { officialModel } from '../../scripts/samples/official/officialModel';
import { shiftWorkbook } from '../../scripts/samples/shiftWorkbook';
import type { Workbook } from '../../scripts/samples/Workbook';

describe('shiftWorkbook', () => {
  it('leaves every figure as it was when empty rows and columns are inserted', () => {
    const workbook = officialModel();
    const figures = ({ sheets }: Workbook) => sheets.map((sheet) => [...sheet.cells.values()].map((cell) => cell.value));
    const before = figures(workbook);
    shiftWorkbook(workbook, { sheet: 'Bookings', axis: 'row', at: 100, count: 3 });
    shiftWorkbook(workbook, { sheet: 'Bookings', axis: 'column', at: 9, count: 1 });
    shiftWorkbook(workbook, { sheet: 'Assumptions', axis: 'row', at: 70, count: 1 });
    shiftWorkbook(workbook, { sheet: 'Revenue', axis: 'row', at: 14, count: 2 });
    calculate(workbook);
    expect(figures(workbook)).toEqual(before);
    expect(workbook.sheet('Bookings').cells.has('I200')).toBe(false);
    expect(workbook.sheet('Territories').tables[0]!.columns[6]!.formula).toContain('Bookings!$S$6:$S$428');
    expect(workbook.sheet('Summary').cell('C13').formula).toBe('SUMIFS(Bookings!$T$6:$T$428,Bookings!$P$6:$P$428,C$4)');
  });
});
