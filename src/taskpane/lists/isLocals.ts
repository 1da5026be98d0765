import type { Difference } from '../../core/compare/Difference';

/** Whether a difference is local's to offer: someone changed it, and not official alone since the base. */
export function isLocals({ role, since }: Difference): boolean {
  return role === 'cause' && since?.by !== 'official';
}
