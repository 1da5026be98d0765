import fc from 'fast-check';
import { parseRange } from '../../../src/core/workbook/Address';
import type { Table, Validation } from '../../../src/core/workbook/Snapshot';
import { changes } from '../../support/changes';
import { workbook, type SheetText, type WorkbookExtras } from '../../support/workbook';

const asked = { A1: 'Item', A2: 'Seat', A3: 'Desk', C1: 'end' } as const;

/** Differences between two workbooks that ask for entries in `S!A2:A3`; each has its own list on the sheet `Lists` and its own rule. */
function between(ours: Asking, theirs: Asking): string[] {
  const book = ({ list, rule, names = {}, tables = [], blank = true }: Asking) => {
    const validation: Validation = {
      ranges: [parseRange('A2:A3')!],
      type: 'list',
      operator: 'between',
      formula1: rule,
      formula2: '',
      allowBlank: blank,
    };
    const extras: WorkbookExtras = { sheets: { S: { validations: [validation] } }, names, tables };
    return workbook({ S: asked, Lists: list ?? { A1: 'Products', B1: 'end' } }, extras);
  };
  return changes(book(ours), book(theirs));
}

interface Asking {
  readonly rule: string;
  readonly list?: SheetText;
  readonly names?: Readonly<Record<string, string>>;
  readonly tables?: readonly Table[];
  readonly blank?: boolean;
}

/** A list on the sheet `Lists`, in `A2` and down. */
function list(...members: readonly string[]): SheetText {
  return { A1: 'Products', B1: 'end', ...Object.fromEntries(members.map((member, k) => [`A${k + 2}`, member])) };
}

describe('permitted entries of a list', () => {
  it('are a set: order, repeats, spaces and capitals do not count', () => {
    expect(between({ rule: '"Seat,Desk"' }, { rule: '"desk, Seat,Desk"' })).toEqual([]);
  });

  it('say which members only one workbook has', () => {
    expect(between({ rule: '"Seat,Desk,Legacy"' }, { rule: '"Seat,Desk,Trial"' })).toEqual([
      'validation S!A2:A3: list: "Seat,Desk,Legacy"→list: "Seat,Desk,Trial" ×2 (members only yours: Trial; only official: Legacy)',
    ]);
    expect(between({ rule: '"Seat,Desk"' }, { rule: '"Seat,Desk,Trial"' })).toEqual([
      'validation S!A2:A3: list: "Seat,Desk"→list: "Seat,Desk,Trial" ×2 (members only yours: Trial)',
    ]);
  });

  it('written out are the same as those in cells', () => {
    expect(between({ rule: '"Seat,Desk"', list: list('Seat', 'Desk') }, { rule: 'Lists!$A$2:$A$3', list: list('Seat', 'Desk') })).toEqual(
      [],
    );
  });

  it('follow the cells that the list stands in', () => {
    const rule = 'Lists!$A$2:$A$4';
    expect(between({ rule, list: list('Seat', 'Desk', 'Room') }, { rule, list: list('Seat', 'Desk', 'Trial') })).toEqual([
      'validation S!A2:A3: list: Lists!$A$2:$A$4 (Seat, Desk, Room)→list: Lists!$A$2:$A$4 (Seat, Desk, Trial) follows ×2',
      'Lists!A4: Room→Trial',
    ]);
  });

  it('are a cause where the list takes in other cells', () => {
    const cells = list('Seat', 'Desk', 'Room');
    expect(between({ rule: 'Lists!$A$2:$A$4', list: cells }, { rule: 'Lists!$A$2:$A$3', list: cells })).toEqual([
      'validation S!A2:A3: list: Lists!$A$2:$A$4 (Seat, Desk, Room)→list: Lists!$A$2:$A$3 (Seat, Desk) ×2 (members only official: Room)',
    ]);
  });

  it('are found behind a name, and follow it when it is re-pointed', () => {
    const cells = list('Seat', 'Desk', 'Room');
    const named = (target: string): Asking => ({ rule: 'Products', list: cells, names: { Products: target } });
    expect(between(named('Lists!$A$2:$A$4'), named('Lists!$A$2:$A$3'))).toEqual([
      'name Products: =Lists!$A$2:$A$4→=Lists!$A$2:$A$3',
      'validation S!A2:A3: list: Products (Seat, Desk, Room)→list: Products (Seat, Desk) follows ×2',
    ]);
  });

  it('are found in a column of a table', () => {
    const table: Table = {
      name: 'Items',
      sheet: 'Lists',
      range: parseRange('A1:B3')!,
      headerRow: true,
      totalsRow: false,
      columns: [
        { name: 'Products', formula: null },
        { name: 'end', formula: null },
      ],
    };
    const asking = (rule: string): Asking => ({ rule, list: list('Seat', 'Desk'), tables: [table] });
    expect(between(asking('INDIRECT("Items[Products]")'), asking('"Seat,Desk"'))).toEqual([]);
    expect(between(asking('INDIRECT("Items[Products]")'), asking('"Seat,Desk,Trial"'))).toHaveLength(1);
  });

  it('that depend on the cell are compared by their formula', () => {
    expect(between({ rule: 'Lists!A2:A3', list: list('Seat') }, { rule: 'Lists!A2:A3', list: list('Desk') })).toEqual([
      'Lists!A2: Seat→Desk',
    ]);
    expect(between({ rule: 'INDIRECT(B2)' }, { rule: 'INDIRECT(C2)' })).toEqual([
      'validation S!A2:A3: list: INDIRECT(B2)→list: INDIRECT(C2) ×2',
    ]);
  });

  it('say where only empty cells are permitted or not', () => {
    expect(between({ rule: '"Seat,Desk"' }, { rule: '"Seat,Desk"', blank: false })).toEqual([
      'validation S!A2:A3: list: "Seat,Desk"→list: "Seat,Desk" ×2 (empty cells permitted in official only)',
    ]);
  });

  it('name at most eight members', () => {
    const many = Array.from({ length: 12 }, (_, k) => `P${k + 1}`).join(',');
    expect(between({ rule: '"Seat"' }, { rule: `"Seat,${many}"` })[0]).toContain(
      '(members only yours: P1, P2, P3, P4, P5, P6, P7, P8 and 4 more)',
    );
  });

  it('differ exactly when the sets do, whichever way round', () => {
    const members = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'E', 'e '), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(members, members, fc.boolean(), (one, other, inCells) => {
        const asking = (these: readonly string[]): Asking =>
          inCells
            ? { rule: `Lists!$A$2:$A$${these.length + 1}`, list: list(...these) }
            : { rule: `"${these.join(',')}"`, list: list(...these) };
        const set = (these: readonly string[]): string => [...new Set(these.map((each) => each.trim().toLowerCase()))].sort().join();
        const told = (lines: readonly string[]): number => lines.filter((line) => line.startsWith('validation')).length;
        const expected = set(one) === set(other) ? 0 : 1;
        expect(told(between(asking(one), asking(other)))).toBe(expected);
        expect(told(between(asking(other), asking(one)))).toBe(expected);
      }),
      { numRuns: 200 },
    );
  });
});
