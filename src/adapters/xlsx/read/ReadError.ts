import { fail, succeed, type Failure, type Result } from '../../../core/Result';

/** Why a workbook cannot be read, or edited. */
export type ReadErrorCode = 'password-protected' | 'old-format' | 'not-a-workbook' | 'damaged' | 'too-large' | 'pivot-in-the-way';

/** Thrown where a file is read or edited, and made a failure of at the edge: in `readWorkbook`, or by `readResult`. */
export class ReadError extends Error {
  readonly failure: Failure;

  constructor(code: ReadErrorCode, message: string) {
    super(message);
    this.failure = { code, message };
  }
}

/** What `action` gives, or the failure of the `ReadError` it throws. */
export function readResult<T>(action: () => T): Result<T> {
  try {
    return succeed(action());
  } catch (error) {
    if (!(error instanceof ReadError)) throw error;
    return fail(error.failure.code, error.failure.message);
  }
}

/** A part of the file is not what it should be; `what` completes “The file is damaged: …”. */
export function damaged(what: string): ReadError {
  return new ReadError(
    'damaged',
    `The file is damaged: ${what}. Nothing was changed. Open it in Excel, let Excel repair it, save it and try again, or download it again.`,
  );
}

/** The file would unpack to more than can be read. */
export function tooLarge(what: string): ReadError {
  return new ReadError(
    'too-large',
    `The file is too large to read: ${what}. Nothing was changed. If it is a real workbook, remove unused sheets and save it again.`,
  );
}
