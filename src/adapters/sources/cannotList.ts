import { fail, type Result } from '../../core/Result';

/** The failure of a store whose folders are not listed; `store` is what a message calls it. */
export function cannotList(store: string): Result<never> {
  return fail(
    'cannot-list',
    `${store} does not tell what is in a folder, as a WebDAV server does. Nothing was changed. ` +
      'Have the folder on a drive of this computer (as a network drive or a synced folder), and give the path of the catalog there.',
  );
}
