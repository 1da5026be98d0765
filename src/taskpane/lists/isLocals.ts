import type { OfficialChoice } from '../state/PaneState';
import type { Difference } from '../../core/compare/Difference';

/** Whether a difference is local's to offer: someone changed it, and not official alone since the base. To what is the workbook's own nothing is offered. */
export function isLocals({ role, since }: Difference, official: OfficialChoice | null): boolean {
  return role === 'cause' && since?.by !== 'official' && !['sheet', 'own'].includes(official?.place.kind ?? '');
}
