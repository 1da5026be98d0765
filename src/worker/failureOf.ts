import type { Failure } from '../core/Result';

/** What is said about an error that a step threw. */
export function failureOf(error: unknown): Failure {
  if (error instanceof RangeError) {
    return {
      code: 'too-large',
      message: 'The two workbooks are too large to compare here. Your workbook was not touched. Close other workbooks and try again.',
    };
  }
  const detail = error instanceof Error ? error.message : String(error);
  return {
    code: 'unexpected',
    message: `Tieout itself made a mistake (${detail}). Your workbook was not touched. Compare again; if it happens again, report it.`,
  };
}
