import type { Failure } from '../../core/Result';

/** What Office refused, as a sentence for the user. Thrown inside this adapter only; the port answers with its failure. */
export class OfficeProblem extends Error {
  constructor(
    readonly failure: Failure,
    /** Office's own code, such as `InvalidArgument`. */
    readonly office: string,
  ) {
    super(failure.message);
    this.name = 'OfficeProblem';
  }

  /** Excel took nothing of the request and may take it in a moment. */
  get isBusy(): boolean {
    return BUSY.has(this.office);
  }

  /** Excel failed without saying why, which may have passed in a moment. A part of the request may have been done. */
  get isPassing(): boolean {
    return PASSING.has(this.office);
  }

  /** The request or its answer was too large, or held something that Excel does not take: a part of it may do. */
  get isDivisible(): boolean {
    return DIVISIBLE.has(this.office);
  }
}

const CELL_EDIT: Failure = {
  code: 'cell-edit',
  message: 'Excel is in cell-edit mode. Press Enter or Esc in the sheet, then retry.',
};
const BUSY_FAILURE: Failure = { code: 'excel-busy', message: 'Excel is busy and did not answer. Wait a moment, then retry.' };
const PROTECTED: Failure = {
  code: 'protected',
  message: 'Excel does not allow the change because the sheet or the workbook is protected. Unprotect it under Review, then retry.',
};
const TOO_LARGE: Failure = { code: 'too-large', message: 'Excel did not take this much at once. Sync fewer differences at a time.' };
const MERGED: Failure = { code: 'merged', message: 'Merged cells are in the way. Unmerge them, then retry.' };
const GONE: Failure = {
  code: 'not-found',
  message: 'A sheet, cell or name is no longer where it was. Somebody may have moved it: compare again.',
};
const READ_ONLY: Failure = { code: 'read-only', message: 'This workbook is open for reading only. Open it for editing, then retry.' };

/** Every error code of Office which is known to need words of its own. */
const FAILURES: Readonly<Record<string, Failure>> = {
  InvalidOperationInCellEditMode: CELL_EDIT,
  ActivityLimitReached: BUSY_FAILURE,
  ServiceNotAvailable: BUSY_FAILURE,
  TooManyIncompleteRequests: BUSY_FAILURE,
  RequestAborted: { code: 'aborted', message: 'Excel broke off the request. Retry.' },
  ConnectionFailure: { code: 'no-connection', message: 'The connection to Excel was lost. Check your network, then retry.' },
  NoAnswer: { code: 'no-answer', message: 'Excel did not answer in time. Check that no dialog is open in Excel, then retry.' },
  AccessDenied: PROTECTED,
  Unauthenticated: READ_ONLY,
  RequestPayloadSizeLimitExceeded: TOO_LARGE,
  ResponsePayloadSizeLimitExceeded: TOO_LARGE,
  OperationCellsExceedLimit: TOO_LARGE,
  RangeExceedsLimit: TOO_LARGE,
  MemoryLimitReached: { code: 'memory', message: 'Excel has run out of memory. Close other workbooks, then retry.' },
  ItemNotFound: GONE,
  InvalidReference: GONE,
  InvalidSelection: GONE,
  ItemAlreadyExists: { code: 'exists', message: 'A sheet or name of this name is already there. Rename it, then compare again.' },
  InsertDeleteConflict: { code: 'in-the-way', message: 'Rows or columns cannot move there: data at the edge of the sheet is in the way.' },
  NonBlankCellOffSheet: { code: 'in-the-way', message: 'Rows or columns cannot be inserted: data would be pushed off the sheet.' },
  MergedRangeConflict: MERGED,
  FilteredRangeConflict: { code: 'filtered', message: 'A filter is in the way. Clear the filter, then retry.' },
  PivotTableRangeConflict: { code: 'pivot', message: 'A PivotTable is in the way. Its cells cannot be changed.' },
  Conflict: { code: 'conflict', message: 'Somebody else changed the same place at the same time. Compare again.' },
  UnsupportedOperation: { code: 'unsupported', message: 'This version of Excel cannot do this.' },
  ApiNotFound: { code: 'unsupported', message: 'This version of Excel is too old for it. Update Excel, then retry.' },
  ApiNotAvailable: { code: 'unsupported', message: 'This version of Excel is too old for it. Update Excel, then retry.' },
  NotImplemented: { code: 'unsupported', message: 'This version of Excel cannot do this.' },
  InvalidArgument: { code: 'not-accepted', message: 'Excel did not accept something that was to be written.' },
  FormulaLengthExceedsLimit: { code: 'not-accepted', message: 'A formula is longer than Excel allows.' },
};

const BUSY: ReadonlySet<string> = new Set([
  'InvalidOperationInCellEditMode',
  'ActivityLimitReached',
  'ServiceNotAvailable',
  'TooManyIncompleteRequests',
]);

const PASSING: ReadonlySet<string> = new Set(['GeneralException', 'RequestAborted', 'InternalError']);

const DIVISIBLE: ReadonlySet<string> = new Set([
  'InvalidArgument',
  'FormulaLengthExceedsLimit',
  'RequestPayloadSizeLimitExceeded',
  'ResponsePayloadSizeLimitExceeded',
  'OperationCellsExceedLimit',
  'RangeExceedsLimit',
]);

/** The problem that an error thrown by office.js stands for; what is no error of Office is thrown on, for it is a mistake of ours. */
export function toProblem(error: unknown): OfficeProblem {
  if (error instanceof OfficeProblem) return error;
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : null;
  if (code === null) throw error;
  const message = 'message' in (error as object) ? String((error as { message: unknown }).message) : '';
  const failure = FAILURES[code] ?? {
    code: 'excel',
    message: `Excel could not do it: ${message.replace(/\.?$/, '.')} Retry, or compare again.`,
  };
  return new OfficeProblem(failure, code);
}

/** The problem of an answer that never came. */
export function noAnswer(): OfficeProblem {
  return new OfficeProblem(FAILURES['NoAnswer']!, 'NoAnswer');
}
