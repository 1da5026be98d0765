import type { Answer } from '../../core/ledger/Answer';
import { withAnswers } from '../../core/ledger/answersInForce';
import { succeed, type Result } from '../../core/Result';
import type { WorkbookMemory } from '../ports/WorkbookMemory';
import { ANSWERS } from './namespaces';
import { readAllAnswers } from './readAnswers';
import { toRememberedJson } from './rememberedJson';

/** Makes official remember answers, in place of earlier ones to the same offers, so that they go back with its next version. */
export async function rememberAnswers(memory: WorkbookMemory, given: readonly Answer[]): Promise<Result<null>> {
  const before = await readAllAnswers(memory);
  if (!before.ok) return before;
  if (given.length === 0) return succeed(null);
  return memory.write(ANSWERS, toRememberedJson({ schema: 'tieout.answers/1', answers: withAnswers(before.value, given) }));
}
