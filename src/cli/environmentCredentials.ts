import type { Credentials } from '../app/ports/Credentials';
import { succeed } from '../core/Result';

/**
 * Who someone is to a server, by variables of the environment, so that it stands in no command line and no history: `TIEOUT_TOKEN`, or
 * `TIEOUT_USER` with `TIEOUT_PASSWORD`; where `TIEOUT_ORIGIN` is set, for that server alone.
 */
export function environmentCredentials(environment: Readonly<Record<string, string | undefined>>): Credentials {
  const { TIEOUT_TOKEN: token = '', TIEOUT_USER: user = '', TIEOUT_PASSWORD: password = '', TIEOUT_ORIGIN: only = '' } = environment;
  return {
    authorization: async (origin) => {
      if (only !== '' && only.replace(/\/+$/, '').toLowerCase() !== origin.toLowerCase()) return succeed(null);
      if (token !== '') return succeed(`Bearer ${token}`);
      return succeed(user === '' ? null : `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`);
    },
  };
}
