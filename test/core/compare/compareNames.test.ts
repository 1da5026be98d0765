import { compare } from '../../../src/core/compare/compare';
import type { DefinedName } from '../../../src/core/workbook/Snapshot';
import { changes } from '../../support/changes';
import { workbook, type CellText, type SheetText } from '../../support/workbook';

const cells = { A1: 'Item', B1: 'Price', A2: 'Seat', B2: 5, A3: 'Desk', B3: 7 } as const;

/** The differences between one sheet under two sets of names, a line each. */
function between(
  ours: Readonly<Record<string, string>>,
  theirs: Readonly<Record<string, string>>,
  sheet: SheetText = cells,
  local = sheet,
) {
  return changes(workbook({ S: sheet, T: { A1: 'x' } }, { names: ours }), workbook({ S: local, T: { A1: 'x' } }, { names: theirs }));
}

/** The differences when both workbooks have these names, given in full. */
function told(ours: readonly Partial<DefinedName>[], theirs: readonly Partial<DefinedName>[], sheet: SheetText = cells): string[] {
  const full = (names: readonly Partial<DefinedName>[]): DefinedName[] =>
    names.map((name) => ({ name: 'N', scope: null, formula: '1', hidden: false, comment: '', ...name }));
  const snapshot = workbook({ S: sheet });
  return changes({ ...snapshot, names: full(ours) }, { ...snapshot, names: full(theirs) });
}

