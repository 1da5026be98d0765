import { createExcelHost } from '../../../src/adapters/excel/createExcelHost';
import { packer } from '../../../src/adapters/storage/pack/packer';
import { compare } from '../../../src/core/compare/compare';
import type { Result } from '../../../src/core/Result';
import { correspond } from '../../../src/core/settle/correspond';
import { isLocalOnly } from '../../../src/core/sync/chooseDifferences';
import { planSync } from '../../../src/core/sync/planSync';
import type { SyncPlan } from '../../../src/core/sync/SyncPlan';
import { parseRange } from '../../../src/core/workbook/Address';
import type { Note, Snapshot } from '../../../src/core/workbook/Snapshot';
import type { HostBook } from '../../../src/workbench/book/HostBook';
import { hostBookFromSnapshot } from '../../../src/workbench/book/hostBookFromSnapshot';
import { withExcel } from '../../support/excelSession';
import { workbook } from '../../support/workbook';

const WATCH = { progress: () => undefined, signal: { aborted: false } };
const PATIENCE = { answer: 60_000, retries: [1, 1] };
const CELLS = { A1: 'Region', B1: 'Plan', A2: 'North', B2: 10, A3: 'South', B3: 20, A4: 'East', B4: 30 };

function model(notes: Readonly<Record<string, string>>, cells: Readonly<Record<string, string | number>> = CELLS): Snapshot {
  const own = Object.entries(notes).map(([address, text]): Note => {
    const { firstRow: row, firstColumn: column } = parseRange(address)!;
    return { row, column, author: 'Ann', text, kind: 'note' };
  });
  return workbook({ Plan: cells }, { sheets: { Plan: { notes: own } } });
}

function planOf(official: Snapshot, local: Snapshot, notes = true): SyncPlan {
  const found = compare(official, local);
  const deleteLocalOnly = found.differences.filter(isLocalOnly).map(({ id }) => id);
  return planSync(official, local, correspond(official, local), found, { take: 'causes', deleteLocalOnly, notes });
}

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.failure.code}: ${result.failure.message}`);
  return result.value;
}

const notesIn = (book: HostBook): string[] => book.notes.items.map(({ row, column, text }) => `${row}:${column} ${text}`).sort();

describe('notes, through Office.js', () => {
  const official = model({ B2: 'new', B3: 'changed' });
  const local = model({ B3: 'old', B4: 'gone' });

  it('are added, changed and removed, and taken back', async () => {
    const book = hostBookFromSnapshot(local);
    const before = notesIn(book);
    await withExcel(
      book,
      async () => {
        const host = createExcelHost(packer, PATIENCE);
        expect(host.changesNotes()).toBe(true);
        const outcome = value(await host.apply(planOf(official, local), WATCH));
        expect(outcome.skipped).toEqual([]);
        expect(notesIn(book)).toEqual(['2:2 new', '3:2 changed']);
        expect(value(await host.undo(outcome, WATCH)).skipped).toEqual([]);
        expect(notesIn(book)).toEqual(before);
      },
      { notes: true },
    );
  });

  it('go with a row that goes, and come back with it', async () => {
    const more = model({ B3: 'on a row of mine' }, { ...CELLS, A3: 'Mine', B3: 5, A4: 'South', B4: 20, A5: 'East', B5: 30 });
    const book = hostBookFromSnapshot(more);
    await withExcel(
      book,
      async () => {
        const host = createExcelHost(packer, PATIENCE);
        const outcome = value(await host.apply(planOf(model({}), more), WATCH));
        expect(notesIn(book)).toEqual([]);
        expect(value(await host.undo(outcome, WATCH)).skipped).toEqual([]);
        expect(notesIn(book)).toEqual(['3:2 on a row of mine']);
      },
      { notes: true },
    );
  });

  it('that somebody changed since, or where a comment came to stand, are left and listed', async () => {
    const book = hostBookFromSnapshot(local);
    const sheet = book.sheet('Plan');
    book.notes.change(book.notes.at(sheet, 3, 2)!, { text: 'mine' }, 'user');
    const at = { sheet, row: 2, column: 2, author: 'Bo', resolved: false };
    book.notes.add({ ...at, id: book.newId(), text: 'a thread', kind: 'comment' }, 'user');
    await withExcel(
      book,
      async () => {
        const outcome = value(await createExcelHost(packer, PATIENCE).apply(planOf(official, local), WATCH));
        expect(outcome.skipped).toEqual([
          { sheet: 'Plan', address: 'B2', reason: expect.stringMatching(/comment stands on the cell/) },
          { sheet: 'Plan', address: 'B3', reason: expect.stringMatching(/no longer says/) },
        ]);
        expect(notesIn(book)).toEqual(['2:2 a thread', '3:2 mine']);
        expect(book.xmlParts.items).toEqual([]);
      },
      { notes: true },
    );
  });

  it('are left by the plan, with the reason, where Excel is too old', async () => {
    const book = hostBookFromSnapshot(local);
    await withExcel(book, async () => {
      const host = createExcelHost(packer, PATIENCE);
      expect(host.changesNotes()).toBe(false);
      const plan = planOf(official, local, host.changesNotes());
      expect(plan.steps).toEqual([]);
      expect(new Set(plan.refused.map(({ reason }) => reason))).toEqual(
        new Set(['This Excel does not let add-ins change notes (that takes Microsoft 365, 2024 or newer): copy this one by hand.']),
      );
    });
  });
});
