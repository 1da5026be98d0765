import fc from 'fast-check';
import { compareDefinitions, type DefinitionChange } from '../../../src/core/definitions/compareDefinitions';
import type { Definition } from '../../../src/core/definitions/Definition';
import { definition } from '../../support/dictionary';

const NRR = {
  metric: 'Net revenue retention',
  definition: 'Revenue from last year’s customers, plus upsell, less churn and downgrades',
  formula: 'Summary!B4',
  unit: '%',
  owner: 'RevOps',
};
const CHURN = { metric: 'Churn', definition: 'Customers lost in the quarter', formula: 'Summary!B5', unit: '%', owner: 'Success' };

/** The changes, a line each: `Churn unit: …`. */
function said(official: readonly Definition[], local: readonly Definition[]): string[] {
  return compareDefinitions(official, local).map(({ metric, field, note }) => `${metric} ${field}: ${note}`);
}

const nrr = (changed: Partial<typeof NRR> = {}): Definition => definition(2, { ...NRR, ...changed });

describe('compareDefinitions', () => {
  it.each<[string, Partial<typeof NRR>, string[]]>([
    [
      'what is left out',
      { definition: 'Revenue from last year’s customers, plus upsell, less churn' },
      ['definition: yours leaves out “and downgrades”'],
    ],
    [
      'what is added',
      { definition: 'Revenue from last year’s customers, plus upsell and price rises, less churn and downgrades' },
      ['definition: yours adds “and price rises”'],
    ],
    [
      'what is said otherwise',
      { definition: 'Revenue from last quarter’s customers, plus upsell, less churn and downgrades' },
      ['definition: “year” in official, “quarter” in yours'],
    ],
    ['another text', { definition: 'See the handbook' }, [`definition: “${NRR.definition}” in official, “See the handbook” in yours`]],
    [
      'another unit and owner',
      { unit: 'points', owner: 'Finance' },
      ['unit: unit “%” in official, “points” in yours', 'owner: owner “RevOps” in official, “Finance” in yours'],
    ],
    [
      'nothing said of it',
      { definition: '', formula: '', owner: '' },
      [
        'definition: only official says what it means',
        'formula: only official says how it is calculated',
        'owner: only official names an owner',
      ],
    ],
    ['another name', { metric: 'NRR' }, ['metric: called “Net revenue retention” in official, “NRR” in yours']],
    ['capitals, spaces and dots only', { metric: 'NET REVENUE  retention', definition: `${NRR.definition.toUpperCase()}.` }, []],
  ])('says %s', (_, changed, lines) => {
    expect(said([nrr()], [nrr(changed)])).toEqual(lines.map((line) => `${NRR.metric} ${line}`));
  });

  it('says which metrics only one workbook has, once for each of its fields', () => {
    const churn = definition(3, { metric: CHURN.metric, definition: CHURN.definition });
    expect(said([nrr()], [nrr(), churn])).toEqual([
      'Churn metric: only yours defines “Churn”',
      'Churn definition: only yours defines “Churn”',
    ]);
    expect(said([nrr(), churn], [nrr()])).toEqual([
      'Churn metric: only official defines “Churn”',
      'Churn definition: only official defines “Churn”',
    ]);
  });

  it('finds a renamed metric by its formula, or by a definition that is much the same', () => {
    const renamed = { ...NRR, metric: 'NDR', definition: 'Another text of it' };
    expect(said([nrr(), definition(3, CHURN)], [definition(2, CHURN), definition(3, renamed)]).map((line) => line.split(':')[0])).toEqual([
      'Net revenue retention metric',
      'Net revenue retention definition',
    ]);
    const reworded = { metric: 'NDR', definition: `${NRR.definition} at list price` };
    expect(said([definition(2, { metric: NRR.metric, definition: NRR.definition })], [definition(9, reworded)])).toEqual([
      'Net revenue retention metric: called “Net revenue retention” in official, “NDR” in yours',
      'Net revenue retention definition: yours adds “at list price”',
    ]);
  });

  it('leaves a column that only one dictionary has to the sheet', () => {
    const { owner: _, ...withoutOwner } = NRR;
    expect(said([nrr()], [definition(2, withoutOwner)])).toEqual([]);
  });

  const word = fc.constantFrom('revenue', 'churn', 'net', 'gross', 'of', 'customers', 'less', 'upsell');
  const words = fc.array(word, { maxLength: 6 }).map((all) => all.join(' '));
  const entry = fc.record({
    metric: fc.tuple(word, word).map((pair) => pair.join(' ')),
    definition: words,
    formula: fc.constantFrom('', 'Summary!B4', 'Summary!B5', '=B1/B2'),
    unit: fc.constantFrom('', '%', '$'),
  });
  const dictionary = fc.array(entry, { maxLength: 6 });
  const read = (entries: readonly Record<'metric' | 'definition' | 'formula' | 'unit', string>[]): Definition[] =>
    entries.map((texts, k) => definition(k + 2, texts));
  const anywhere = (changes: readonly DefinitionChange[]): string[] =>
    changes.map(({ metric, field, note }) => `${metric} ${field} ${note}`).sort();

  it('finds nothing between a dictionary and itself, whatever the order of rows', () => {
    fc.assert(
      fc.property(dictionary, fc.func(fc.nat()), (entries, weight) => {
        const shuffled = [...entries].sort((a, b) => weight(a) - weight(b));
        expect(compareDefinitions(read(entries), read(shuffled))).toEqual([]);
      }),
    );
  });

  it('finds the same in any order of rows', () => {
    fc.assert(
      fc.property(dictionary, dictionary, fc.func(fc.nat()), (one, other, weight) => {
        const shuffled = [...other].sort((a, b) => weight(a) - weight(b));
        expect(anywhere(compareDefinitions(read(one), read(shuffled)))).toEqual(anywhere(compareDefinitions(read(one), read(other))));
      }),
    );
  });

  it('finds the same cells the other way round', () => {
    fc.assert(
      fc.property(dictionary, dictionary, (one, other) => {
        const cells = (changes: readonly DefinitionChange[], ours: 'official' | 'local', theirs: 'official' | 'local'): string[] =>
          changes.map((change) => `${change.field} ${change[ours]?.row} ${change[theirs]?.row}`).sort();
        const there = cells(compareDefinitions(read(one), read(other)), 'official', 'local');
        expect(cells(compareDefinitions(read(other), read(one)), 'local', 'official')).toEqual(there);
      }),
    );
  });
});
