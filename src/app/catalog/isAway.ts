import type { Failure } from '../../core/Result';

/** What a place may fail with that says nothing of the file: it is away, busy, or something stands in between. */
const AWAY: readonly string[] = ['unreachable', 'busy', 'server-error', 'web-page'];

/** Whether a place could not be asked, so that what it said before still holds as far as anyone knows. */
export function isAway({ code }: Failure): boolean {
  return AWAY.includes(code);
}
