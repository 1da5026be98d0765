import { readFileSync } from 'node:fs';
import { createExcelHost } from '../../../src/adapters/excel/createExcelHost';
import { packer } from '../../../src/adapters/storage/pack/packer';
import { readWorkbook } from '../../../src/adapters/xlsx/readWorkbook';
import { correspond } from '../../../src/core/settle/correspond';
import { compare } from '../../../src/core/compare/compare';
import type { Difference } from '../../../src/core/compare/Difference';
import { isLocalOnly } from '../../../src/core/sync/chooseDifferences';
import { planSync } from '../../../src/core/sync/planSync';
import type { Snapshot } from '../../../src/core/workbook/Snapshot';
import { snapshotFromRanges } from '../../../src/core/workbook/snapshotFromRanges';
import type { HostBook } from '../../../src/workbench/book/HostBook';
import { hostBookFromSnapshot } from '../../../src/workbench/book/hostBookFromSnapshot';
import { describeBook } from '../../support/describeBook';
import { withExcel } from '../../support/excelSession';

const WATCH = { progress: () => undefined, signal: { aborted: false } };
const OFFICIAL = 'revenue-model-fy26-official';
/** What is read range by range: no tables, notes or validation rules. */
const SEEN = new Set(['value', 'formula', 'hardcoded', 'unhardcoded', 'unit', 'row', 'column', 'sheet', 'name']);

async function sample(name: string): Promise<Snapshot> {
  const read = await readWorkbook(readFileSync(`assets/samples/${name}.xlsx`), `${name}.xlsx`, () => undefined);
  if (!read.ok) throw new Error(read.failure.message);
  return read.value;
}

function causes(differences: readonly Difference[]): readonly Difference[] {
  return differences.filter((each) => each.role === 'cause' && SEEN.has(each.kind) && !isLocalOnly(each));
}

/** A difference that official has and that is not brought over, as kind and place. */
function unsynced(difference: Difference): string[] {
  const { kind, official } = difference;
  return isLocalOnly(difference) ? [] : [`${kind} ${official?.sheet}!${official?.address}`];
}

/** The book without the results of formulas, which nobody calculates here; a text, for a quick comparison. */
function contents(book: HostBook): string {
  return JSON.stringify(describeBook(book), (_, cell: { readonly formula?: unknown } | null) =>
    typeof cell === 'object' && typeof cell?.formula === 'string' ? { ...cell, value: undefined } : cell,
  );
}

test.each(['finance', 'sales-ops', 'product'])(
  'the copy of %s is synced in Excel, ties out but for what was refused, and comes back exactly',
  async (team) => {
    const official = await sample(OFFICIAL);
    const local = await sample(`revenue-model-fy26-${team}`);
    const correspondence = correspond(official, local);
    const comparison = compare(official, local, { correspondence });
    const plan = planSync(official, local, correspondence, comparison, { take: 'causes', deleteLocalOnly: [] });
    const book = hostBookFromSnapshot(local);
    const before = contents(book);
    await withExcel(book, async () => {
      const host = createExcelHost(packer);
      const applied = await host.apply(plan, WATCH);
      if (!applied.ok) throw new Error(applied.failure.message);
      expect(applied.value.skipped).toEqual([]);
      expect(applied.value.cells).toBeGreaterThanOrEqual(plan.cells);

      const reading = await host.read(WATCH);
      if (!reading.ok || reading.value.kind !== 'ranges') throw new Error('not read by ranges');
      const refused = new Set(plan.refused.map(({ difference }) => difference));
      const left = causes(compare(official, snapshotFromRanges(reading.value)).differences).filter(({ id }) => !refused.has(id));
      expect(left).toEqual([]);
      expect(causes(comparison.differences).length).toBeGreaterThan(refused.size);

      expect(book.tables.items.map(({ name, range }) => [name, range])).toEqual(official.tables.map(({ name, range }) => [name, range]));
      expect(plan.refused.flatMap(({ difference }) => unsynced(comparison.differences.find(({ id }) => id === difference)!))).toEqual([]);

      const undone = await host.undo(applied.value, WATCH);
      expect(undone).toMatchObject({ ok: true, value: { skipped: [] } });
      expect(contents(book) === before).toBe(true);
    });
  },
  60_000,
);
