import { datesFrom1900 } from '../../src/cli/datesFrom1900';
import { compare } from '../../src/core/compare/compare';
import { inTerminal } from '../support/fileTerminal';
import { workbook } from '../support/workbook';
import { xlsxFile } from '../support/xlsxFile';

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

  it('are shown as these days by a sync and its undo too', async () => {
    const cells = (days: readonly number[]) =>
      days.map((day, i) => `<row r="${i + 1}"><c r="A${i + 1}"><v>${i}</v></c><c r="B${i + 1}" s="1"><v>${day}</v></c></row>`).join('');
    const formats = ['yyyy-mm-dd'];
    const official = xlsxFile({ sheets: { S: cells([45_001, 45_010]) }, formats });
    const beforeSheets = '<workbookPr date1904="1"/>';
    const local = xlsxFile({ sheets: { S: `${cells([43_538])}<row r="2"><c r="A2"><v>1</v></c></row>` }, formats, beforeSheets });
    const files: Record<string, Uint8Array> = { 'o.xlsx': official, 'l.xlsx': local };
    const synced = await inTerminal('sync o.xlsx l.xlsx --out s.xlsx', files);
    expect(synced.out).toContain('B1   2023-03-15 → 2023-03-16');
    expect(synced.out).toContain('B2   (blank) → 2023-03-25');
    expect((await inTerminal('undo s.xlsx', files)).out).toContain('B2   2023-03-25 → (blank)');
  });

  it('leave a comparison of two others as it is', () => {
    const comparison = compare(workbook(day(1)), workbook(day(2)));
    expect(datesFrom1900(comparison, { official: 1900, local: 1900 })).toBe(comparison);
  });
});
