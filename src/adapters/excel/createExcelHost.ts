import type { Packer } from '../../app/ports/Packer';
import type { RunRecord } from '../../app/ports/RunRecord';
import type { ApplyOutcome, HostReading, WorkbookHost } from '../../app/ports/WorkbookHost';
import { fail, succeed, type Result } from '../../core/Result';
import type { SyncStep } from '../../core/sync/SyncPlan';
import type { Watch } from '../../core/Watch';
import { activeCell } from './activeCell';
import { answer } from './answer';
import { applySteps } from './applySteps';
import { calculation } from './calculation';
import { onCalculated, onChange, onSelect } from './events';
import { clearHighlight, highlight } from './highlight';
import { readCells } from './readCells';
import { readFile } from './readFile';
import { readRanges } from './readRanges';
import { PATIENCE, Requests, type Patience } from './Requests';
import { recoverRun } from './recoverRun';
import { RunJournal } from './RunJournal';
import { changesNotes } from './setNote';
import { select } from './select';
import { sheetNames } from './sheetNames';
import { getSetting, setSetting } from './settings';
import type { Purpose } from './whyNot';

/** Milliseconds in which Excel has to hand out its file, or the next slice of it. */
const FILE_PATIENCE = 20_000;

/** Returns the workbook open in Excel, reached through Office.js (ExcelApi 1.13 or newer). Call it after `Office.onReady`. */
export function createExcelHost(packer: Packer, patience: Patience = PATIENCE, now: () => Date = () => new Date()): WorkbookHost {
  const requests = new Requests(patience);
  let writing = 0;
  const write = async <T>(work: () => Promise<Result<T>>): Promise<Result<T>> => {
    writing++;
    try {
      return await answer(work);
    } finally {
      writing--;
    }
  };
  const run = (steps: readonly SyncStep[], watch: Watch, purpose: Purpose, record: RunRecord | null): Promise<Result<ApplyOutcome>> =>
    write(() =>
      applySteps(requests, steps, { journal: new RunJournal(requests, packer), watch, purpose, at: now().toISOString(), record }),
    );
  return {
    read: (watch) =>
      answer<HostReading>(async () => {
        const bytes = await readFile(watch, Math.min(FILE_PATIENCE, patience.answer));
        if (bytes) {
          const workbook = await requests.send(({ workbook: book }) => book.load('name'));
          return succeed({ kind: 'file', name: workbook.name, bytes });
        }
        const reading = watch.signal.aborted ? null : await readRanges(requests, watch);
        return reading ? succeed(reading) : fail('cancelled', 'Cancelled. Your workbook was only read.');
      }),
    readCells: (edited, recalculated) => answer(async () => succeed(await readCells(requests, edited, recalculated))),
    calculation: () => answer(async () => succeed(await calculation(requests))),
    apply: (plan, watch, record = null) => run(plan.steps, watch, 'sync', record),
    undo: (outcome, watch, record = null) =>
      outcome.stopped
        ? write(() => recoverRun(requests, new RunJournal(requests, packer), packer, watch))
        : run(outcome.inverse, watch, 'undo', record),
    changesNotes,
    sheetNames: () => answer(() => sheetNames(requests)),
    activeCell: () => answer(() => activeCell(requests)),
    select: (sheet, address) => answer(() => select(requests, sheet, address)),
    highlight: (marks) => answer(async () => (await highlight(requests, marks), succeed(null))),
    clearHighlight: () => answer(async () => (await clearHighlight(requests), succeed(null))),
    onSelect: (listener) => onSelect(requests, listener),
    onChange: (listener) => onChange(requests, () => writing > 0, listener),
    onCalculated: (listener) => onCalculated(requests, listener),
    getSetting,
    setSetting,
  };
}
