import type { Answer } from '../../core/ledger/Answer';

/** What official's owner answered, in a few words: `taken in v15 by Bo`, `declined by Bo on 2026-11-23: too early`. */
export function answerWords({ answer, version, by, at, reason }: Answer): string {
  const when = version === null || version === '' ? `on ${at.slice(0, 10)}` : `${answer === 'taken' ? 'in' : 'with'} ${version}`;
  return `${answer} ${when}${by === '' ? '' : ` by ${by}`}${reason === '' ? '' : `: ${reason}`}`;
}
