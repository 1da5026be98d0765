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

  it('reads a comparison as its schema says', () => {
    const comparison = compare(workbook(model), workbook({ ...model, Extra: { A1: 1 } }));
    expect(comparisonSchema.parse(JSON.parse(JSON.stringify(comparison)))).toEqual(comparison);
  });
});
