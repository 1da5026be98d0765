import { z } from 'zod';
import type { Answer } from '../../core/ledger/Answer';
import { answersInForce } from '../../core/ledger/answersInForce';
import { succeed, type Result } from '../../core/Result';
import type { WorkbookMemory } from '../ports/WorkbookMemory';
import { answerSchema } from './ledgerSchema';
import { ANSWERS } from './namespaces';
import { readLedger } from './readLedger';
import { fromRememberedJson } from './rememberedJson';

const answersSchema = z.strictObject({ schema: z.literal('tieout.answers/1'), answers: z.array(answerSchema) });

/** All that a workbook remembers was answered to proposals; the failures are `damaged` and `newer`. */
export async function readAllAnswers(memory: WorkbookMemory): Promise<Result<readonly Answer[]>> {
  const text = await memory.read(ANSWERS);
  if (!text.ok) return text;
  if (text.value === null) return succeed([]);
  const read = fromRememberedJson<z.infer<typeof answersSchema>>(text.value, answersSchema, 'tieout.answers', 'The answers to proposals');
  return read.ok ? succeed(read.value.answers) : read;
}

/** The answers that hold: not those to what was taken and then undone. */
export async function readAnswers(memory: WorkbookMemory): Promise<Result<readonly Answer[]>> {
  const answers = await readAllAnswers(memory);
  if (!answers.ok || answers.value.length === 0) return answers;
  const ledger = await readLedger(memory);
  return ledger.ok ? succeed(answersInForce(answers.value, ledger.value.receipts)) : ledger;
}
