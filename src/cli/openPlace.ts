import { diskPlace } from '../adapters/sources/diskPlace';
import { parseLink } from '../adapters/sources/linkSource';
import { placeOf } from '../adapters/sources/placeOf';
import type { Credentials } from '../app/ports/Credentials';
import type { RemotePlace } from '../app/ports/RemotePlace';
import { fail, succeed, type Result } from '../core/Result';

/** What a message calls what is fetched, and what was not harmed. */
const SPOKEN = { what: 'the official model', unharmed: 'Your files were not changed.' };

/** The file that an argument names, an https address or a path, with those beside it. */
export function openPlace(argument: string, credentials: Credentials): Result<RemotePlace> {
  // One letter is a drive.
  if (!/^[a-z][a-z0-9+.-]+:/i.test(argument)) return succeed(diskPlace(argument));
  const link = parseLink(argument, 'https://localhost/');
  if (!link.ok) return link;
  const url = link.value;
  if (url.username !== '' || url.password !== '') {
    return fail(
      'credentials-in-link',
      'The address has a name or password in it, which would be kept wherever it is written down, so it was not opened. ' +
        'Take it out, and set TIEOUT_USER and TIEOUT_PASSWORD, or TIEOUT_TOKEN, instead.',
    );
  }
  url.hash = '';
  return succeed(placeOf(url, { ...SPOKEN, credentials }));
}
