import { snapshotFromRanges } from '../../../src/core/workbook/snapshotFromRanges';
import { parseRange } from '../../../src/core/workbook/Address';
import type { Snapshot } from '../../../src/core/workbook/Snapshot';
import { changes } from '../../support/changes';
import { workbook } from '../../support/workbook';

/** A workbook whose formulas in `S!B1:B3` read other workbooks; the targets are links 1, 2, …. */
function linked(formulas: readonly string[], ...targets: readonly string[]): Snapshot {
  const cells = Object.fromEntries(formulas.map((formula, k) => [`B${k + 1}`, [formula, k] as const]));
  return workbook({ S: { A1: 'Rates', ...cells } }, { externalLinks: targets.map((target, k) => ({ index: k + 1, target })) });
}

const three = (link: string): string[] => [`=${link}Sheet1!A1`, `=${link}Sheet1!A2*2`, `=SUM(${link}Sheet1!A1:A3)`];

describe('links to other workbooks', () => {
  it('are one difference when re-pointed, and the formulas that use them none', () => {
    expect(changes(linked(three('[1]'), 'file:///x/Rates.xlsx'), linked(three('[1]'), 'file:///x/Other.xlsx'))).toEqual([
      'external file:///x/Rates.xlsx (file:///x/Other.xlsx): ∅→∅',
    ]);
  });

  it('are the same under another number', () => {
    const official = linked([...three('[1]'), '=[2]Fx!A1'], 'Rates.xlsx', 'Fx.xlsx');
    const local = linked([...three('[2]'), '=[1]Fx!A1'], 'Fx.xlsx', 'Rates.xlsx');
    expect(changes(official, local)).toEqual([]);
    expect(changes(local, official)).toEqual([]);
  });

  it('are the same however the path is written', () => {
    expect(changes(linked(three('[1]'), 'file:///C:/My%20models/Rates.xlsx'), linked(three('[1]'), 'C:\\my models\\rates.xlsx'))).toEqual(
      [],
    );
  });

  it('say when only the folder is another', () => {
    expect(changes(linked(three('[1]'), 'file:///x/Rates.xlsx'), linked(three('[1]'), 'file:///y/Rates.xlsx'))).toEqual([
      'external file:///x/Rates.xlsx (file:///y/Rates.xlsx): ∅→∅ (the same file name in another folder)',
    ]);
  });

  it('that only one workbook has are differences', () => {
    expect(changes(linked([]), linked([], 'Rates.xlsx'))).toEqual(['external Rates.xlsx: →∅']);
  });

  it('are told from a formula that was turned to another of two workbooks', () => {
    const official = linked(['=[1]Sheet1!A1'], 'Rates.xlsx', 'Fx.xlsx');
    const local = linked(['=[2]Sheet1!A1'], 'Rates.xlsx', 'Fx.xlsx');
    expect(changes(official, local)).toEqual(['formula S!B1: =[1]Sheet1!A1→=[2]Sheet1!A1']);
  });

  it.each(["'C:\\Models\\[Rates.xlsx]Sheet1'!", '[Rates.xlsx]Sheet1!'])('are the same where Excel shows %s', (prefix) => {
    const formulas = [`=${prefix}A1`, `=${prefix}A2*2`, `=SUM(${prefix}A1:A3)`];
    const local = snapshotFromRanges({
      kind: 'ranges',
      manual: false,
      name: 'Test.xlsx',
      names: [],
      sheets: [
        {
          name: 'S',
          visibility: 'visible',
          protected: false,
          blocks: [
            {
              range: parseRange('A1:B3')!,
              values: [
                ['Rates', 0],
                ['', 1],
                ['', 2],
              ],
              formulas: formulas.map((formula) => [null, formula]),
              formats: [],
            },
          ],
        },
      ],
    });
    const official = linked(three('[1]'), 'file:///C:/Models/Rates.xlsx');
    expect(changes(official, local)).toEqual([]);
    expect(changes(linked(three('[1]'), 'file:///C:/Models/Old.xlsx'), local)).toHaveLength(1);
  });
});
