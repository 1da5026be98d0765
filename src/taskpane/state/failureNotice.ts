import type { Failure } from '../../core/Result';
import type { Strings } from '../strings';
import type { Notice } from './PaneState';

/** The notice for a failure; a cancelled step is none. */
export function failureNotice(title: string, { code, message }: Failure, { notices }: Strings): Notice {
  if (code === 'cancelled')
    return { tone: 'warning', title: notices.cancelled, message: message.replace(/^Cancelled\.\s*/, ''), details: [] };
  return { tone: 'failure', title, message, details: [] };
}
