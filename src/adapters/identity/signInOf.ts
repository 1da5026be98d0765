import type { Credentials } from '../../app/ports/Credentials';
import { loadIdentityClient } from './loadIdentityClient';
import { microsoftCredentials } from './microsoftCredentials';
import { readRegistration } from './readRegistration';

/** Who the user is to Microsoft 365, as the page's administrator set it up; null where nobody did. Nothing is loaded before somebody is asked. */
export function signInOf(window: Window): Credentials | null {
  const registration = readRegistration(window.document);
  if (registration === null) return null;
  return microsoftCredentials({
    load: () => loadIdentityClient(registration),
    allFiles: registration.allFiles,
    isClicked: () => window.navigator.userActivation?.isActive === true,
  });
}
