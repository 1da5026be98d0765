import type { Snapshot } from '../../src/core/workbook/Snapshot';
import { agreedSheet } from '../support/agreedSheet';
import { inTerminal } from '../support/fileTerminal';
import { snapshotOf } from '../support/snapshotOf';
import { describeSheet } from '../support/describeSheet';

const [FORECAST, AGREED, SUMMARY] = [0, 1, 2];

describe('two sheets of one workbook', () => {
  it('are compared, and nothing else is', async () => {
    const { status, out, err } = await inTerminal(['compare', 'Book.xlsx', '--sheet', 'Agreed=Forecast'], { 'Book.xlsx': agreedSheet() });
    expect([status, err]).toEqual([1, '']);
    expect(out).toContain('Official: Book.xlsx, sheet Agreed   Yours: Book.xlsx');
    expect(out).toMatch(/Forecast total +175 +140/);
    expect(out).toContain('rows only in official');
    expect(out).not.toMatch(/^Sheet (Summary|Agreed)/m);
    expect(out).not.toContain('defined name');
  });

  it('are compared with several headlines, however they are written', async () => {
    for (const sheet of [['--sheet', 'Agreed=Forecast'], ['--sheet=Agreed=Forecast']]) {
      const line = ['compare', 'Book.xlsx', ...sheet, '--json', '--headline', 'Forecast!B4', 'Forecast!B2'];
      const { out } = await inTerminal(line, { 'Book.xlsx': agreedSheet() });
      expect((JSON.parse(out) as { headlines: { name: string }[] }).headlines.map(({ name }) => name)).toEqual([
        'Forecast!B4',
        'Forecast!B2',
      ]);
    }
  });

  it('are synced, with what reads them following, and an undo brings back every cell', async () => {
    const files: Record<string, Uint8Array> = { 'Book.xlsx': agreedSheet() };
    const synced = await inTerminal(['sync', 'Book.xlsx', '--sheet', 'Agreed=Forecast', '--out', 'New.xlsx'], files);
    expect([synced.status, synced.err]).toEqual([0, '']);
    const now = await snapshotOf(files['New.xlsx']!);
    expect(uncalculated(now, FORECAST)).toEqual(uncalculated(now, AGREED));
    expect(describeSheet(now, SUMMARY)).toMatchObject({ B1: expect.stringContaining('=Forecast!B5') });
    expect(now.names).toMatchObject([{ formula: 'Forecast!$B$5' }]);
    const again = await inTerminal(['compare', 'New.xlsx', '--sheet', 'Agreed=Forecast', '--json'], files);
    expect(JSON.parse(again.out)).toMatchObject({ counts: { roles: { cause: 0 } } });
    // Another sheet is no version of the official model.
    const history = await inTerminal(['ledger', 'New.xlsx', '--json'], files);
    expect(JSON.parse(history.out)).toMatchObject({ base: null, receipts: [{ official: { name: 'Book.xlsx, sheet Agreed' } }] });
    await inTerminal(['undo', 'New.xlsx', '--out', 'Back.xlsx'], files);
    const [was, back] = [await snapshotOf(files['Book.xlsx']!), await snapshotOf(files['Back.xlsx']!)];
    for (const sheet of [FORECAST, AGREED, SUMMARY]) expect(describeSheet(back, sheet)).toEqual(describeSheet(was, sheet));
  });

  it.each([
    [['compare', 'Book.xlsx'], 'Name two workbooks: the official model, then yours.'],
    [['compare', 'Book.xlsx', 'Book.xlsx', '--sheet', 'Agreed=Forecast'], 'With --sheet name one workbook, which has both sheets.'],
    [['compare', 'Book.xlsx', '--sheet', 'Agreed'], 'It must be two sheet names with = between them.'],
    [
      ['compare', 'Book.xlsx', '--sheet', 'Agreed=Forecasts'],
      'There is no sheet Forecasts in this workbook, which has Forecast, Agreed, Summary.',
    ],
    [['sync', 'Book.xlsx', '--sheet', 'Summary=Forecast', '--out', 'New.xlsx'], 'Summary has formulas that read Forecast'],
  ])('%j is refused: %s', async (line, sentence) => {
    const files = { 'Book.xlsx': agreedSheet() };
    const { status, err } = await inTerminal(line, files);
    expect([status, Object.keys(files)]).toEqual([2, ['Book.xlsx']]);
    expect(err).toContain(sentence);
  });
});

/** What cells hold, without what their formulas gave before Excel calculates them. */
function uncalculated(snapshot: Snapshot, sheet: number): Record<string, string> {
  return Object.fromEntries(Object.entries(describeSheet(snapshot, sheet)).map(([cell, held]) => [cell, held.replace(/ → .*$/, '')]));
}
