import { fail, type Result } from '../../core/Result';

/** The failure of a store that keeps no earlier versions of files by itself; `store` is what a message calls it. */
export function noVersions(store: string): Result<never> {
  return fail(
    'no-versions',
    `${store} keeps no earlier versions of this file that can be asked for. Nothing was changed. SharePoint and OneDrive do; elsewhere pick an earlier copy, or have versions in a catalog.`,
  );
}
