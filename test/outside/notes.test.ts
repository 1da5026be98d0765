import { mkdtempSync, readFileSync, rmSync, writeFileSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { applyToFile } from '../../src/adapters/xlsx/applyToFile';
import type { NoteStep } from '../../src/core/sync/SyncPlan';
import { describeWithLibreOffice, resaveWithLibreOffice } from '../support/soffice';
import { snapshotOf } from '../support/snapshotOf';
import { xlsxFile } from '../support/xlsxFile';

const setNote = (row: number, column: number, before: string | null, after: string | null): NoteStep => ({
  kind: 'setNote',
  sheet: 'Plan',
  cell: { row, column },
  before: before === null ? null : { author: 'Ann', text: before },
  after: after === null ? null : { author: 'Ann', text: after },
  differences: [],
});

function apply(bytes: Uint8Array, steps: readonly NoteStep[]): Uint8Array {
  const done = applyToFile(bytes, steps);
  if (!done.ok) throw new Error(done.failure.message);
  expect(done.value.skipped).toEqual([]);
  return done.value.bytes;
}

async function reopened(bytes: Uint8Array): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'tieout-notes-'));
  try {
    mkdirSync(join(folder, 'out'));
    writeFileSync(join(folder, 'notes.xlsx'), bytes);
    resaveWithLibreOffice([join(folder, 'notes.xlsx')], join(folder, 'out'));
    const { sheets } = await snapshotOf(new Uint8Array(readFileSync(join(folder, 'out', 'notes.xlsx'))));
    return sheets[0]!.notes.map(({ row, column, text }) => `${row}:${column} ${text.trim()}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

describeWithLibreOffice('notes that a sync set in a file, opened by LibreOffice', () => {
  it('stand where they were set, also in a file whose notes it wrote itself', async () => {
    const file = xlsxFile({ sheets: { Plan: '<row r="2"><c r="B2"><v>1</v></c></row>' } });
    const noted = apply(file, [setNote(2, 2, null, 'Check <this>\nand that'), setNote(4, 1, null, 'again')]);
    expect(await reopened(noted)).toEqual(['2:2 Check <this>\nand that', '4:1 again']);
    const changed = apply(noted, [
      setNote(2, 2, 'Check <this>\nand that', 'done'),
      setNote(4, 1, 'again', null),
      setNote(3, 3, null, 'new'),
    ]);
    expect(await reopened(changed)).toEqual(['2:2 done', '3:3 new']);
  });
});
