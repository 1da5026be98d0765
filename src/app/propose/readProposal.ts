import type { Proposal } from '../../core/propose/Proposal';
import { fail, succeed, type Result } from '../../core/Result';
import { MOST_PACKED, proposalSchema } from './proposalSchema';

/** What a whole proposal file may hold: two packed workbooks and what is said of them. More than that need not be read. */
export const MOST_LETTERS = 3 * MOST_PACKED;

/** The proposal in the text of a file, whatever the file is. The failures are `too-large`, `no-proposal` and `newer`. */
export function readProposal(text: string, name: string): Result<Proposal> {
  if (text.length > MOST_LETTERS)
    return fail('too-large', `${name} is larger than a proposal file can be, so it was not read. Check that it is the right file.`);
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return none(name);
  }
  const schema = typeof json === 'object' && json !== null && 'schema' in json ? json.schema : null;
  if (typeof schema !== 'string' || !schema.startsWith('tieout.proposals/')) return none(name);
  if (Number(schema.slice('tieout.proposals/'.length)) > 1)
    return fail('newer', `${name} was written by a newer version of Tieout. Nothing was changed. Update Tieout, then open it again.`);
  const parsed = proposalSchema.safeParse(json);
  return parsed.success
    ? succeed(parsed.data)
    : fail(
        'no-proposal',
        `${name} is a proposal file, but it is damaged or was changed by hand. Nothing was changed. Ask its author to write it again.`,
      );
}

function none(name: string): Result<never> {
  return fail(
    'no-proposal',
    `${name} is no proposal file. Nothing was changed. Choose a file that tieout propose or the pane of Tieout wrote.`,
  );
}
