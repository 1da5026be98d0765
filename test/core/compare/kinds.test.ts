import { verdict } from '../../../src/app/verdict';
import { compare } from '../../../src/core/compare/compare';
import { changes } from '../../support/changes';
import { workbook, type CellText, type WorkbookExtras } from '../../support/workbook';

/** The differences between two one-sheet workbooks, a line each. */
function between(
  official: Record<string, CellText>,
  local: Record<string, CellText>,
  ours: WorkbookExtras = {},
  theirs: WorkbookExtras = {},
): string[] {
  return changes(workbook({ S: official }, ours), workbook({ S: local }, theirs));
}

const number = (value: number, format: string): CellText => ({ value, format });

describe('values', () => {
  it.each<[string, CellText, CellText, string[]]>([
    ['float noise is no difference', 0.1 + 0.2, 0.3, []],
    ['a difference past the tolerance is one', 1, 1.000001, ['S!A1: 1→1.000001']],
    ['a difference that is not shown is marked', number(1.001, '0.0'), number(1.002, '0.0'), ['S!A1: 1.001→1.002 (rounding only)']],
    ['blank is not zero', null, 0, ['S!A1: ∅→0 (blank in official, zero in yours)']],
    ['an empty text is not blank', '', null, ['S!A1: →∅ (an empty text in official, blank in yours)']],
    ['a number as text', '12', 12, ['S!A1: 12→12 (a text in official, a number in yours)']],
    ['a truth value as a number', true, 1, ['S!A1: true→1 (a truth value in official, a number in yours)']],
    ['another number than the truth value', true, 2, ['S!A1: true→2']],
    ['capitals', 'North', 'NORTH', ['S!A1: North→NORTH (only capitals differ)']],
    ['spaces', 'North', 'North ', ['S!A1: North→North  (only spaces differ)']],
    ['an error value', 12, '#N/A', ['S!A1: 12→#N/A']],
    [
      'a percent typed as a figure',
      number(0.04, '0%'),
      number(4, '0.0'),
      ['unit S!A1: 0.04→4 (the same figure in another unit)', 'no format'],
    ],
    ['thousands typed as units', 133000, 133, ['unit S!A1: 133000→133 (exactly 1/1,000 of official)']],
    ['another currency', number(5, '$#,##0'), number(5, '[$€-407]#,##0'), ['unit S!A1: 5→5 (another currency)']],
    ['only the format', number(5, '0.0'), number(5, '0.00'), ['format S!A1: 0.0→0.00']],
  ])('%s', (_, official, local, expected) => {
    const anchor = { C9: 'end' };
    expect(between({ A1: official, ...anchor }, { A1: local, ...anchor })).toEqual(expected.filter((line) => line !== 'no format'));
  });

  it('are dates whatever the date system', () => {
    const date = (value: number): Record<string, CellText> => ({ A1: number(value, 'yyyy-mm-dd'), A2: 7 });
    expect(between(date(45000), date(45000 - 1462), {}, { dateSystem: 1904 })).toEqual([]);
    expect(between(date(45000), date(45000), {}, { dateSystem: 1904 })).toHaveLength(1);
  });
});

