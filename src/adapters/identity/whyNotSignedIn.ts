import { fail, type Failure } from '../../core/Result';

const CLOSED = new Set(['user_cancelled', 'popup_window_closed', 'access_denied', 'UserCanceled', 'timed_out']);
const BLOCKED = new Set(['popup_window_error', 'empty_window_error', 'block_nested_popups', 'interaction_in_progress']);
const OFFLINE = new Set([
  'network_error',
  'no_network_connectivity',
  'post_request_failed',
  'get_request_failed',
  'endpoints_resolution_error',
  'openid_config_error',
]);
const UNCONSENTED = /AADSTS(65001|90094|90095|65004|900941|900981)\b/;
const UNREGISTERED = /AADSTS(700016|50011|9002326|90013|7000218)\b/;
const UNHARMED = 'Your workbook was not touched.';

/** Why someone is not signed in, in a sentence with a way out. What the library says is not shown: it holds names and addresses. */
export function whyNotSignedIn(error: unknown): { readonly ok: false; readonly failure: Failure } {
  const { code, message } = told(error);
  if (UNCONSENTED.test(message) || code === 'consent_required')
    return failed(
      'no-consent',
      'Your company has not allowed Tieout to open files for you yet.',
      'Ask your administrator to allow it, or download the official model and pick the file.',
    );
  if (UNREGISTERED.test(message))
    return failed(
      'not-registered',
      'Tieout is not registered with your company as it should be.',
      'Tell your administrator, and until then download the official model and pick the file.',
    );
  if (OFFLINE.has(code)) return failed('unreachable', 'Microsoft’s sign-in could not be reached.', 'Check the connection and try again.');
  if (BLOCKED.has(code))
    return failed(
      'not-signed-in',
      'The window to sign in to Microsoft 365 could not open, or another one is open.',
      'Allow pop-up windows for Tieout, close other sign-ins, and try again.',
    );
  if (CLOSED.has(code))
    return failed(
      'not-signed-in',
      'You did not finish signing in to Microsoft 365.',
      'Try again, or download the official model and pick the file.',
    );
  return failed(
    'not-signed-in',
    'You could not be signed in to Microsoft 365.',
    'Try again, or download the official model and pick the file.',
  );
}

function failed(code: string, what: string, way: string): ReturnType<typeof whyNotSignedIn> {
  const failure = fail(code, `${what} ${UNHARMED} ${way}`);
  if (failure.ok) throw new Error('A failure was made.');
  return failure;
}

function told(error: unknown): { readonly code: string; readonly message: string } {
  if (!(error instanceof Error)) return { code: '', message: '' };
  const code = (error as { errorCode?: unknown }).errorCode;
  return { code: typeof code === 'string' ? code : '', message: error.message };
}
