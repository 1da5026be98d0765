import type { Failure, Result } from '../../../core/Result';

/** A failure on its way out of an exchange with a server; whoever began the exchange answers with it. */
export class HttpProblem extends Error {
  readonly failure: Failure;

  constructor(result: Result<never>) {
    if (result.ok) throw new Error('A problem needs a failure.');
    super(result.failure.message);
    this.failure = result.failure;
  }
}