describe('formulas', () => {
  it.each<[string, string]>([
    ['=SUM(A1:A3)', '=sum( A1:A3 )'],
    ['=A1+A2', '=(A1+(A2))'],
    ['=A1', '=+A1'],
    ['=_xlfn.XLOOKUP(A1,A1:A3,A1:A3)', '=XLOOKUP(A1,A1:A3,A1:A3)'],
    ['=@A1:A3', '=A1:A3'],
    ['=S!A1', '=A1'],
    ['=rate*2', '=Rate*2'],
  ])('%s is %s', (official, local) => {
    const rest = { A1: 1, A2: 2, A3: 3 };
    expect(between({ ...rest, B1: [official, 1] }, { ...rest, B1: [local, 1] })).toEqual([]);
  });

  it('that differ only in being absolute or relative are noted, and move no number', () => {
    const found = (official: string, local: string) => between({ A1: 1, A2: 2, 'B1:B3': official }, { A1: 1, A2: 2, 'B1:B3': local });
    expect(found('=$A1*2', '=A1*2')).toEqual(['formula S!B1:B3: =$A1*2→=A1*2 ×3 (only $ signs differ)']);
    const comparison = compare(workbook({ S: { A1: 1, B1: '=$A$1*2' } }), workbook({ S: { A1: 1, B1: '=A1*2' } }));
    expect(verdict(comparison)).toMatchObject({ word: 'ties', still: { causes: 1, kinds: ['dollars'] } });
  });

  it.each<[string, string]>([
    ['=A1-A2-A3', '=A1-(A2-A3)'],
    ['=A1&"a"', '=A1&"A"'],
    ['=SUM(A1:A3)', '=SUM(A1:A2)'],
    ['=A1', '=A2'],
  ])('%s is not %s', (official, local) => {
    const rest = { A1: 1, A2: 2, A3: 3 };
    expect(between({ ...rest, B1: [official, 1] }, { ...rest, B1: [local, 1] })).toEqual([`formula S!B1: ${official}→${local}`]);
  });

  it('filled down are one difference, constants over them too', () => {
    const rest = { A1: 1, A2: 2, A3: 3, A4: 4 };
    expect(between({ ...rest, 'B1:B4': '=A1*2' }, { ...rest, 'B1:B4': '=A1*3' })).toEqual(['formula S!B1:B4: =A1*2→=A1*3 ×4']);
    expect(between({ ...rest, 'B1:B4': ['=A1*2', 8] }, { ...rest, B1: 8, B2: 8, B3: 7, B4: 8 })).toEqual(['hardcoded S!B1:B4: =A1*2→8 ×4']);
    expect(between({ ...rest, B1: 8 }, { ...rest, B1: ['=A1*2', 8] })).toEqual(['unhardcoded S!B1: 8→=A1*2 (same value today)']);
  });

  it('and ranges follow rows that are inserted inside them or deleted at their ends', () => {
    const official = { A1: 'x', A2: 1, A3: 2, A4: 3, A5: 'Total', B5: ['=SUM(A2:A4)', 6] } as const;
    const inserted = { A1: 'x', A2: 1, A3: 9, A4: 2, A5: 3, A6: 'Total', B6: ['=SUM(A2:A5)', 15] } as const;
    const deleted = { A1: 'x', A2: 1, A3: 2, A4: 'Total', B4: ['=SUM(A2:A3)', 3] } as const;
    expect(between(official, inserted)).toEqual(['row S +3:3', 'S!B5 (B6): 6→15 follows']);
    expect(between(official, deleted)).toEqual(['row S -4:4', 'S!B5 (B4): 6→3 follows']);
  });

  it('that are volatile, or calculated at another time, are unexplained', () => {
    const rest = { A1: 1 };
    expect(between({ ...rest, B1: ['=RAND()', 0.1] }, { ...rest, B1: ['=RAND()', 0.7] })).toEqual(['S!B1: 0.1→0.7 unexplained']);
    expect(between({ ...rest, B1: ['=A1*2', 2] }, { ...rest, B1: ['=A1*2', 3] })).toEqual(['S!B1: 2→3 unexplained']);
  });

  it('follow a name that is re-pointed', () => {
    const cells = { A1: 1, A2: 2, B1: ['=Rate*2', 2] } as const;
    expect(between(cells, { ...cells, B1: ['=Rate*2', 4] }, { names: { Rate: 'S!$A$1' } }, { names: { Rate: 'S!$A$2' } })).toEqual([
      'name Rate: =S!$A$1→=S!$A$2',
      'S!B1: 2→4 follows',
    ]);
  });

  it('follow what their array formula reads', () => {
    const arrays = {
      sheets: { S: { arrays: [{ kind: 'spill', range: { firstRow: 1, lastRow: 2, firstColumn: 2, lastColumn: 2 } }] } },
    } as const;
    const official = { A1: 1, A2: 2, B1: ['=A1:A2*2', 2], B2: 4 } as const;
    const local = { A1: 1, A2: 3, B1: ['=A1:A2*2', 2], B2: 6 } as const;
    expect(between(official, local, arrays, arrays)).toEqual(['S!A2: 2→3', 'S!B2: 4→6 follows']);
  });
});

