import { createExcelHost } from '../../../src/adapters/excel/createExcelHost';
import { packer } from '../../../src/adapters/storage/pack/packer';
import { applyToFile } from '../../../src/adapters/xlsx/applyToFile';
import type { SyncStep } from '../../../src/core/sync/SyncPlan';
import type { SheetSnapshot } from '../../../src/core/workbook/Snapshot';
import { hostBookFromSnapshot } from '../../../src/workbench/book/hostBookFromSnapshot';
import { withExcel } from '../../support/excelSession';
import { fileOfSnapshot } from '../../support/fileOfSnapshot';
import { snapshotOf } from '../../support/snapshotOf';
import { workbook } from '../../support/workbook';

const WATCH = { progress: () => undefined, signal: { aborted: false } };
const span = (first: number, last = first) => ({ first, last });
const local = workbook(
  { Plan: { A1: 'a', B2: 2, C3: 3, D4: 4, H5: 5 }, Other: { A1: 1 } },
  { sheets: { Plan: { hiddenRows: [span(3)], hiddenColumns: [span(2, 5)] } } },
);
const common = { sheet: 'Plan', differences: ['d'] };
const STEPS: readonly SyncStep[] = [
  { kind: 'setHidden', axis: 'row', span: span(3), before: true, after: false, ...common },
  { kind: 'setHidden', axis: 'row', span: span(1, 2), before: false, after: true, ...common },
  { kind: 'setHidden', axis: 'row', span: span(7), before: false, after: true, ...common },
  { kind: 'setHidden', axis: 'column', span: span(3, 4), before: true, after: false, ...common },
  { kind: 'setHidden', axis: 'column', span: span(7, 8), before: false, after: true, ...common },
  { kind: 'setVisibility', before: 'visible', after: 'veryHidden', sheet: 'Other', differences: ['d'] },
];
const PLAN = { steps: STEPS, refused: [], cells: 0, sheets: ['Plan', 'Other'] };
const AFTER = ['1 2 7', '2 5 7 8', 'veryHidden'];
const BEFORE = ['3', '2 3 4 5', 'visible'];

const lines = (spans: SheetSnapshot['hiddenRows']): string =>
  spans.flatMap(({ first, last }) => Array.from({ length: last - first + 1 }, (_, k) => first + k)).join(' ');

describe('showing and hiding', () => {
  it('is done in Excel, and taken back', async () => {
    const book = hostBookFromSnapshot(local);
    const now = () => [
      lines(book.sheet('Plan').hiddenRows.runs),
      lines(book.sheet('Plan').hiddenColumns.runs),
      book.sheet('Other').visibility,
    ];
    await withExcel(book, async () => {
      const host = createExcelHost(packer, { answer: 60_000, retries: [1, 1] });
      const done = await host.apply(PLAN, WATCH);
      if (!done.ok) throw new Error(done.failure.message);
      expect([done.value.skipped, now()]).toEqual([[], AFTER]);
      expect(await host.undo(done.value, WATCH)).toMatchObject({ ok: true, value: { skipped: [] } });
      expect(now()).toEqual(BEFORE);
      // What is not as the plan expects stays.
      book.setHidden('Plan', 'row', span(2), true, 'user');
      const again = await host.apply(PLAN, WATCH);
      expect(again).toMatchObject({ ok: true, value: { skipped: [{ sheet: 'Plan', address: '1:2' }] } });
    });
  });

  it('is done in a file, and taken back', async () => {
    const file = fileOfSnapshot(local);
    const now = async (bytes: Uint8Array) => {
      const { sheets } = await snapshotOf(bytes);
      return [lines(sheets[0]!.hiddenRows), lines(sheets[0]!.hiddenColumns), sheets[1]!.visibility];
    };
    const done = applyToFile(file, STEPS);
    if (!done.ok) throw new Error(done.failure.message);
    expect([done.value.skipped, await now(done.value.bytes)]).toEqual([[], AFTER]);
    const back = applyToFile(done.value.bytes, done.value.inverse);
    if (!back.ok) throw new Error(back.failure.message);
    expect(await now(back.value.bytes)).toEqual(BEFORE);
    const twice = applyToFile(done.value.bytes, STEPS);
    expect(twice).toMatchObject({ ok: true, value: { bytes: done.value.bytes, skipped: [] } });
    const mixed = applyToFile(file, [{ ...STEPS[1]!, span: span(2, 3) } as SyncStep]);
    expect(mixed).toMatchObject({ ok: true, value: { bytes: file, skipped: [{ sheet: 'Plan', address: '2:3' }] } });
  });
});
