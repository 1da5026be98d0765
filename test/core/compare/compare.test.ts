import { compare } from '../../../src/core/compare/compare';
import { comparisonSchema } from '../../../src/app/comparisonSchema';
import { changes } from '../../support/changes';
import { workbook } from '../../support/workbook';

describe('compare', () => {
  const model = {
    Inputs: { A1: 'Rate', B1: { value: 0.1, format: '0%' }, A2: 'Seats', B2: 120 },
    Summary: { A1: 'Revenue', B1: ['=Inputs!B2*Inputs!B1', 12], A2: 'Twice', B2: ['=B1*2', 24] },
  } as const;

  it('finds nothing where nothing differs', () => {
    expect(changes(workbook(model), workbook(model))).toEqual([]);
  });

  it('tells the cause from what follows', () => {
    const local = {
      Inputs: { ...model.Inputs, B2: 130 },
      Summary: { ...model.Summary, B1: ['=Inputs!B2*Inputs!B1', 13], B2: ['=B1*2', 26] },
    } as const;
    expect(changes(workbook(model), workbook(local))).toEqual([
      'Inputs!B2: 120→130',
      'Summary!B1: 12→13 follows',
      'Summary!B2: 24→26 follows',
    ]);
  });

  it('leaves a value without a cause unexplained', () => {
    const local = { ...model, Summary: { ...model.Summary, B2: ['=B1*2', 25] } } as const;
    expect(changes(workbook(model), workbook(local))).toEqual(['Summary!B2: 24→25 unexplained']);
  });

  it.each([
    ['typed over blank cells', { D2: 'no', D3: 'no', D4: 'no' }, {}],
    ['cleared', {}, { D2: 'no', D3: 'no', D4: 'no' }],
    ['cleared that was an empty text', {}, { D2: '', D3: '', D4: '' }],
  ] as const)('takes the same %s for one difference', (_, official, local) => {
    const rows = { A1: 'Region', D1: 'Direct', A2: 'North', A3: 'South', A4: 'West', B2: 1, B3: 2, B4: 3 };
    const { differences } = compare(workbook({ Regions: { ...rows, ...official } }), workbook({ Regions: { ...rows, ...local } }));
    expect(differences.map(({ cells, local: side }) => `${side?.address} ${cells}`)).toEqual(['D2:D4 3']);
  });

  it('takes no row of a list for another that only has its categories, elsewhere and under another key', () => {
    const list = (...rows: readonly (readonly [string, number])[]) => {
      const cells: Record<string, string | number> = { A1: 'Code', B1: 'Region', C1: 'Owner', D1: 'Quota' };
      rows.forEach(([code, quota], at) => {
        const row = at + 2;
        Object.assign(cells, { [`A${row}`]: code, [`B${row}`]: 'South', [`C${row}`]: 'Ben', [`D${row}`]: quota });
      });
      return workbook({ Territories: cells });
    };
    const shared = Array.from({ length: 8 }, (_, at) => [`T-1${at}00`, 4000 + at * 37] as const);
    const { differences } = compare(list(...shared, ['T-1950', 911]), list(...shared.slice(0, 3), ['T-1250', 5120], ...shared.slice(3)));
    expect(differences.map(({ kind, official, local }) => `${kind} ${official?.address ?? '-'} ${local?.address ?? '-'}`)).toEqual([
      'row 10:10 -',
      'row - 5:5',
    ]);
    const renamed = compare(list(...shared), list(...shared.slice(0, 3), ['T-1350', 4111], ...shared.slice(4)));
    expect(renamed.differences.map(({ kind, local }) => `${kind} ${local?.address}`)).toEqual(['value A5']);
  });

  it('reads a comparison as its schema says', () => {
    const comparison = compare(workbook(model), workbook({ ...model, Extra: { A1: 1 } }));
    expect(comparisonSchema.parse(JSON.parse(JSON.stringify(comparison)))).toEqual(comparison);
  });
});