describe('defined names', () => {
  it('that only one workbook has', () => {
    expect(between({ Old: 'S!$A$1', 'S!Own': '1' }, { New: 'S!$B$1', 'S!own': '1' })).toEqual(['name Old: =S!$A$1→', 'name New: →=S!$B$1']);
  });

  it('that are re-pointed', () => {
    expect(between({ Rate: 'S!$B$2' }, { rate: 'S!$B$3' })).toEqual(['name Rate (rate): =S!$B$2→=S!$B$3']);
  });

  it('that went from the whole workbook to a sheet are one difference', () => {
    expect(between({ Rate: 'S!$B$2' }, { 'T!Rate': 'S!$B$2' })).toEqual([
      'name Rate: =S!$B$2→=S!$B$2 (belongs to the whole workbook in official, to the sheet T in yours)',
    ]);
    expect(between({ 'S!Rate': 'S!$B$2' }, { 'T!Rate': 'S!$B$3' })).toEqual([
      'name S!Rate: =S!$B$2→=S!$B$3 (belongs to the sheet S in official, to the sheet T in yours)',
    ]);
  });

  it('that a sheet has beside the workbook’s are others', () => {
    expect(between({ Rate: 'S!$B$2' }, { Rate: 'S!$B$2', 'T!Rate': 'S!$B$3' })).toEqual(['name T!Rate: →=S!$B$3']);
  });

  it('that are renamed are one difference, and formulas that use them are none', () => {
    const priced = (name: string): Record<string, CellText> => ({ ...cells, C1: 'Twice', 'C2:C3': [`=${name}*2`, 10] });
    expect(between({ Rate: 'S!$B$2' }, { Price: 'S!$B$2' }, priced('Rate'), priced('Price'))).toEqual([
      'name Rate (Price): =S!$B$2→=S!$B$2 (renamed: Rate in official, Price in yours)',
    ]);
  });

  it('that stand for what another name stands for can be used instead of it', () => {
    const priced = (name: string): Record<string, CellText> => ({ ...cells, C1: 'Twice', 'C2:C3': [`=${name}*2`, 10] });
    const both = { Rate: 'S!$B$2', Price: 'S!$B$2' };
    expect(between({ Rate: 'S!$B$2' }, both, priced('Rate'), priced('Price'))).toEqual(['name Price: →=S!$B$2']);
    expect(between(both, { Rate: 'S!$B$2' }, priced('Price'), priced('Rate'))).toEqual(['name Price: =S!$B$2→']);
  });

  it('are no renaming where it cannot be known which is which, nor where only a constant is the same', () => {
    expect(between({ Tax: '0.2' }, { Discount: '0.2' })).toEqual(['name Tax: =0.2→', 'name Discount: →=0.2']);
    expect(between({ One: 'S!$B$2', Two: 'S!$B$2' }, { Three: 'S!$B$2' })).toEqual([
      'name One: =S!$B$2→',
      'name Two: =S!$B$2→',
      'name Three: →=S!$B$2',
    ]);
  });

  it('used in a formula that differs are told from renamed ones', () => {
    const priced = (name: string): Record<string, CellText> => ({ ...cells, C2: [`=${name}*2`, 10] });
    const names = { Rate: 'S!$B$2', Price: 'S!$B$3' };
    expect(between(names, names, priced('Rate'), priced('Price'))).toEqual(['formula S!C2: =Rate*2→=Price*2']);
  });

  it('of functions are the same whatever their parameters are called', () => {
    const both = (official: string, local: string): string[] => between({ F: official }, { F: local });
    expect(both('LAMBDA(a,b,a*b+S!$B$2)', '_xlfn.LAMBDA(_xlpm.price,_xlpm.seats,_xlpm.price*_xlpm.seats+S!$B$2)')).toEqual([]);
    expect(both('LAMBDA(a,LAMBDA(a,b,a+b))', 'LAMBDA(x,LAMBDA(y,z,y+z))')).toEqual([]);
    expect(both('LET(a,1,b,a+1,a*b)', 'LET(x,1,y,x+1,x*y)')).toEqual([]);
    expect(both('LAMBDA(a,b,a-b)', 'LAMBDA(a,b,b-a)')).toHaveLength(1);
    expect(both('LAMBDA(a,LAMBDA(a,b,a+b))', 'LAMBDA(a,LAMBDA(a,b,b+b))')).toHaveLength(1);
    expect(both('LAMBDA(a,a+b)', 'LAMBDA(b,b+b)')).toHaveLength(1);
    expect(both('LAMBDA(a,a*1.1)', 'LAMBDA(a,a*1.2)')).toEqual(['name F: =LAMBDA(a,a*1.1)→=LAMBDA(a,a*1.2)']);
  });

  it('that lost their cells say so', () => {
    expect(between({ Rate: 'S!$B$2' }, { Rate: '#REF!' })).toEqual(['name Rate: =S!$B$2→=#REF! (its cells were deleted in yours)']);
    expect(between({ Rate: 'S!#REF!' }, { Rate: '#REF!' })).toEqual([]);
    expect(between({}, { Gone: 'S!#REF!' })).toEqual(['name Gone: →=S!#REF! (its cells were deleted)']);
  });

  it('that Excel keeps for itself are not told, nor hidden ones that no formula uses', () => {
    const internal = ['_xlnm.Print_Area', '_FilterDatabase', 'Print_Titles', 'Z_0A1B2C3D_1111_2222_3333_0123456789AB_.wvu.Rows'];
    expect(
      told(
        internal.map((name) => ({ name })),
        [],
      ),
    ).toEqual([]);
    expect(told([{ name: 'solver_adj', hidden: true }], [{ name: 'IQ_CH', hidden: true }])).toEqual([]);
    const used = { ...cells, C2: ['=IQ_CH*2', 2] } as const;
    expect(told([{ name: 'IQ_CH', hidden: true }], [{ name: 'IQ_CH', hidden: true, formula: '2' }], used)).toEqual([
      'name IQ_CH: =1→=2 (a hidden name)',
    ]);
  });

  it('follow the sheet and the rows they are on', () => {
    const moved = { A1: 'Prices', A2: 'Item', B2: 'Price', A3: 'Seat', B3: 5, A4: 'Desk', B4: 7 } as const;
    const official = workbook({ S: cells }, { names: { Rate: 'S!$B$2', 'S!Own': 'S!$B$3' } });
    const local = workbook({ U: moved }, { names: { Rate: 'U!$B$3', 'U!Own': 'U!$B$4' } });
    expect(compare(official, local, { sheetPairs: [{ official: 'S', local: 'U' }] }).names).toEqual([]);
  });
});
