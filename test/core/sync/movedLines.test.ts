import { correspond } from '../../../src/core/settle/correspond';
import { compare } from '../../../src/core/compare/compare';
import { isMoved } from '../../../src/core/compare/isMoved';
import { planSync } from '../../../src/core/sync/planSync';
import type { SyncPlan } from '../../../src/core/sync/SyncPlan';
import type { Snapshot } from '../../../src/core/workbook/Snapshot';
import { changes } from '../../support/changes';
import { runSteps, toPaper, toSnapshot } from '../../support/paper';
import { workbook, type CellText, type WorkbookExtras } from '../../support/workbook';

const INCOME = ['Licences', 'Renewals', 'Services', 'Training'];
const COSTS = ['Salaries', 'Rent', 'Travel', 'Hosting', 'Insurance'];

/** Two groups of items, each with its total below, and the difference of the totals. */
function statement(income: readonly string[], costs: readonly string[], extras: WorkbookExtras = {}): Snapshot {
  const all = [...INCOME, ...COSTS];
  const cells: Record<string, CellText> = {};
  const group = (items: readonly string[], first: number, name: string): number => {
    items.forEach((item, k) => {
      cells[`A${first + k}`] = item;
      cells[`B${first + k}`] = 1_000 + 37 * all.indexOf(item);
      cells[`C${first + k}`] = 20_000 + 53 * all.indexOf(item);
    });
    const end = first + items.length;
    cells[`A${end}`] = `${name} in all`;
    for (const column of ['B', 'C']) cells[`${column}${end}`] = [`=SUM(${column}${first}:${column}${end - 1})`, 0];
    return end;
  };
  const upper = group(income, 2, 'Income');
  const lower = group(costs, upper + 2, 'Costs');
  cells[`A${lower + 2}`] = 'Result';
  for (const column of ['B', 'C']) cells[`${column}${lower + 2}`] = [`=${column}${upper}-${column}${lower}`, 0];
  return workbook({ Model: cells }, extras);
}

function planOf(official: Snapshot, local: Snapshot, take: 'causes' | 'all' | 'moves'): SyncPlan {
  const comparison = compare(official, local);
  const ids = comparison.differences.filter(isMoved).map(({ id }) => id);
  return planSync(official, local, correspond(official, local), comparison, { take: take === 'moves' ? ids : take, deleteLocalOnly: [] });
}

const kinds = ({ steps }: SyncPlan): string[] => steps.map(({ kind }) => kind);
const synced = (local: Snapshot, { steps }: SyncPlan): Snapshot => toSnapshot(runSteps(toPaper(local), steps).paper);

/** Rent, the second of the costs, stands last in official. */
const RENT_LAST = COSTS.filter((item) => item !== 'Rent').concat('Rent');

