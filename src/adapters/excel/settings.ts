import { fail, succeed, type Result } from '../../core/Result';
import { toProblem } from './OfficeProblem';

/** The setting as it was kept in the workbook; undefined when it was never set. */
export function getSetting(key: string): unknown {
  const value: unknown = Office.context.document.settings.get(key);
  return value === null ? undefined : value;
}

/** Keeps a setting in the workbook; undefined removes it. */
export async function setSetting(key: string, value: unknown): Promise<Result<null>> {
  const { settings } = Office.context.document;
  if (value === undefined) settings.remove(key);
  else settings.set(key, value);
  return new Promise((resolve) => {
    settings.saveAsync(({ status, error }) => {
      if (status === Office.AsyncResultStatus.Succeeded) resolve(succeed(null));
      else
        resolve(
          fail(
            'not-saved',
            `Excel did not keep a setting in this workbook. ${toProblem({ code: error.code, message: error.message }).message}`,
          ),
        );
    });
  });
}
