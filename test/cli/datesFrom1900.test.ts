import { datesFrom1900 } from '../../src/cli/datesFrom1900';
import { compare } from '../../src/core/compare/compare';
import { workbook } from '../support/workbook';

const day = (value: number) => ({ S: { A1: { value, format: 'yyyy-mm-dd' }, A3: { value, format: '#,##0' } } });

describe('days counted from 1904', () => {
  it('are counted from 1900 where they are shown, in the workbook that counts so, and nothing else is', () => {
    const comparison = compare(workbook(day(45_000)), workbook(day(43_569), { dateSystem: 1904 }));
    const shown = datesFrom1900(comparison, { official: 1900, local: 1904 });
    expect(shown.differences.map(({ official, local }) => [official!.value, local!.value])).toEqual([
      [45_000, 45_031],
      [45_000, 43_569],
    ]);
  });

  it('leave a comparison of two others as it is', () => {
    const comparison = compare(workbook(day(1)), workbook(day(2)));
    expect(datesFrom1900(comparison, { official: 1900, local: 1900 })).toBe(comparison);
  });
});
