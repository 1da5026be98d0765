import { fail } from '../../../core/Result';
import type { HttpClient } from './HttpClient';
import { HttpProblem } from './HttpProblem';

/** More than any list of files that is looked at has. */
const MOST_LETTERS = 32 * 1024 * 1024;

/** The text of an answer; throws a HttpProblem where it breaks off, or goes on and on. */
export async function textOf({ options, signal }: HttpClient, response: Response): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  try {
    const reader = response.body?.getReader();
    for (let part = await reader?.read(); part !== undefined && !part.done; part = await reader!.read()) {
      text += decoder.decode(part.value, { stream: true });
      if (text.length <= MOST_LETTERS) continue;
      await reader!.cancel();
      throw new HttpProblem(fail('too-large', `The server answers with more than can be read. ${options.unharmed}`));
    }
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof HttpProblem) throw error;
    throw new HttpProblem(fail('cut-off', `The server's answer broke off. ${options.unharmed} Try again in a minute.`));
  }
  return text + decoder.decode();
}
