import { agreedWithin } from '../../app/catalog/agreedWithin';
import { EXACT, type EqualWithin } from '../../core/compare/EqualWithin';
import type { PaneState } from './PaneState';

/** How far numbers may differ and be equal where the user settled nothing: what official's owner agreed in its catalog, else not at all. */
export function usualNow({ official, published }: Pick<PaneState, 'official' | 'published'>): EqualWithin {
  return official?.place.kind === 'catalog' && published !== null ? agreedWithin(published.model) : EXACT;
}
