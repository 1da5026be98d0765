import type { Snapshot } from '../../src/core/workbook/Snapshot';
import { inTerminal } from '../support/fileTerminal';
import { snapshotOf } from '../support/snapshotOf';
import { describeSheet } from '../support/describeSheet';
import { fileOfSnapshot } from '../support/fileOfSnapshot';
import { workbook } from '../support/workbook';

const [PLAN, AGREED, SUMMARY] = [0, 1, 2];

/** A workbook whose sheet Agreed is Plan with one line more and one price higher; the workbook's own names and formulas read Plan. */
const book = () =>
  fileOfSnapshot(
    workbook(
      {
        Plan: { A1: 'Item', B1: 'Price', A2: 'Seats', B2: 100, A3: 'Support', B3: 40, A4: 'Total', B4: ['=SUM(B2:B3)', 140] },
        Agreed: {
          A1: 'Item',
          B1: 'Price',
          A2: 'Seats',
          B2: 110,
          A3: 'Training',
          B3: 25,
          A4: 'Support',
          B4: 40,
          A5: 'Total',
          B5: ['=SUM(B2:B4)', 175],
        },
        Summary: { A1: ['=Plan!B4', 140], A2: ['=Total_price*2', 280] },
      },
      { names: { Total_price: 'Plan!$B$4' } },
    ),
  );

describe('two sheets of one workbook', () => {
  it('are compared, and nothing else is', async () => {
    const { status, out, err } = await inTerminal(['compare', 'Book.xlsx', '--sheet', 'Agreed=Plan'], { 'Book.xlsx': book() });
    expect([status, err]).toEqual([1, '']);
    expect(out).toContain('Official: Book.xlsx, sheet Agreed   Yours: Book.xlsx');
    expect(out).toMatch(/Total price +175 +140/);
    expect(out).toContain('rows only in official');
    expect(out).not.toMatch(/^Sheet (Summary|Agreed)/m);
    expect(out).not.toContain('defined name');
  });

  it('are compared with several headlines, however they are written', async () => {
    for (const sheet of [['--sheet', 'Agreed=Plan'], ['--sheet=Agreed=Plan']]) {
      const line = ['compare', 'Book.xlsx', ...sheet, '--json', '--headline', 'Plan!B4', 'Plan!B2'];
      const { out } = await inTerminal(line, { 'Book.xlsx': book() });
      expect((JSON.parse(out) as { headlines: { name: string }[] }).headlines.map(({ name }) => name)).toEqual(['Plan!B4', 'Plan!B2']);
    }
  });

  it('are synced, with what reads them following, and an undo brings back every cell', async () => {
    const files: Record<string, Uint8Array> = { 'Book.xlsx': book() };
    const synced = await inTerminal(['sync', 'Book.xlsx', '--sheet', 'Agreed=Plan', '--out', 'New.xlsx'], files);
    expect([synced.status, synced.err]).toEqual([0, '']);
    const now = await snapshotOf(files['New.xlsx']!);
    expect(uncalculated(now, PLAN)).toEqual(uncalculated(now, AGREED));
    expect(describeSheet(now, SUMMARY)).toMatchObject({ A1: expect.stringContaining('=Plan!B5') });
    expect(now.names).toMatchObject([{ formula: 'Plan!$B$5' }]);
    const again = await inTerminal(['compare', 'New.xlsx', '--sheet', 'Agreed=Plan', '--json'], files);
    expect(JSON.parse(again.out)).toMatchObject({ counts: { roles: { cause: 0 } } });
    // Another sheet is no version of the official model.
    const history = await inTerminal(['ledger', 'New.xlsx', '--json'], files);
    expect(JSON.parse(history.out)).toMatchObject({ base: null, receipts: [{ official: { name: 'Book.xlsx, sheet Agreed' } }] });
    await inTerminal(['undo', 'New.xlsx', '--out', 'Back.xlsx'], files);
    const [was, back] = [await snapshotOf(files['Book.xlsx']!), await snapshotOf(files['Back.xlsx']!)];
    for (const sheet of [PLAN, AGREED, SUMMARY]) expect(describeSheet(back, sheet)).toEqual(describeSheet(was, sheet));
  });

  it.each([
    [['compare', 'Book.xlsx'], 'Name two workbooks: the official model, then yours.'],
    [['compare', 'Book.xlsx', 'Book.xlsx', '--sheet', 'Agreed=Plan'], 'With --sheet name one workbook, which has both sheets.'],
    [['compare', 'Book.xlsx', '--sheet', 'Agreed'], 'It must be two sheet names with = between them.'],
    [['compare', 'Book.xlsx', '--sheet', 'Agreed=Plans'], 'There is no sheet Plans in this workbook, which has Plan, Agreed, Summary.'],
    [['sync', 'Book.xlsx', '--sheet', 'Summary=Plan', '--out', 'New.xlsx'], 'Summary has formulas that read Plan'],
  ])('%j is refused: %s', async (line, sentence) => {
    const files = { 'Book.xlsx': book() };
    const { status, err } = await inTerminal(line, files);
    expect([status, Object.keys(files)]).toEqual([2, ['Book.xlsx']]);
    expect(err).toContain(sentence);
  });
});

/** What cells hold, without what their formulas gave before Excel calculates them. */
function uncalculated(snapshot: Snapshot, sheet: number): Record<string, string> {
  return Object.fromEntries(Object.entries(describeSheet(snapshot, sheet)).map(([cell, held]) => [cell, held.replace(/ → .*$/, '')]));
}
