import fc from 'fast-check';
import { correspond } from '../../../src/core/settle/correspond';
import { CommonGrid } from '../../../src/core/align/CommonGrid';
import { compare } from '../../../src/core/compare/compare';
import { Tolerances } from '../../../src/core/compare/Tolerances';
import type { HeadlineChoice } from '../../../src/core/headlines/HeadlineChoice';
import { withChoice } from '../../../src/core/headlines/withChoice';
import { workbook, type CellText } from '../../support/workbook';

const LINES = ['Opening', 'New', 'Expansion', 'Churn', 'Closing', 'Services', 'Support', 'Margin'];

/** A sheet of labelled lines by quarter from row 2 on, where each line has a value of its own. */
function model(lines: readonly string[], sheet = 'Revenue') {
  const cells: Record<string, CellText> = { A1: 'Line', B1: 'Q1', C1: 'Q2' };
  lines.forEach((line, k) => {
    cells[`A${k + 2}`] = line;
    cells[`B${k + 2}`] = line.length * 10 + line.charCodeAt(0);
    cells[`C${k + 2}`] = [`=B${k + 2}*2`, (line.length * 10 + line.charCodeAt(0)) * 2];
  });
  return workbook({ [sheet]: cells, Summary: { A1: 'Net revenue', B1: ['=Revenue!C2', 1] } });
}

function chosen(official = model(LINES), local = model(LINES), choice: Partial<HeadlineChoice> = {}) {
  const grid = new CommonGrid(official, local, correspond(official, local).sheets);
  const found = compare(official, local).headlines;
  const tolerances = new Tolerances({});
  const result = withChoice(grid, found, { added: [], removed: [], ...choice }, tolerances);
  return { ...result, told: result.headlines.map((one) => `${one.name} @ ${one.officialAddress} | ${one.localAddress}`) };
}

const churn = { label: 'Churn · Q2', official: 'Revenue!C5', local: 'Revenue!C5' };

describe('headlines that the user chose', () => {
  it('stand behind those that are found, as their row and column call them', () => {
    expect(chosen(undefined, undefined, { added: [churn] }).told).toEqual([
      'Net revenue @ Summary!B1 | Summary!B1',
      'Churn · Q2 @ Revenue!C5 | Revenue!C5',
    ]);
  });

  it('leave out what was removed, in any case of letters', () => {
    expect(chosen(undefined, undefined, { added: [churn], removed: ['net REVENUE'] }).told).toEqual([
      'Churn · Q2 @ Revenue!C5 | Revenue!C5',
    ]);
  });

  it('come once where they are found as well', () => {
    const summary = { label: 'Net revenue', official: 'Summary!B1', local: 'Summary!B1' };
    const { told, lost } = chosen(undefined, undefined, { added: [summary] });
    expect(told).toEqual(['Net revenue @ Summary!B1 | Summary!B1']);
    expect(lost).toEqual([]);
  });

  it('are found again whatever lines are put in or taken out above them, in either workbook, and remembered where they stand', () => {
    const lines = fc.tuple(
      fc.subarray(LINES.filter((line) => line !== 'Churn')),
      fc.uniqueArray(fc.constantFrom('Pilot', 'Credits', 'Returns'), { maxLength: 3 }),
    );
    fc.assert(
      fc.property(lines, lines, (ours, theirs) => {
        const [official, local] = [ours, theirs].map(([kept, more]) => [
          ...more,
          ...LINES.filter((line) => line === 'Churn' || kept.includes(line)),
        ]);
        const { headlines, choice } = chosen(model(official!), model(local!), { added: [churn] });
        const one = headlines.at(-1)!;
        const [at, there] = [official!, local!].map((each) => `Revenue!C${each.indexOf('Churn') + 2}`);
        // The lines of either sheet may be too few to be aligned; then one side is missing, never another line.
        expect([at, null]).toContain(one.officialAddress);
        expect([there, null]).toContain(one.localAddress);
        expect(choice.added[0]).toEqual({ label: 'Churn · Q2', official: one.officialAddress, local: one.localAddress });
      }),
    );
  });

  it('are said to be lost where nothing is called so any more, and stay remembered', () => {
    const others = LINES.map((line) => (line === 'Churn' ? 'Lost customers' : line));
    const { told, lost, choice } = chosen(model(others), model(others), { added: [churn] });
    expect(told).toHaveLength(1);
    expect(lost).toEqual([churn]);
    expect(choice.added).toEqual([churn]);
  });

  it('are never another cell of the same label when several could be meant', () => {
    const twice = [...LINES.slice(4), 'Churn', 'Break', 'Churn'];
    expect(chosen(model(twice), model(twice), { added: [{ ...churn, official: 'Revenue!C3', local: 'Revenue!C3' }] }).lost).toHaveLength(1);
  });

  it('keep one without a label only while both addresses lie on each other', () => {
    const bare = (rows: number) => {
      const cells: Record<string, CellText> = {};
      for (let k = 1; k <= 12; k++) cells[`B${k + rows}`] = k * k + 0.5;
      if (rows > 0) cells.B1 = 7777;
      return workbook({ Data: cells });
    };
    const added = [{ label: '', official: 'Data!B4', local: 'Data!B4' }];
    expect(chosen(bare(0), bare(0), { added }).told).toEqual(['Data!B4 @ Data!B4 | Data!B4']);
    expect(chosen(bare(0), bare(1), { added }).lost).toEqual(added);
  });
});
