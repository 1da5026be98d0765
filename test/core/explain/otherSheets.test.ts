import { correspond } from '../../../src/core/settle/correspond';
import { compare } from '../../../src/core/compare/compare';
import { planSync } from '../../../src/core/sync/planSync';
import { workbook, type CellText } from '../../support/workbook';

const MONTHS = { Jan: 1, Feb: 2, Mar: 4, Apr: 8 };

/** A book whose tabs stand in this order; Year!A1 has this formula and value, and Year!A2 doubles it. */
function book(tabs: readonly string[], value: number, formula = '=SUM(Jan:Mar!B2)', names: Readonly<Record<string, string>> = {}) {
  const month = (name: string, number: number): Record<string, CellText> => ({
    A1: `Days of ${name}`,
    B1: 'Revenue',
    A2: name,
    B2: number,
  });
  const sheets = {
    ...Object.fromEntries(Object.entries(MONTHS).map(([name, number]) => [name, month(name, number)])),
    Notes: { A1: 'Remarks' },
  };
  return workbook(
    {
      Year: { A1: [formula, value], A2: ['=A1*2', value * 2] },
      ...Object.fromEntries(tabs.map((name) => [name, sheets[name as keyof typeof sheets]!])),
    },
    { names },
  );
}

const official = book(['Jan', 'Feb', 'Mar', 'Apr', 'Notes'], 7);
const found = (local: ReturnType<typeof book>, from = official) =>
  compare(from, local).differences.map(({ kind, role, note, causes, local: side }) => ({ kind, role, note, causes, at: side?.address }));

describe('a formula over several sheets', () => {
  const note = 'the sheets between Jan and Mar are others';

  it.each([
    ['went out from between', ['Jan', 'Mar', 'Feb', 'Apr', 'Notes'], 5],
    ['came in between', ['Jan', 'Feb', 'Apr', 'Mar', 'Notes'], 15],
    ['was put in another’s place', ['Jan', 'Apr', 'Mar', 'Feb', 'Notes'], 13],
  ])('is a cause when a tab %s, and what reads it follows', (_, tabs, value) => {
    const differences = found(book(tabs, value));
    expect(differences).toEqual([
      { kind: 'formula', role: 'cause', note, causes: [], at: 'A1' },
      { kind: 'value', role: 'consequence', note: '', causes: ['formula:Year!A1'], at: 'A2' },
    ]);
  });

  it('is one through a name as well', () => {
    const names = { Quarter: '=Jan:Mar!$B$2' };
    const from = book(['Jan', 'Feb', 'Mar', 'Apr'], 7, '=SUM(Quarter)', names);
    expect(found(book(['Jan', 'Mar', 'Feb', 'Apr'], 5, '=SUM(Quarter)', names), from)[0]).toMatchObject({ role: 'cause', note });
  });

  it('does not differ when the tabs between its ends only changed places, or one without anything there came in', () => {
    expect(found(book(['Apr', 'Jan', 'Feb', 'Mar', 'Notes'], 7))).toEqual([]);
    expect(found(book(['Jan', 'Notes', 'Feb', 'Mar', 'Apr'], 7))).toEqual([]);
    expect(found(book(['Jan', 'Notes', 'Feb', 'Mar', 'Apr'], 9))[0]).toMatchObject({ role: 'unexplained' });
  });

  it('is left by a sync, which says what to do', () => {
    const local = book(['Jan', 'Mar', 'Feb', 'Apr', 'Notes'], 5);
    const plan = planSync(official, local, correspond(official, local), compare(official, local), { take: 'causes', deleteLocalOnly: [] });
    expect(plan.steps).toEqual([]);
    expect(plan.refused).toEqual([
      {
        difference: 'formula:Year!A1',
        reason: 'It adds through several sheets, Jan:Mar: put the same tabs between them, or enter the formula by hand.',
      },
    ]);
  });

  it('is told and left where it ends on a tab that a sync adds, as a tab put beside its ends is not added through', () => {
    const from = book(['Jan', 'Feb', 'Mar', 'Apr'], 15, '=SUM(Jan:Apr!B2)');
    const local = book(['Jan', 'Feb', 'Mar'], 7);
    const comparison = compare(from, local);
    expect(comparison.differences.filter(({ role }) => role === 'cause').map(({ kind }) => kind)).toEqual(['formula', 'sheet']);
    const plan = planSync(from, local, correspond(from, local), comparison, { take: 'causes', deleteLocalOnly: [] });
    expect(plan.refused.map(({ difference }) => difference)).toEqual(['formula:Year!A1']);
  });
});
