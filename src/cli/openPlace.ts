import { diskPlace } from '../adapters/sources/diskPlace';
import { linkPlace } from '../adapters/sources/linkPlace';
import type { Credentials } from '../app/ports/Credentials';
import type { RemotePlace } from '../app/ports/RemotePlace';
import { succeed, type Result } from '../core/Result';

/** What a message calls what is fetched, and what was not harmed. */
const SPOKEN = { what: 'the official model', unharmed: 'Your files were not changed.' };

/** The file that an argument names, an https address or a path, with those beside it. */
export function openPlace(argument: string, credentials: Credentials): Result<RemotePlace> {
  // One letter is a drive.
  if (!/^[a-z][a-z0-9+.-]+:/i.test(argument)) return succeed(diskPlace(argument));
  const opened = linkPlace(argument, {
    ...SPOKEN,
    base: 'https://localhost/',
    way: 'Take it out, and set TIEOUT_USER and TIEOUT_PASSWORD, or TIEOUT_TOKEN, instead.',
    credentials,
  });
  return opened.ok ? succeed(opened.value.place) : opened;
}
