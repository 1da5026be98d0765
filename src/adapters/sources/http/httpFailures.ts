import { fail, type Result } from '../../../core/Result';

/** What a failure speaks of: the file, such as `the official model`, and what else its reader may want to hear was not harmed. */
export interface Spoken {
  readonly what: string;
  readonly unharmed: string;
  /** What the server is called where its host says nothing to people, such as `Microsoft 365`. */
  readonly store?: string;
}

/** What a server is called. */
function named(url: URL, { store }: Spoken): string {
  return store ?? url.host;
}

/** The failure that an answer's status stands for; `status` is none of success. */
export function refusedBy(url: URL, status: number, spoken: Spoken, writing: boolean): Result<never> {
  const { what, unharmed } = spoken;
  const host = named(url, spoken);
  if (status === 401 || status === 403) {
    const way = writing
      ? 'Ask whoever looks after it to let you write there.'
      : 'Ask its owner for access, or download it and pick the file.';
    return fail('no-permission', `${host} does not let you ${writing ? 'change' : 'read'} ${what} (${status}). ${unharmed} ${way}`);
  }
  if (status === 404 || status === 410) {
    return fail(
      'not-found',
      `There is no file behind the link any more (${status}). ${unharmed} Ask the owner of ${what} for the new link.`,
    );
  }
  if (writing && (status === 405 || status === 501)) {
    return fail(
      'read-only',
      `${host} takes no files at this address (${status}). ${unharmed} Ask whoever looks after it for WebDAV, or publish elsewhere.`,
    );
  }
  if (status === 412) return changedThere(what);
  if (status === 423) {
    return fail('locked', `Someone is writing ${what} just now, or has it locked. ${unharmed} Try again in a minute.`);
  }
  if (status === 413 || status === 507) return fail('no-room', `${host} has no room for ${what} (${status}). ${unharmed}`);
  const way = writing ? 'Try again in a minute.' : `Try again in a minute, or download ${what} and pick the file.`;
  return fail('server-error', `${host} answered with error ${status}. ${unharmed} ${way}`);
}

/** The failure of a folder that is not there. */
export function noFolder(url: URL, spoken: Spoken): Result<never> {
  return fail('no-folder', `There is no folder ${decodedPath(url)} on ${named(url, spoken)}. Nothing was changed.`);
}

function decodedPath({ pathname }: URL): string {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return pathname;
  }
}

/** The failure of a write that came second. */
export function changedThere(what: string): Result<never> {
  return fail(
    'changed',
    `Someone else has changed ${what} since it was read, and nothing of theirs was overwritten. Look at what they changed, then try again.`,
  );
}

/** The failure of a server that stays busy; `wait` is in milliseconds. */
export function stayedBusy(url: URL, wait: number, spoken: Spoken): Result<never> {
  const minutes = Math.ceil(wait / 60_000);
  return fail(
    'busy',
    `${named(url, spoken)} is busy and asks to wait. ${spoken.unharmed} Try again in ${minutes <= 1 ? 'a minute' : `${minutes} minutes`}.`,
  );
}

/** The failure of a connection that cannot be made, or breaks again and again. */
export function unreachable(url: URL, spoken: Spoken, writing: boolean): Result<never> {
  const { what, unharmed } = spoken;
  const way = writing ? 'Check the connection and try again.' : `Check the connection and the link, or download ${what} and pick the file.`;
  return fail(
    'unreachable',
    `${named(url, spoken)} could not be reached, or it does not let add-ins ${writing ? 'write' : 'read'} its files. ${unharmed} ${way}`,
  );
}

/** The failure of an empty file. */
export function emptyFile({ what, unharmed }: Spoken): Result<never> {
  return fail('empty-file', `The link leads to an empty file. ${unharmed} Check the link with the owner of ${what}.`);
}

/** The failure of an answer that is a page to look at. */
export function webPage({ what, unharmed }: Spoken): Result<never> {
  return fail(
    'web-page',
    `The link opens a web page, not a file: often a sign-in page. ${unharmed} Use a link which downloads ${what}, or download it and pick the file.`,
  );
}

/** The failure of a file larger than `mostBytes`. */
export function tooLarge({ what, unharmed, mostBytes }: Spoken & { readonly mostBytes: number }): Result<never> {
  const most = Math.floor(mostBytes / 1024 / 1024);
  return fail(
    'too-large',
    `${sentence(what)} is larger than ${most} MB, more than Tieout can read. ${unharmed} Ask its owner for a smaller copy.`,
  );
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
