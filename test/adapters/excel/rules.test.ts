import { createExcelHost } from '../../../src/adapters/excel/createExcelHost';
import { packer } from '../../../src/adapters/storage/pack/packer';
import { compare } from '../../../src/core/compare/compare';
import type { Result } from '../../../src/core/Result';
import { correspond } from '../../../src/core/settle/correspond';
import { planSync } from '../../../src/core/sync/planSync';
import type { SyncPlan } from '../../../src/core/sync/SyncPlan';
import { parseRange } from '../../../src/core/workbook/Address';
import type { Snapshot, Validation } from '../../../src/core/workbook/Snapshot';
import type { RuleManner } from '../../../src/core/workbook/EntryRule';
import { hostBookFromSnapshot } from '../../../src/workbench/book/hostBookFromSnapshot';
import { withExcel } from '../../support/excelSession';
import { workbook } from '../../support/workbook';

const WATCH = { progress: () => undefined, signal: { aborted: false } };
const PATIENCE = { answer: 60_000, retries: [1, 1] };

/** One of each type, in a row of its own. */
const RULES: readonly (readonly [type: string, operator: string, formula1: string, formula2: string])[] = [
  ['list', 'between', '"North,""South"""', ''],
  ['list', 'between', 'Lists!$A$2:$A$4', ''],
  ['whole', 'between', '1', '$B$1*2'],
  ['decimal', 'greaterThanOrEqual', '0.5', ''],
  ['date', 'lessThan', '46000', ''],
  ['time', 'notBetween', '0.25', '0.5'],
  ['textLength', 'equal', '3', ''],
  ['custom', 'between', 'COUNTIF(Lists!$A$2:$A$4,"North")>0', ''],
];

const MANNER: RuleManner = {
  dropDown: false,
  prompt: { show: true, title: 'Region', message: 'Pick one' },
  alert: { show: true, style: 'warning', title: 'Really?', message: 'Not in the list' },
};

function model(rules: readonly (readonly string[])[], manner?: RuleManner): Snapshot {
  const validations = rules.map(([type, operator, formula1, formula2], k): Validation => ({
    ranges: [parseRange(`B${k + 2}`)!],
    type: type!,
    operator: operator!,
    formula1: formula1!,
    formula2: formula2!,
    allowBlank: true,
    ...(manner && { manner }),
  }));
  const inputs = Object.fromEntries(RULES.flatMap(([type], k) => [[`A${k + 2}`, `${type} ${k}`] as const, [`B${k + 2}`, k] as const]));
  return workbook(
    { Inputs: { A1: 'Input', B1: 9, ...inputs }, Lists: { A1: 'Regions', A2: 'North', A3: 'South', A4: 'East' } },
    { sheets: { Inputs: { validations } } },
  );
}

const planOf = (official: Snapshot, local: Snapshot): SyncPlan =>
  planSync(official, local, correspond(official, local), compare(official, local), { take: 'causes', deleteLocalOnly: [] });

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.failure.code}: ${result.failure.message}`);
  return result.value;
}

/** Rules without how Excel asks, in the order of their cells. */
const permitted = (rules: readonly Validation[]): unknown =>
  rules.map(({ manner: _, ...rule }) => rule).sort((a, b) => a.ranges[0]!.firstRow - b.ranges[0]!.firstRow);

describe('rules for entries, through Office.js', () => {
  it('of every type are set, verified, and taken back', async () => {
    const [official, local] = [model(RULES), model([])];
    const book = hostBookFromSnapshot(local);
    await withExcel(book, async () => {
      const host = createExcelHost(packer, PATIENCE);
      const outcome = value(await host.apply(planOf(official, local), WATCH));
      expect(outcome.skipped).toEqual([]);
      expect(permitted(book.sheet('Inputs').rules)).toEqual(permitted(official.sheets[0]!.validations));
      expect(value(await host.undo(outcome, WATCH)).skipped).toEqual([]);
      expect(book.sheet('Inputs').rules).toEqual([]);
    });
  });

  it('keep how Excel asks, also when they are taken back', async () => {
    const before = model(
      RULES.map(() => ['list', 'between', '"Old"', '']),
      MANNER,
    );
    const official = model(RULES);
    const book = hostBookFromSnapshot(before);
    await withExcel(book, async () => {
      const host = createExcelHost(packer, PATIENCE);
      const outcome = value(await host.apply(planOf(official, before), WATCH));
      expect(outcome.skipped).toEqual([]);
      expect(permitted(book.sheet('Inputs').rules)).toEqual(permitted(official.sheets[0]!.validations));
      for (const { manner } of book.sheet('Inputs').rules) expect({ ...manner, dropDown: false }).toEqual(MANNER);
      value(await host.undo(outcome, WATCH));
      expect(
        book.sheet('Inputs').rules.flatMap(({ ranges, formula1, manner }) => ranges.map((range) => ({ range, formula1, manner }))),
      ).toEqual([{ range: parseRange('B2:B9'), formula1: '"Old"', manner: MANNER }]);
    });
  });

  it('that somebody changed since are left and listed', async () => {
    const [official, local] = [model(RULES.slice(0, 1)), model([])];
    const book = hostBookFromSnapshot(local);
    const other = { type: 'list', operator: 'between', formula1: '"Mine"', formula2: '', allowBlank: true };
    book.setRule('Inputs', parseRange('B2')!, other, 'user');
    await withExcel(book, async () => {
      const outcome = value(await createExcelHost(packer, PATIENCE).apply(planOf(official, local), WATCH));
      expect(outcome.skipped).toEqual([
        { sheet: 'Inputs', address: 'B2', reason: expect.stringMatching(/no longer permit what they permitted/) },
      ]);
      expect(book.sheet('Inputs').rules).toMatchObject([{ formula1: '"Mine"' }]);
    });
  });
});
