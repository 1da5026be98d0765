import { z } from 'zod';
import { fail, type Result } from '../../../core/Result';
import { changedThere, refusedBy, stayedBusy, type Spoken } from '../http/httpFailures';

/** How failures call the server. */
export const STORE = 'Microsoft 365';

interface GraphError {
  readonly code?: string | undefined;
  readonly innerError?: GraphError | undefined;
  readonly innererror?: GraphError | undefined;
}

const errorSchema: z.ZodType<GraphError> = z.lazy(() =>
  z.object({ code: z.string().optional(), innerError: errorSchema.optional(), innererror: errorSchema.optional() }),
);
const answerSchema = z.object({ error: errorSchema });
const DEEPEST = 10;

/** The codes of an error that Graph answers with, from the one for everybody to the most detailed; none where it answers otherwise. */
export function errorCodes(text: string): readonly string[] {
  let error: GraphError | undefined;
  try {
    const parsed = answerSchema.safeParse(JSON.parse(text));
    error = parsed.success ? parsed.data.error : undefined;
  } catch {
    return [];
  }
  const codes: string[] = [];
  for (let depth = 0; error !== undefined && depth < DEEPEST; depth++) {
    if (error.code !== undefined) codes.push(error.code);
    error = error.innerError ?? error.innererror;
  }
  return codes;
}

/** The failure that an answer of Graph stands for; `status` is none of success. Nothing that Graph wrote for developers is shown. */
export function refusedByGraph(url: URL, status: number, codes: readonly string[], spoken: Spoken, writing: boolean): Result<never> {
  const { what, unharmed } = spoken;
  const says = (...any: readonly string[]) => codes.some((code) => any.includes(code));
  if (status === 401 || says('unauthenticated', 'InvalidAuthenticationToken')) {
    const way = writing ? 'Sign in again and publish once more.' : `Sign in, or download ${what} and pick the file.`;
    return fail('signed-out', `${STORE} does not know who you are: you are not signed in, or that has run out. ${unharmed} ${way}`);
  }
  if (status === 423 || says('resourceLocked', 'lockMismatch', 'lockOwnerMismatch', 'accessToLockedItem')) {
    return fail(
      'locked',
      `Someone has ${what} open for editing or checked out in ${STORE}. ${unharmed} Ask them to close it or check it in, then try again.`,
    );
  }
  if (says('malwareDetected', 'virusSuspicious')) {
    return fail(
      'held-back',
      `${STORE} holds ${what} back because it may carry a virus. ${unharmed} Tell its owner and your administrator.`,
    );
  }
  if (status === 507 || says('quotaLimitReached')) {
    return fail('no-room', `The drive in ${STORE} is full. ${unharmed} Ask its owner to make room, then try again.`);
  }
  if (status === 413 || says('maxFileSizeExceeded', 'maxStreamSizeExceeded')) {
    return fail('too-large', `${STORE} does not take a file as large as ${what} is. ${unharmed} Make it smaller, or publish elsewhere.`);
  }
  if (status === 412 || says('resourceModified', 'nameAlreadyExists', 'entityTagDoesNotMatch')) return changedThere(what);
  if (status === 429 || status === 503 || status === 509) return stayedBusy(url, 60_000, spoken);
  return refusedBy(url, status, spoken, writing);
}

/** The failure of an answer that is not as Graph's documentation says. */
export function notUnderstood({ what, unharmed }: Spoken): Result<never> {
  return fail(
    'server-error',
    `${STORE} answered about ${what} in a way that Tieout does not understand. ${unharmed} Try again in a minute, or use a copy of the file.`,
  );
}

/** The failure of a file that is not there. */
export function noItem(spoken: Spoken): Result<never> {
  return refusedBy(new URL('https://graph.microsoft.com'), 404, spoken, false);
}

/** The failure of an earlier version that is not kept any more. */
export function goneVersion(id: string, { what, unharmed }: Spoken): Result<never> {
  return fail(
    'no-version',
    `${STORE} keeps no version ${id} of ${what}, or no longer. ${unharmed} Look at the versions that it keeps, and choose one of them.`,
  );
}

/** The failure of a store that nobody was registered with. */
export function notSetUp({ what, unharmed }: Spoken): Result<never> {
  return fail(
    'not-registered',
    `Tieout is not set up to open files in ${STORE} here. ${unharmed} Ask your administrator to set it up, or download ${what} and pick the file.`,
  );
}

/** The failure of a link to a folder. */
export function isFolder({ what, unharmed }: Spoken): Result<never> {
  return fail('folder', `The link leads to a folder, not to ${what}. ${unharmed} Open the folder and copy the link of the file.`);
}

/** The failure of a file that comes with another length or other content than was told of it, again and again. */
export function notWhole({ what, unharmed }: Spoken): Result<never> {
  return fail(
    'not-whole',
    `What ${STORE} sends is not the whole of ${what} as it stands there. ${unharmed} Try again in a minute, or download it and pick the file.`,
  );
}

/** The failure of a file that is stored otherwise than it was sent. */
export function storedOtherwise({ what }: Spoken): Result<never> {
  return fail(
    'not-stored',
    `${STORE} stored ${what} otherwise than it was sent: libraries with columns or labels of their own write these into workbooks. ` +
      'Ask your administrator for a library without them, or publish elsewhere.',
  );
}