describe('what is no cell', () => {
  const cells = { A1: 'Item', B1: 'Price', A2: 'Seat', B2: 5, A3: 'Desk', B3: 7 } as const;
  const sheet = (extras: NonNullable<WorkbookExtras['sheets']>[string]): WorkbookExtras => ({ sheets: { S: extras } });

  it('notes', () => {
    const note = (text: string): WorkbookExtras => sheet({ notes: [{ row: 2, column: 2, author: 'A', text, kind: 'note' }] });
    expect(between(cells, cells, note('per month'), note('per month\r\n'))).toEqual([]);
    expect(between(cells, cells, note('per month'), note('per year'))).toEqual(['note S!B2: per month→per year']);
    expect(between(cells, cells, {}, note('per year'))).toEqual(['note S!B2: →per year']);
  });

  it('hidden rows and sheets', () => {
    expect(between(cells, cells, {}, sheet({ hiddenRows: [{ first: 2, last: 3 }] }))).toEqual([
      'hidden S!2:3: S→S ×2 (hidden in yours only)',
    ]);
    expect(between(cells, cells, {}, sheet({ visibility: 'veryHidden' }))).toEqual(['hidden S: S→S (very hidden in yours only)']);
  });

  it('permitted entries', () => {
    const rule = (formula1: string, lastRow: number): WorkbookExtras =>
      sheet({
        validations: [
          {
            ranges: [{ firstRow: 2, lastRow, firstColumn: 1, lastColumn: 1 }],
            type: 'list',
            operator: 'between',
            formula1,
            formula2: '',
            allowBlank: true,
          },
        ],
      });
    expect(between(cells, cells, rule('"Seat,Desk"', 3), rule('"Seat,Desk"', 3))).toEqual([]);
    expect(between(cells, cells, rule('"Seat,Desk"', 3), rule('"Seat"', 3))).toEqual([
      'validation S!A2:A3: list: "Seat,Desk"→list: "Seat" ×2 (members only official: Desk)',
    ]);
    expect(between(cells, cells, rule('"Seat,Desk"', 3), rule('"Seat,Desk"', 2))).toEqual(['validation S!A3: list: "Seat,Desk"→']);
  });

  it('a sheet that is blank in one of them', () => {
    expect(between(cells, {})).toEqual(['row S -1:3']);
    expect(between({}, cells)).toEqual(['row S +1:3']);
    expect(between({ B5: 1 }, {})).toEqual(['row S -5:5']);
  });

  it('sheets: added, removed, renamed', () => {
    const second = { A1: 'Region', A2: 'North', A3: 'South', B1: 'Quota', B2: 12, B3: 14 } as const;
    expect(changes(workbook({ S: cells, T: second }), workbook({ S: cells }))).toEqual(['sheet -T']);
    expect(changes(workbook({ S: cells, T: second }), workbook({ S: cells, U: { ...second, B3: 15 } }))).toEqual([
      'sheet T: T→U (renamed)',
      'T!B3: 14→15',
    ]);
    const local = { S: cells, U: second, C: { ...cells, D1: ['=U!B2', 12] } } as const;
    const official = { S: cells, T: second, C: { ...cells, D1: ['=T!B2', 12] } } as const;
    expect(changes(workbook(official), workbook(local))).toEqual(['sheet T: T→U (renamed)']);
  });
});
