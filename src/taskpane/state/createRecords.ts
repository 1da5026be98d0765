import { changeLedger } from '../../app/ledger/changeLedger';
import { readAnswers } from '../../app/ledger/readAnswers';
import { readBaseText } from '../../app/ledger/readBase';
import { readInverse } from '../../app/ledger/readInverse';
import { readLedger } from '../../app/ledger/readLedger';
import { rememberForced } from '../../app/ledger/rememberForced';
import { rememberAnswers } from '../../app/ledger/rememberAnswers';
import { rememberSync, type RanSync } from '../../app/ledger/rememberSync';
import { rememberUndo } from '../../app/ledger/rememberUndo';
import type { BaseToOpen } from '../../app/compareOpenWorkbook';
import type { ComparisonEngine } from '../../app/ports/ComparisonEngine';
import type { ApplyOutcome } from '../../app/ports/WorkbookHost';
import type { Difference } from '../../core/compare/Difference';
import { withDecisions, withoutDecision } from '../../core/ledger/changeDecisions';
import type { Answer } from '../../core/ledger/Answer';
import type { DecidedDifference, Decision } from '../../core/ledger/Decision';
import { decidedDifference } from '../../core/ledger/decidedDifference';
import type { Ledger } from '../../core/ledger/Ledger';
import { fail, succeed, type Failure, type Result } from '../../core/Result';
import type { SyncStep } from '../../core/sync/SyncPlan';
import type { RecordServices } from '../PaneServices';
import type { PaneEvent } from './PaneEvent';
import type { BaseChoice, PaneState } from './PaneState';

/** The version that a workbook was made from, and how to read it. */
export type Since = BaseChoice & BaseToOpen;

/** Why somebody keeps or offers a difference. */
export interface KeepWish {
  readonly reason: string;
  readonly owner: string;
  /** The last day on which it counts, `YYYY-MM-DD`; null when it has no end. */
  readonly reviewBy: string | null;
}

/** A difference and what the user knows it by. */
interface Labelled {
  readonly difference: Difference;
  readonly label: string;
}

/** What the open workbook remembers of its syncs. */
export interface Records {
  /** Reads it and shows it; a failure to read is shown where the history is. */
  read(): Promise<void>;
  /** The base that the workbook remembers, with its content; null where it has none. */
  base(): Promise<Result<Since | null>>;
  /** Remembers a sync; with `agreed` official as it is now becomes the base. Gives the id of its receipt. */
  synced(ran: Omit<RanSync, 'agreed'>, agreed: boolean): Promise<Result<string>>;
  /** The steps that take back what a receipt tells of. */
  inverse(receipt: string): Promise<Result<readonly SyncStep[]>>;
  /** Keeps differences on purpose, or offers them to official's owner; the failure where that cannot be remembered. */
  decide(kind: Decision['kind'], differences: readonly Labelled[], wish: KeepWish): Promise<Failure | null>;
  /** Remembers answers to proposals. */
  answer(answers: readonly Answer[]): Promise<Failure | null>;
  /** Forgets what was decided on something. */
  reopen(of: DecidedDifference): Promise<Failure | null>;
  /** Remembers that what a receipt tells of was taken back. Gives the id of the undo's own receipt. */
  undone(receipt: string, outcome: ApplyOutcome): Promise<Result<string>>;
  /** Remembers that what an undo had left was taken back too. */
  forced(undo: string, outcome: ApplyOutcome): Promise<Failure | null>;
}

interface RecordsContext {
  readonly records: RecordServices;
  readonly engine: Pick<ComparisonEngine, 'packOfficial'>;
  readonly now: () => number;
  readonly state: () => PaneState;
  readonly dispatch: (event: PaneEvent) => void;
}

/** The records of the open workbook; whatever changes them is shown. */
export function createRecords({ records, engine, now, state, dispatch }: RecordsContext): Records {
  const { memory, packer, author, newId } = records;
  const head = () => ({ id: newId(), at: new Date(now()).toISOString(), by: author.name() });

  async function read(): Promise<void> {
    const [ledger, base] = [await readLedger(memory), await readBaseText(memory)];
    const answers = await readAnswers(memory);
    const failure = ledger.ok ? (base.ok ? null : base.failure) : ledger.failure;
    dispatch({
      type: 'remembered',
      memory: {
        receipts: ledger.ok ? ledger.value.receipts : [],
        decisions: ledger.ok ? ledger.value.decisions : [],
        answers: answers.ok ? answers.value : [],
        base: base.ok ? (base.value?.version ?? null) : null,
        problem: failure?.message ?? null,
      },
    });
  }

  /** The base stays as it is, and is too large to be read for nothing. */
  async function change(how: (ledger: Ledger) => Ledger): Promise<Failure | null> {
    const changed = await changeLedger(memory, how);
    if (!changed.ok) return changed.failure;
    const { receipts, decisions } = changed.value;
    dispatch({
      type: 'remembered',
      memory: { receipts, decisions, answers: state().memory?.answers ?? [], base: state().memory?.base ?? null, problem: null },
    });
    return null;
  }

  return {
    read,

    decide: (kind, differences, wish) => {
      const at = new Date(now()).toISOString();
      const decisions = differences.map(({ difference, label }) => ({ kind, ...wish, at, of: decidedDifference(difference, label) }));
      return change((ledger) => withDecisions(ledger, decisions));
    },
    reopen: (of) => change((ledger) => withoutDecision(ledger, of)),

    async answer(answers) {
      const remembered = await rememberAnswers(memory, answers);
      await read();
      return remembered.ok ? null : remembered.failure;
    },

    async base() {
      const text = await readBaseText(memory);
      if (!text.ok) return text;
      if (text.value === null || text.value.content === null) return succeed(null);
      const { version, content } = text.value;
      return succeed({ title: version.title, at: version.at, key: `remembered ${version.at}`, packed: content });
    },

    async synced(ran, agreed) {
      const packed = agreed ? await engine.packOfficial() : null;
      if (packed?.ok === false) return packed;
      const { official } = ran.receipt;
      const receipt = { ...ran.receipt, official: packed === null ? official : { ...official, sha256: packed.value.sha256 } };
      const own = head();
      const remembered = await rememberSync(memory, packer, { ...ran, receipt, agreed: packed?.value.packed ?? null }, own);
      await read();
      return remembered.ok ? succeed(own.id) : remembered;
    },

    inverse: (receipt) => readInverse(memory, packer, receipt),

    async undone(id, outcome) {
      const receipt = state().memory?.receipts.find((each) => each.id === id);
      if (receipt === undefined) return fail('no-undo', 'This workbook does not remember that sync any more.');
      const own = head();
      const remembered = await rememberUndo(memory, packer, receipt, outcome, own);
      await read();
      return remembered.ok ? succeed(own.id) : remembered;
    },

    async forced(undo, outcome) {
      const remembered = await rememberForced(memory, packer, undo, outcome);
      await read();
      return remembered.ok ? null : remembered.failure;
    },
  };
}