describe('a row that moved', () => {
  it('stays in a sync of all causes, which says what to do', () => {
    const plan = planOf(statement(INCOME, RENT_LAST), statement(INCOME, COSTS), 'causes');
    expect(plan.steps).toEqual([]);
    expect(plan.refused.map(({ reason }) => reason)).toEqual([
      'It stays where it is unless you tick it under Differences: its place moves no number.',
    ]);
  });

  it('comes to its place when it is ticked, and a total that begins or ends in it adds the same as before', () => {
    const [official, local] = [statement(INCOME, ['Rent', ...COSTS.filter((item) => item !== 'Rent')]), statement(INCOME, COSTS)];
    const plan = planOf(official, local, 'moves');
    expect(plan.refused).toEqual([]);
    expect(kinds(plan)).toEqual(['write', 'insert', 'move', 'delete', 'write']);
    expect({ cells: plan.cells, sheets: plan.sheets }).toEqual({ cells: 0, sheets: ['Model'] });
    expect(changes(official, synced(local, plan))).toEqual([]);
  });

  it('does not leave the total that adds it unless that total is taken too', () => {
    const official = statement(
      ['Rent', ...INCOME],
      COSTS.filter((item) => item !== 'Rent'),
    );
    const local = statement(INCOME, COSTS);
    const alone = planOf(official, local, 'moves');
    expect(alone.steps).toEqual([]);
    expect(alone.refused.map(({ reason }) => reason)[0]).toBe(
      'Model!B13 refers to them and to others that will stand apart from them: take what differs there too, or move them by hand.',
    );
    const all = planOf(official, local, 'all');
    expect(all.refused).toEqual([]);
    expect(changes(official, synced(local, all))).toEqual([]);
  });

  it('takes names along, and a name that begins or ends in it goes on standing for the same cells', () => {
    const [first, ...rest] = COSTS;
    const names = { Costs: 'Model!$B$8:$B$12', Salaries: 'Model!$B$8' };
    const official = statement(INCOME, [...rest, first!], { names: { ...names, Salaries: 'Model!$B$12' } });
    const local = statement(INCOME, COSTS, { names });
    const plan = planOf(official, local, 'moves');
    expect(plan.refused).toEqual([]);
    const after = synced(local, plan);
    expect(after.names.map(({ name, formula }) => [name, formula])).toEqual([
      ['Costs', 'Model!$B$8:$B$12'],
      ['Salaries', 'Model!$B$12'],
    ]);
    expect(changes(official, after)).toEqual([]);
  });

  const above = { firstRow: 9, lastRow: 9, firstColumn: 1, lastColumn: 3 };
  const table = { name: 'Rents', sheet: 'Model', headerRow: true, totalsRow: false, columns: [] };
  test.each<readonly [string, WorkbookExtras, RegExp]>([
    ['merged cells', { sheets: { Model: { merges: [above] } } }, /meet merged cells/],
    ['an array formula', { sheets: { Model: { arrays: [{ range: above, kind: 'array' }] } } }, /meet an array formula/],
    ['a table', { tables: [{ ...table, range: above }] }, /meet the table Rents/],
    ['hidden rows', { sheets: { Model: { hiddenRows: [{ first: 9, last: 9 }] } } }, /are hidden: show them first/],
    ['a protected sheet', { sheets: { Model: { protected: true } } }, /protected/],
    [
      'rows that print on every page and begin in them',
      { names: { 'Model!_xlnm.Print_Titles': 'Model!$9:$10' } },
      /The list of rows and columns that print on every page begins or ends in them/,
    ],
    ['a print area that ends in them', { names: { 'Model!_xlnm.Print_Area': 'Model!$A$1:$C$9' } }, /The print area begins or ends in them/],
  ])('stays, and it says why, on account of %s', (_, extras, reason) => {
    const plan = planOf(statement(INCOME, RENT_LAST), statement(INCOME, COSTS, extras), 'moves');
    expect(plan.steps).toEqual([]);
    expect(plan.refused.map((each) => each.reason).join(' ')).toMatch(reason);
  });

  it('stays where a formula adds through several sheets, which follows nothing', () => {
    const over = (costs: readonly string[]): Snapshot => {
      const { sheets, ...rest } = statement(INCOME, costs);
      return { ...rest, sheets: [...sheets, ...workbook({ Other: { A1: 1 } }).sheets], names: [] };
    };
    const local = over(COSTS);
    const withFormula = { ...local, formulas: [...local.formulas, 'SUM(Model:Other!R9C2)'] };
    expect(planOf(over(RENT_LAST), withFormula, 'moves').refused[0]?.reason).toMatch(/adds through several sheets/);
  });
});

it('leaves a list that is matched by its key in the order it has, while a row beside it moves', () => {
  const codes = ['K-1', 'K-2', 'K-3', 'K-4', 'K-5', 'K-6', 'K-7', 'K-8'];
  const book = (order: readonly string[], notes: readonly string[]): Snapshot => {
    const cells: Record<string, CellText> = {};
    notes.forEach((note, k) => {
      cells[`A${k + 1}`] = note;
      cells[`D${k + 1}`] = `${note} since 2020`;
    });
    const first = notes.length + 2;
    Object.assign(cells, { [`A${first}`]: 'Code', [`B${first}`]: 'Owner', [`C${first}`]: 'Quota' });
    order.forEach((code, k) => {
      const number = codes.indexOf(code);
      Object.assign(cells, {
        [`A${first + 1 + k}`]: code,
        [`B${first + 1 + k}`]: `Owner ${number % 3}`,
        [`C${first + 1 + k}`]: 100 + number,
      });
    });
    return workbook({ Map: cells });
  };
  const notes = ['Purpose of this map', 'Who keeps it', 'Where it comes from', 'When it was checked', 'What it leaves out'];
  const official = book(codes, [...notes.slice(1), notes[0]!]);
  const local = book([...codes.slice(4), ...codes.slice(0, 4)], notes);
  expect(compare(official, local).sheets[0]!.keyed[0]).toMatchObject({ reordered: true });
  const plan = planOf(official, local, 'all');
  expect(plan.refused).toEqual([]);
  expect(kinds(plan)).toEqual(['insert', 'move', 'delete']);
  const after = synced(local, plan);
  expect(changes(official, after)).toEqual([]);
  const column = toPaper(after).sheets[0]!.cells;
  expect(codes.map((_, k) => column.get(`A${8 + k}`)?.value)).toEqual([...codes.slice(4), ...codes.slice(0, 4)]);
});
