import type { Result } from '../../core/Result';

/** What a request is that somebody has to be known for. */
interface Asked {
  /** Whether it changes anything there: more has to be permitted for that. */
  readonly isWriting: boolean;
  /** What the server said (`WWW-Authenticate`) when it refused who it was told last; null where it has not. */
  readonly refused: string | null;
}

/** Who is asked for what a server wants to see before it answers. Nothing of it goes into addresses, settings, receipts or messages. */
export interface Credentials {
  /** The `Authorization` header for a request to this origin (`https://host`), null for none; a failure where someone would not or could not sign in. */
  authorization(origin: string, asked: Asked): Promise<Result<string | null>>;
}
