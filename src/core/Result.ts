/** A failure that can be expected: what happened, what was not harmed, and the way out, in sentences for the user. */
export interface Failure {
  /** A stable word that code and tests can tell failures by, such as `password-protected`. */
  readonly code: string;
  readonly message: string;
}

/** Either a value or an expected failure. Misuse throws instead. */
export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: Failure };

export function succeed<T>(value: T): Result<T> {
  return { ok: true, value };
}

export function fail(code: string, message: string): Result<never> {
  return { ok: false, failure: { code, message } };
}
